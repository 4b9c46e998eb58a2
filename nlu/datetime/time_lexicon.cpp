#include "nlu/datetime/time_lexicon.h"

#include <unordered_map>
#include <unordered_set>

#include "nlu/number_words.h"

namespace parlance::nlu {

namespace {

template <typename Value>
using Table = std::unordered_map<std::string_view, Value>;

template <typename Value>
std::optional<Value> look_up(const Table<Value>& table, std::string_view word) {
    const auto found = table.find(word);
    if (found == table.end()) return std::nullopt;
    return found->second;
}

}  // namespace

std::optional<unsigned> month_word(std::string_view word) {
    static const Table<unsigned> table{
        {"january", 1},  {"jan", 1},    {"february", 2},  {"feb", 2},       {"march", 3},     {"mar", 3},
        {"april", 4},    {"apr", 4},    {"may", 5},       {"june", 6},      {"jun", 6},       {"july", 7},
        {"jul", 7},      {"august", 8}, {"aug", 8},       {"september", 9}, {"sep", 9},       {"sept", 9},
        {"october", 10}, {"oct", 10},   {"november", 11}, {"nov", 11},      {"december", 12}, {"dec", 12},
    };
    return look_up(table, word);
}

std::optional<WeekdayWord> weekday_word(std::string_view word) {
    static const Table<WeekdayWord> table{
        {"monday", {1, false}},   {"mon", {1, false}},       {"mondays", {1, true}},
        {"tuesday", {2, false}},  {"tue", {2, false}},       {"tues", {2, false}},
        {"tuesdays", {2, true}},  {"wednesday", {3, false}}, {"wed", {3, false}},
        {"weds", {3, false}},     {"wednesdays", {3, true}}, {"thursday", {4, false}},
        {"thu", {4, false}},      {"thur", {4, false}},      {"thurs", {4, false}},
        {"thursdays", {4, true}}, {"friday", {5, false}},    {"fri", {5, false}},
        {"fridays", {5, true}},   {"saturday", {6, false}},  {"sat", {6, false}},
        {"saturdays", {6, true}}, {"sunday", {7, false}},    {"sun", {7, false}},
        {"sundays", {7, true}},
    };
    return look_up(table, word);
}

std::optional<UnitWord> unit_word(std::string_view word) {
    static const Table<UnitWord> table{
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
    };
    return look_up(table, word);
}

std::optional<ShiftWord> shift_word(std::string_view word) {
    static const Table<ShiftWord> table{
        {"next", {1}},  {"following", {1}}, {"coming", {1, true}}, {"upcoming", {1, true}},
        {"last", {-1}}, {"previous", {-1}}, {"prev", {-1}},        {"past", {-1, true}},
        {"this", {0}},  {"current", {0}},   {"present", {0}},
    };
    return look_up(table, word);
}

std::optional<DayPart> day_part_word(std::string_view word) {
    static const Table<DayPart> table{
        {"morning", {"MO", 8, 12}},      {"mornings", {"MO", 8, 12}},     {"afternoon", {"AF", 12, 16}},
        {"afternoons", {"AF", 12, 16}},  {"evening", {"EV", 16, 20}},     {"evenings", {"EV", 16, 20}},
        {"night", {"NI", 20, 24}},       {"nights", {"NI", 20, 24}},      {"nite", {"NI", 20, 24}},
        {"daytime", {"DT", 8, 18}},      {"nighttime", {"NT", 0, 8}},     {"lunchtime", {"MEL", 11, 13}},
        {"dinnertime", {"MED", 16, 20}}, {"suppertime", {"MED", 16, 20}}, {"mealtime", {"ME", 8, 20}},
    };
    return look_up(table, word);
}

std::optional<std::string_view> season_word(std::string_view word) {
    static const Table<std::string_view> table{
        {"spring", "SP"}, {"summer", "SU"}, {"autumn", "FA"}, {"winter", "WI"}, {"fall", "FA"}};
    return look_up(table, word);
}

std::optional<int> cardinal_word(std::string_view word) {
    static const Table<int> table{
        {"zero", 0},     {"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},
        {"five", 5},     {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},
        {"ten", 10},     {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14},
        {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19},
        {"twenty", 20},  {"thirty", 30},  {"forty", 40},     {"fourty", 40},   {"fifty", 50},
        {"sixty", 60},   {"seventy", 70}, {"eighty", 80},    {"ninety", 90}};
    return look_up(table, word);
}

bool may_begin_time(std::string_view word) {
    // Beside the names above: what opens, bounds, counts or points.
    static const std::unordered_set<std::string_view> openers{"a",
                                                              "about",
                                                              "academic",
                                                              "after",
                                                              "ahead",
                                                              "all",
                                                              "an",
                                                              "annual",
                                                              "annually",
                                                              "another",
                                                              "any",
                                                              "approx",
                                                              "approximately",
                                                              "around",
                                                              "as",
                                                              "asap",
                                                              "at",
                                                              "before",
                                                              "beginning",
                                                              "between",
                                                              "bi",
                                                              "biannually",
                                                              "bimonthly",
                                                              "biweekly",
                                                              "by",
                                                              "calendar",
                                                              "circa",
                                                              "couple",
                                                              "cy",
                                                              "daily",
                                                              "dinner",
                                                              "each",
                                                              "earlier",
                                                              "early",
                                                              "end",
                                                              "entire",
                                                              "eod",
                                                              "eom",
                                                              "eoy",
                                                              "every",
                                                              "everyday",
                                                              "few",
                                                              "fewer",
                                                              "financial",
                                                              "fiscal",
                                                              "for",
                                                              "fortnightly",
                                                              "from",
                                                              "full",
                                                              "fy",
                                                              "greater",
                                                              "h",
                                                              "half",
                                                              "hourly",
                                                              "in",
                                                              "late",
                                                              "later",
                                                              "less",
                                                              "longer",
                                                              "lunch",
                                                              "mid",
                                                              "midafternoon",
                                                              "midday",
                                                              "middle",
                                                              "midmorning",
                                                              "midnight",
                                                              "monthly",
                                                              "more",
                                                              "nightly",
                                                              "no",
                                                              "noon",
                                                              "noonish",
                                                              "noontime",
                                                              "not",
                                                              "now",
                                                              "on",
                                                              "once",
                                                              "otd",
                                                              "over",
                                                              "prior",
                                                              "q",
                                                              "quarterly",
                                                              "remainder",
                                                              "remaining",
                                                              "rest",
                                                              "right",
                                                              "roughly",
                                                              "same",
                                                              "school",
                                                              "semi",
                                                              "semiannual",
                                                              "semiannually",
                                                              "several",
                                                              "shorter",
                                                              "since",
                                                              "some",
                                                              "sooner",
                                                              "start",
                                                              "starting",
                                                              "sy",
                                                              "that",
                                                              "the",
                                                              "till",
                                                              "to",
                                                              "today",
                                                              "todays",
                                                              "today's",
                                                              "tommorow",
                                                              "tommorrow",
                                                              "tomorow",
                                                              "tomorrow",
                                                              "tomorrow's",
                                                              "tmr",
                                                              "tmrw",
                                                              "tonight",
                                                              "tonite",
                                                              "twice",
                                                              "under",
                                                              "until",
                                                              "w",
                                                              "weekly",
                                                              "whole",
                                                              "within",
                                                              "yearly",
                                                              "yesterday",
                                                              "yesterday's",
                                                              "ytd"};
    return openers.contains(word) || month_word(word) || weekday_word(word) || unit_word(word) ||
           shift_word(word) || day_part_word(word) || season_word(word) || cardinal_word(word) ||
           english_ordinal(word);
}

}  // namespace parlance::nlu
