#include "nlu/recognizers/currency_names.h"

#include <array>
#include <string>

#include "nlu/recognizers/token_phrase.h"

namespace parlance::nlu {

namespace {

// Longer ones before those that they begin with.
constexpr CurrencyName names[] = {
    {"us $", "United States dollar", "USD"},
    {"c $", "Canadian dollar", "CAD"},
    {"a $", "Australian dollar", "AUD"},
    {"hk $", "Hong Kong dollar", "HKD"},
    {"nz $", "New Zealand dollar", "NZD"},
    {"mxn $", "Mexican peso", "MXN"},
    {"cad $", "Canadian dollar", "CAD"},
    {"aud $", "Australian dollar", "AUD"},
    {"usd $", "United States dollar", "USD"},
    {"$", "Dollar", ""},
    {"\u20ac", "Euro", "EUR"},
    {"\u00a3", "Pound", ""},
    {"\u00a5", "Japanese yen", "JPY"},
    {"\u20a1", "Costa Rican col\u00f3n", "CRC"},
    {"\u20ad", "Lao kip", "LAK"},
    {"\u20b9", "Indian rupee", "INR"},
    {"\u20a9", "South Korean won", "KRW"},
    {"\u20bd", "Russian ruble", "RUB"},
    {"\u20ba", "Turkish lira", "TRY"},
    {"\u20aa", "Israeli new shekel", "ILS"},
    {"united states dollar", "United States dollar", "USD"},
    {"american dollar", "United States dollar", "USD"},
    {"u . s . dollar", "United States dollar", "USD"},
    {"us dollar", "United States dollar", "USD"},
    {"usd", "United States dollar", "USD"},
    {"canadian dollar", "Canadian dollar", "CAD"},
    {"cad", "Canadian dollar", "CAD"},
    {"australian dollar", "Australian dollar", "AUD"},
    {"aud", "Australian dollar", "AUD"},
    {"hong kong dollar", "Hong Kong dollar", "HKD"},
    {"hkd", "Hong Kong dollar", "HKD"},
    {"singapore dollar", "Singapore dollar", "SGD"},
    {"sgd", "Singapore dollar", "SGD"},
    {"new zealand dollar", "New Zealand dollar", "NZD"},
    {"nzd", "New Zealand dollar", "NZD"},
    {"british pound", "British pound", "GBP"},
    {"pound sterling", "British pound", "GBP"},
    {"gbp", "British pound", "GBP"},
    {"euro", "Euro", "EUR"},
    {"eur", "Euro", "EUR"},
    {"japanese yen", "Japanese yen", "JPY"},
    {"yen", "Japanese yen", "JPY"},
    {"jpy", "Japanese yen", "JPY"},
    {"chinese yuan", "Chinese yuan", "CNY"},
    {"yuan", "Chinese yuan", "CNY"},
    {"renminbi", "Chinese yuan", "CNY"},
    {"rmb", "Chinese yuan", "CNY"},
    {"cny", "Chinese yuan", "CNY"},
    {"swiss franc", "Swiss franc", "CHF"},
    {"chf", "Swiss franc", "CHF"},
    {"french franc", "French franc", ""},
    {"indian rupee", "Indian rupee", "INR"},
    {"inr", "Indian rupee", "INR"},
    {"mexican peso", "Mexican peso", "MXN"},
    {"mxn", "Mexican peso", "MXN"},
    {"turkish lira", "Turkish lira", "TRY"},
    {"russian ruble", "Russian ruble", "RUB"},
    {"south korean won", "South Korean won", "KRW"},
    {"thai baht", "Thai baht", "THB"},
    {"polish zloty", "Polish zloty", "PLN"},
    {"brazilian real", "Brazilian real", "BRL"},
    {"dollar", "Dollar", ""},
    {"pound", "Pound", ""},
    {"franc", "Franc", ""},
    {"rupee", "Rupee", ""},
    {"peso", "Peso", ""},
    {"pence", "Pence", ""},
    {"cent", "Cent", ""},
    {"sen", "Sen", ""},
    {"bitcoin", "Bitcoin", ""},
    {"satoshi", "Satoshi", ""},
};

}  // namespace

std::optional<CurrencyNameReading> read_currency_name(const TokenizedText& text, std::size_t at) {
    for (const CurrencyName& name : names) {
        if (const std::size_t end = behind_phrase(text, at, name.words); end > at)
            return CurrencyNameReading{name, end};
        const std::string plural = std::string(name.words) + "s";
        if (const std::size_t end = behind_phrase(text, at, plural); end > at)
            return CurrencyNameReading{name, end};
    }
    return std::nullopt;
}

}  // namespace parlance::nlu
