#include "nlu/datetime/time_lexicon.h"

#include "nlu/number_words.h"
#include "nlu/word_table.h"

namespace parlance::nlu {

std::optional<unsigned> month_word(std::string_view word) {
    static constexpr auto table = word_table<unsigned>({
        {"january", 1},  {"jan", 1},    {"february", 2},  {"feb", 2},       {"march", 3},     {"mar", 3},
        {"april", 4},    {"apr", 4},    {"may", 5},       {"june", 6},      {"jun", 6},       {"july", 7},
        {"jul", 7},      {"august", 8}, {"aug", 8},       {"september", 9}, {"sep", 9},       {"sept", 9},
        {"october", 10}, {"oct", 10},   {"november", 11}, {"nov", 11},      {"december", 12}, {"dec", 12},
    });
    return table.find(word);
}

std::optional<WeekdayWord> weekday_word(std::string_view word) {
    static constexpr auto table = word_table<WeekdayWord>({
        {"monday", {1, false}},   {"mon", {1, false}},       {"mondays", {1, true}},
        {"tuesday", {2, false}},  {"tue", {2, false}},       {"tues", {2, false}},
        {"tuesdays", {2, true}},  {"wednesday", {3, false}}, {"wed", {3, false}},
        {"weds", {3, false}},     {"wednesdays", {3, true}}, {"thursday", {4, false}},
        {"thu", {4, false}},      {"thur", {4, false}},      {"thurs", {4, false}},
        {"thursdays", {4, true}}, {"friday", {5, false}},    {"fri", {5, false}},
        {"fridays", {5, true}},   {"saturday", {6, false}},  {"sat", {6, false}},
        {"saturdays", {6, true}}, {"sunday", {7, false}},    {"sun", {7, false}},
        {"sundays", {7, true}},
    });
    return table.find(word);
}

std::optional<UnitWord> unit_word(std::string_view word) {
    static constexpr auto table = word_table<UnitWord>({
        {"second", {Grain::second}},     {"seconds", {Grain::second, 1, true}},
        {"sec", {Grain::second}},        {"secs", {Grain::second, 1, true}},
        {"minute", {Grain::minute}},     {"minutes", {Grain::minute, 1, true}},
        {"min", {Grain::minute}},        {"mins", {Grain::minute, 1, true}},
        {"hour", {Grain::hour}},         {"hours", {Grain::hour, 1, true}},
        {"hr", {Grain::hour}},           {"hrs", {Grain::hour, 1, true}},
        {"day", {Grain::day}},           {"days", {Grain::day, 1, true}},
        {"night", {Grain::day}},         {"nights", {Grain::day, 1, true}},
        {"week", {Grain::week}},         {"weeks", {Grain::week, 1, true}},
        {"wk", {Grain::week}},           {"wks", {Grain::week, 1, true}},
        {"fortnight", {Grain::week, 2}}, {"fortnights", {Grain::week, 2, true}},
        {"weekend", {Grain::weekend}},   {"weekends", {Grain::weekend, 1, true}},
        {"month", {Grain::month}},       {"months", {Grain::month, 1, true}},
        {"mth", {Grain::month}},         {"mths", {Grain::month, 1, true}},
        {"quarter", {Grain::quarter}},   {"quarters", {Grain::quarter, 1, true}},
        {"year", {Grain::year}},         {"years", {Grain::year, 1, true}},
        {"yr", {Grain::year}},           {"yrs", {Grain::year, 1, true}},
        {"decade", {Grain::year, 10}},   {"decades", {Grain::year, 10, true}},
        {"century", {Grain::year, 100}}, {"centuries", {Grain::year, 100, true}},
    });
    return table.find(word);
}

std::optional<ShiftWord> shift_word(std::string_view word) {
    static constexpr auto table = word_table<ShiftWord>({
        {"next", {1}},
        {"following", {1}},
        {"coming", {1, true}},
        {"upcoming", {1, true}},
        {"last", {-1}},
        {"previous", {-1}},
        {"prev", {-1}},
        {"past", {-1, true}},
        {"this", {0}},
        {"current", {0}},
        {"present", {0}},
    });
    return table.find(word);
}

std::optional<DayPart> day_part_word(std::string_view word) {
    static constexpr auto table = word_table<DayPart>({
        {"morning", {"MO", 8, 12}},
        {"mornings", {"MO", 8, 12}},
        {"afternoon", {"AF", 12, 16}},
        {"afternoons", {"AF", 12, 16}},
        {"evening", {"EV", 16, 20}},
        {"evenings", {"EV", 16, 20}},
        {"night", {"NI", 20, 24}},
        {"nights", {"NI", 20, 24}},
        {"nite", {"NI", 20, 24}},
        {"daytime", {"DT", 8, 18}},
        {"nighttime", {"NT", 0, 8}},
        {"lunchtime", {"MEL", 11, 13}},
        {"dinnertime", {"MED", 16, 20}},
        {"suppertime", {"MED", 16, 20}},
        {"mealtime", {"ME", 8, 20}},
    });
    return table.find(word);
}

std::optional<std::string_view> season_word(std::string_view word) {
    static constexpr auto table = word_table<std::string_view>(
        {{"spring", "SP"}, {"summer", "SU"}, {"autumn", "FA"}, {"winter", "WI"}, {"fall", "FA"}});
    return table.find(word);
}

bool may_begin_time(std::string_view word) {
    // Beside the names above: what opens, bounds, counts or points.
    static constexpr auto openers = word_table<bool>({
        {"a", true},
        {"about", true},
        {"academic", true},
        {"after", true},
        {"ahead", true},
        {"all", true},
        {"an", true},
        {"annual", true},
        {"annually", true},
        {"another", true},
        {"any", true},
        {"approx", true},
        {"approximately", true},
        {"around", true},
        {"as", true},
        {"asap", true},
        {"at", true},
        {"before", true},
        {"beginning", true},
        {"between", true},
        {"bi", true},
        {"biannually", true},
        {"bimonthly", true},
        {"biweekly", true},
        {"by", true},
        {"calendar", true},
        {"circa", true},
        {"couple", true},
        {"cy", true},
        {"daily", true},
        {"dinner", true},
        {"each", true},
        {"earlier", true},
        {"early", true},
        {"end", true},
        {"entire", true},
        {"eod", true},
        {"eom", true},
        {"eoy", true},
        {"every", true},
        {"everyday", true},
        {"few", true},
        {"fewer", true},
        {"financial", true},
        {"fiscal", true},
        {"for", true},
        {"fortnightly", true},
        {"from", true},
        {"full", true},
        {"fy", true},
        {"greater", true},
        {"h", true},
        {"half", true},
        {"hourly", true},
        {"in", true},
        {"late", true},
        {"later", true},
        {"less", true},
        {"longer", true},
        {"lunch", true},
        {"mid", true},
        {"midafternoon", true},
        {"midday", true},
        {"middle", true},
        {"midmorning", true},
        {"midnight", true},
        {"monthly", true},
        {"more", true},
        {"nightly", true},
        {"no", true},
        {"noon", true},
        {"noonish", true},
        {"noontime", true},
        {"not", true},
        {"now", true},
        {"on", true},
        {"once", true},
        {"otd", true},
        {"over", true},
        {"prior", true},
        {"q", true},
        {"quarterly", true},
        {"remainder", true},
        {"remaining", true},
        {"rest", true},
        {"right", true},
        {"roughly", true},
        {"same", true},
        {"school", true},
        {"semi", true},
        {"semiannual", true},
        {"semiannually", true},
        {"several", true},
        {"shorter", true},
        {"since", true},
        {"some", true},
        {"sooner", true},
        {"start", true},
        {"starting", true},
        {"sy", true},
        {"that", true},
        {"the", true},
        {"till", true},
        {"to", true},
        {"today", true},
        {"todays", true},
        {"today's", true},
        {"tommorow", true},
        {"tommorrow", true},
        {"tomorow", true},
        {"tomorrow", true},
        {"tomorrow's", true},
        {"tmr", true},
        {"tmrw", true},
        {"tonight", true},
        {"tonite", true},
        {"twice", true},
        {"under", true},
        {"until", true},
        {"w", true},
        {"weekly", true},
        {"whole", true},
        {"within", true},
        {"yearly", true},
        {"yesterday", true},
        {"yesterday's", true},
        {"ytd", true},
    });
    return openers.contains(word) || month_word(word) || weekday_word(word) || unit_word(word) ||
           shift_word(word) || day_part_word(word) || season_word(word) || english_cardinal(word) ||
           english_ordinal(word);
}

}  // namespace parlance::nlu
