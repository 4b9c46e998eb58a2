#include "nlu/date_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace parlance::nlu {

namespace {

template <typename Value>
using Entry = std::pair<std::string_view, Value>;

template <typename Value, std::size_t size>
std::optional<Value> look_up(const std::array<Entry<Value>, size>& table, std::string_view word) {
    for (const auto& [text, value] : table) {
        if (text == word) return value;
    }
    return std::nullopt;
}

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<Entry<unsigned>, 27> german_months{{
    {"januar", 1},    {"j\u00e4nner", 1}, {"jan", 1},  {"februar", 2},  {"feber", 2},  {"feb", 2},
    {"m\u00e4rz", 3}, {"maerz", 3},       {"mrz", 3},  {"april", 4},    {"apr", 4},    {"mai", 5},
    {"juni", 6},      {"jun", 6},         {"juli", 7}, {"jul", 7},      {"august", 8}, {"aug", 8},
    {"september", 9}, {"sep", 9},         {"sept", 9}, {"oktober", 10}, {"okt", 10},   {"november", 11},
    {"nov", 11},      {"dezember", 12},   {"dez", 12},
}};

constexpr std::array<Entry<unsigned>, 8> german_weekdays{{
    {"montag", 1},
    {"dienstag", 2},
    {"mittwoch", 3},
    {"donnerstag", 4},
    {"freitag", 5},
    {"samstag", 6},
    {"sonnabend", 6},
    {"sonntag", 0},
}};

constexpr std::array<Entry<Period>, 9> german_periods{{
    {"woche", Period::week},
    {"wochenende", Period::weekend},
    {"wochenendes", Period::weekend},
    {"monat", Period::month},
    {"monats", Period::month},
    {"quartal", Period::quarter},
    {"quartals", Period::quarter},
    {"jahr", Period::year},
    {"jahres", Period::year},
}};

constexpr std::array<Entry<int>, 6> german_days{{
    {"heute", 0},
    {"morgen", 1},
    {"\u00fcbermorgen", 2},
    {"uebermorgen", 2},
    {"gestern", -1},
    {"vorgestern", -2},
}};

constexpr std::array<std::string_view, 17> english_past{
    "did",  "was",  "were",     "spent", "spend",    "spending", "paid", "bought", "charged",
    "went", "sent", "received", "had",   "happened", "made",     "came", "got"};

constexpr std::array<std::string_view, 13> german_past{
    "habe",    "hab",     "hatte",      "war",       "waren", "wurde",   "wurden",
    "gekauft", "bezahlt", "ausgegeben", "abgebucht", "kam",   "ausgaben"};

}  // namespace

std::optional<unsigned> month_named(std::string_view word) {
    return look_up(german_months, word);
}

std::optional<std::chrono::weekday> weekday_named(std::string_view word) {
    if (word.ends_with("s")) word.remove_suffix(1);
    const auto number = look_up(german_weekdays, word);
    if (!number) return std::nullopt;
    return std::chrono::weekday(*number);
}

std::optional<Period> period_named(std::string_view word) {
    return look_up(german_periods, word);
}

std::optional<int> shift_named(std::string_view word) {
    // The inflections all start alike: "n\u00e4chste", "n\u00e4chster", "n\u00e4chsten".
    for (const std::string_view stem : {"n\u00e4chste", "naechste", "kommende", "folgende"}) {
        if (word.starts_with(stem) && word.size() <= stem.size() + 1) return 1;
    }
    for (const std::string_view stem : {"letzte", "vergangene", "vorige"}) {
        if (word.starts_with(stem) && word.size() <= stem.size() + 1) return -1;
    }
    if (word.starts_with("diese") && word.size() <= 6) return 0;
    return std::nullopt;
}

std::optional<int> day_offset_named(std::string_view word) {
    return look_up(german_days, word);
}

bool tells_of_past(std::string_view word, std::string_view language) {
    return language == "de" ? contains(german_past, word) : contains(english_past, word);
}

}  // namespace parlance::nlu
