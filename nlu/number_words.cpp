#include "nlu/number_words.h"

#include <string>
#include <utility>

#include "nlu/word_table.h"

namespace parlance::nlu {

namespace {

constexpr auto english_units = word_table<std::int64_t>({
    {"nought", 0},   {"naught", 0},   {"zero", 0},       {"nil", 0},       {"one", 1},       {"two", 2},
    {"three", 3},    {"four", 4},     {"five", 5},       {"six", 6},       {"seven", 7},     {"eight", 8},
    {"nine", 9},     {"ten", 10},     {"eleven", 11},    {"twelve", 12},   {"thirteen", 13}, {"fourteen", 14},
    {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19},
});

constexpr auto english_tens_table = word_table<std::int64_t>({
    {"twenty", 20},
    {"thirty", 30},
    {"forty", 40},
    {"fourty", 40},
    {"fifty", 50},
    {"sixty", 60},
    {"seventy", 70},
    {"eighty", 80},
    {"ninety", 90},
});

constexpr auto english_ordinals = word_table<std::int64_t>({
    {"nineth", 9},      {"eigth", 8},       {"twelveth", 12},  {"first", 1},      {"second", 2},
    {"third", 3},       {"fourth", 4},      {"fifth", 5},      {"sixth", 6},      {"seventh", 7},
    {"eighth", 8},      {"ninth", 9},       {"tenth", 10},     {"eleventh", 11},  {"twelfth", 12},
    {"thirteenth", 13}, {"fourteenth", 14}, {"fifteenth", 15}, {"sixteenth", 16}, {"seventeenth", 17},
    {"eighteenth", 18}, {"nineteenth", 19}, {"twentieth", 20}, {"fortieth", 40},  {"fiftieth", 50},
    {"sixtieth", 60},   {"seventieth", 70}, {"eightieth", 80}, {"ninetieth", 90}, {"thirtieth", 30},
});

constexpr auto german_teens = word_table<std::int64_t>({
    {"zehn", 10},
    {"elf", 11},
    {"zw\u00f6lf", 12},
    {"zwoelf", 12},
    {"dreizehn", 13},
    {"vierzehn", 14},
    {"f\u00fcnfzehn", 15},
    {"fuenfzehn", 15},
    {"sechzehn", 16},
    {"siebzehn", 17},
    {"achtzehn", 18},
    {"neunzehn", 19},
    {"null", 0},
});

constexpr auto german_units = word_table<std::int64_t>({
    {"ein", 1},
    {"eins", 1},
    {"zwei", 2},
    {"zwo", 2},
    {"drei", 3},
    {"vier", 4},
    {"f\u00fcnf", 5},
    {"fuenf", 5},
    {"sechs", 6},
    {"sieben", 7},
    {"acht", 8},
    {"neun", 9},
});

constexpr auto german_tens = word_table<std::int64_t>({
    {"zwanzig", 20},
    {"dreissig", 30},
    {"vierzig", 40},
    {"f\u00fcnfzig", 50},
    {"fuenfzig", 50},
    {"sechzig", 60},
    {"siebzig", 70},
    {"achtzig", 80},
    {"neunzig", 90},
});

std::optional<std::int64_t> german_below_hundred(std::string_view word) {
    if (const auto value = german_teens.find(word)) return value;
    if (const auto value = german_tens.find(word)) return value;
    if (const auto value = german_units.find(word)) return value;
    // "fuenfundzwanzig": the unit, "und", the tens. "und" may occur inside neither.
    const std::size_t joint = word.find("und");
    if (joint == std::string_view::npos) return std::nullopt;
    const auto unit = german_units.find(word.substr(0, joint));
    const auto tens = german_tens.find(word.substr(joint + 3));
    if (!unit || !tens) return std::nullopt;
    return *unit + *tens;
}

// Splits at `joint` and reads factor * scale + rest; an absent factor is 1, an absent rest 0.
std::optional<std::int64_t> german_scaled(std::string_view word, std::string_view joint, std::int64_t scale,
                                          std::optional<std::int64_t> (*factor_of)(std::string_view),
                                          std::optional<std::int64_t> (*rest_of)(std::string_view)) {
    const std::size_t at = word.find(joint);
    if (at == std::string_view::npos) return rest_of(word);
    std::string_view rest = word.substr(at + joint.size());
    const auto factor = at == 0 ? std::optional<std::int64_t>(1) : factor_of(word.substr(0, at));
    if (rest.starts_with("und") && !rest.substr(3).empty()) rest.remove_prefix(3);
    const auto low = rest.empty() ? std::optional<std::int64_t>(0) : rest_of(rest);
    if (!factor || !low) return std::nullopt;
    return *factor * scale + *low;
}

std::optional<std::int64_t> german_below_thousand(std::string_view word) {
    return german_scaled(word, "hundert", 100, german_below_hundred, german_below_hundred);
}

}  // namespace

std::optional<std::int64_t> english_unit(std::string_view word) {
    return english_units.find(word);
}
std::optional<std::int64_t> english_tens(std::string_view word) {
    return english_tens_table.find(word);
}
std::optional<std::int64_t> english_cardinal(std::string_view word) {
    const auto unit = english_unit(word);
    return unit ? unit : english_tens(word);
}

bool may_begin_english_number(std::string_view word) {
    static constexpr auto openers =
        word_table<bool>({{"a", true}, {"an", true}, {"half", true}, {"quarter", true}, {"hundred", true}});
    return english_cardinal(word) || openers.contains(word);
}

std::optional<std::int64_t> english_ordinal(std::string_view word) {
    return english_ordinals.find(word);
}

std::optional<std::int64_t> german_number(std::string_view word) {
    if (word == "ein" || word == "hunderte" || word == "tausende") return std::nullopt;
    return german_scaled(word, "tausend", 1000, german_below_thousand, german_below_thousand);
}

std::optional<std::int64_t> german_ordinal(std::string_view word) {
    for (const std::string_view ending : {"en", "er", "es", "em", "e"}) {
        if (!word.ends_with(ending)) continue;
        const std::string_view stem = word.substr(0, word.size() - ending.size());
        if (stem == "erst") return 1;
        if (stem == "dritt") return 3;
        if (stem == "siebt") return 7;
        if (stem == "acht") return 8;
        if (!stem.ends_with("t")) continue;
        std::string_view number = stem.substr(0, stem.size() - 1);
        if (number.ends_with("s") && german_number(number.substr(0, number.size() - 1)).value_or(0) >= 20) {
            number.remove_suffix(1);
        }
        const auto value = german_number(number);
        if (value && *value >= 2 && *value <= 31) return value;
    }
    return std::nullopt;
}

std::optional<Multiplier> multiplier(std::string_view word, std::string_view language) {
    static constexpr auto everywhere = word_table<Multiplier>({
        {"k", {1e3}},         {"million", {1e6}},  {"millions", {1e6}},  {"mln", {1e6}},
        {"mio", {1e6}},       {"m", {1e6, true}},  {"mn", {1e6, true}},  {"bn", {1e9}},
        {"b", {1e9, true}},   {"thousand", {1e3}}, {"thousands", {1e3}}, {"grand", {1e3}},
        {"hundred", {1e2}},   {"billion", {1e9}},  {"billions", {1e9}},  {"trillions", {1e12}},
        {"trillion", {1e12}}, {"bln", {1e9}},      {"tln", {1e12}},      {"trn", {1e12}},
        {"mil", {1e6}},       {"g", {1e9, true}},  {"t", {1e12, true}},  {"lakh", {1e5}},
        {"lakhs", {1e5}},     {"crore", {1e7}},    {"crores", {1e7}},    {"dozen", {12}},
        {"dozens", {12}},     {"doz", {12}},       {"dozs", {12}},
    });
    static constexpr auto german = word_table<Multiplier>({
        {"k", {1e3}},
        {"tsd", {1e3}},
        {"tausend", {1e3}},
        {"million", {1e6}},
        {"millionen", {1e6}},
        {"mio", {1e6}},
        {"milliarde", {1e9}},
        {"milliarden", {1e9}},
        {"mrd", {1e9}},
        {"billion", {1e12}},
        {"billionen", {1e12}},
        {"hundert", {1e2}},
    });
    return language == "de" ? german.find(word) : everywhere.find(word);
}

}  // namespace parlance::nlu
