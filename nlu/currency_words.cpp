#include "nlu/currency_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace parlance::nlu {

namespace {

using Entry = std::pair<std::string_view, CurrencyUnit>;

template <std::size_t size>
std::optional<CurrencyUnit> look_up(const std::array<Entry, size>& table, std::string_view word) {
    for (const auto& [text, unit] : table) {
        if (text == word) return unit;
    }
    return std::nullopt;
}

constexpr std::array<Entry, 10> symbols{{
    {"$", {"USD"}},
    {"\u20ac", {"EUR"}},
    {"\u00a3", {"GBP"}},
    {"\u00a5", {"JPY"}},
    {"\u20b9", {"INR"}},
    {"\u20a9", {"KRW"}},
    {"\u20ba", {"TRY"}},
    {"\u20bd", {"RUB"}},
    {"\u0e3f", {"THB"}},
    {"\u20aa", {"ILS"}},
}};

constexpr std::array<std::string_view, 37> codes{
    "AED", "ARS", "AUD", "BGN", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EGP", "EUR", "GBP",
    "HKD", "HUF", "IDR", "ILS", "INR", "ISK", "JPY", "KRW", "KWD", "MXN", "MYR", "NOK", "NZD",
    "PHP", "PLN", "RON", "RUB", "SAR", "SEK", "SGD", "THB", "TRY", "USD", "ZAR"};

// "try" and "all" are words first.
constexpr std::array<std::string_view, 1> words_not_codes{"try"};

constexpr std::array<Entry, 47> names{{
    {"euro", {"EUR"}},        {"euros", {"EUR"}},        {"eur", {"EUR"}},      {"eurs", {"EUR"}},
    {"cent", {"EUR", 0.01}},  {"cents", {"EUR", 0.01}},  {"dollar", {"USD"}},   {"dollars", {"USD"}},
    {"buck", {"USD"}},        {"bucks", {"USD"}},        {"dollarn", {"USD"}},  {"pound", {"GBP"}},
    {"pounds", {"GBP"}},      {"quid", {"GBP"}},         {"sterling", {"GBP"}}, {"pfund", {"GBP"}},
    {"pence", {"GBP", 0.01}}, {"penny", {"GBP", 0.01}},  {"franc", {"CHF"}},    {"francs", {"CHF"}},
    {"franken", {"CHF"}},     {"rappen", {"CHF", 0.01}}, {"fr", {"CHF"}},       {"sfr", {"CHF"}},
    {"yen", {"JPY"}},         {"yuan", {"CNY"}},         {"renminbi", {"CNY"}}, {"rmb", {"CNY"}},
    {"rupee", {"INR"}},       {"rupees", {"INR"}},       {"rupien", {"INR"}},   {"rs", {"INR"}},
    {"zloty", {"PLN"}},       {"zlotys", {"PLN"}},       {"rouble", {"RUB"}},   {"roubles", {"RUB"}},
    {"ruble", {"RUB"}},       {"rubles", {"RUB"}},       {"rubel", {"RUB"}},    {"lira", {"TRY"}},
    {"kronor", {"SEK"}},      {"kroner", {"NOK"}},       {"kronen", {"SEK"}},   {"forint", {"HUF"}},
    {"won", {"KRW"}},         {"baht", {"THB"}},         {"rand", {"ZAR"}},
}};

constexpr std::array<Entry, 11> dollar_prefixes{{
    {"us", {"USD"}},
    {"u.s", {"USD"}},
    {"c", {"CAD"}},
    {"ca", {"CAD"}},
    {"can", {"CAD"}},
    {"a", {"AUD"}},
    {"au", {"AUD"}},
    {"nz", {"NZD"}},
    {"hk", {"HKD"}},
    {"s", {"SGD"}},
    {"r", {"BRL"}},
}};

struct Nation {
    std::string_view adjective;
    std::string_view noun;  // the start of it
    std::string_view letters;
};

constexpr std::array<Nation, 22> nations{{
    {"us", "dollar", "USD"},         {"american", "dollar", "USD"},   {"canadian", "dollar", "CAD"},
    {"kanadische", "dollar", "CAD"}, {"australian", "dollar", "AUD"}, {"hong", "dollar", "HKD"},
    {"singapore", "dollar", "SGD"},  {"zealand", "dollar", "NZD"},    {"british", "pound", "GBP"},
    {"swiss", "franc", "CHF"},       {"schweizer", "franken", "CHF"}, {"japanese", "yen", "JPY"},
    {"indian", "rupee", "INR"},      {"swedish", "kron", "SEK"},      {"norwegian", "kron", "NOK"},
    {"danish", "kron", "DKK"},       {"egyptian", "pound", "EGP"},    {"turkish", "lira", "TRY"},
    {"chinese", "yuan", "CNY"},      {"mexican", "peso", "MXN"},      {"polish", "zloty", "PLN"},
    {"russian", "r", "RUB"},
}};

}  // namespace

std::optional<CurrencyUnit> currency_of_symbol(std::string_view symbol) {
    return look_up(symbols, symbol);
}

std::optional<CurrencyUnit> currency_of_word(std::string_view word) {
    if (const auto unit = look_up(names, word)) return unit;
    if (word.size() != 3 ||
        std::find(words_not_codes.begin(), words_not_codes.end(), word) != words_not_codes.end()) {
        return std::nullopt;
    }
    for (const std::string_view code : codes) {
        const bool same = std::equal(word.begin(), word.end(), code.begin(),
                                     [](char folded, char upper) { return folded - 'a' == upper - 'A'; });
        if (same) return CurrencyUnit{code};
    }
    return std::nullopt;
}

std::optional<CurrencyUnit> dollar_of_prefix(std::string_view prefix) {
    return look_up(dollar_prefixes, prefix);
}

std::optional<CurrencyUnit> currency_of_nation(std::string_view nation, std::string_view noun) {
    for (const Nation& entry : nations) {
        if (entry.adjective == nation && noun.starts_with(entry.noun)) return CurrencyUnit{entry.letters};
    }
    return std::nullopt;
}

}  // namespace parlance::nlu
