#include "nlu/currency_names.h"

#include "nlu/phrase_index.h"

namespace parlance::nlu {

namespace {

// clang-format off
constexpr CurrencyName names[] = {
    {"us $", "United States dollar", "USD", "USD"},
    {"c $", "Canadian dollar", "CAD", "CAD"},
    {"a $", "Australian dollar", "AUD", "AUD"},
    {"hk $", "Hong Kong dollar", "HKD", "HKD"},
    {"nz $", "New Zealand dollar", "NZD", "NZD"},
    {"mxn $", "Mexican peso", "MXN", "MXN"},
    {"cad $", "Canadian dollar", "CAD", "CAD"},
    {"aud $", "Australian dollar", "AUD", "AUD"},
    {"usd $", "United States dollar", "USD", "USD"},
    {"$", "Dollar", "", "USD"},
    {"\u20ac", "Euro", "EUR", "EUR"},
    {"\u00a3", "Pound", "", "GBP"},
    {"\u00a5", "Japanese yen", "JPY", "JPY"},
    {"\u20a1", "Costa Rican col\u00f3n", "CRC", "CRC"},
    {"\u20ad", "Lao kip", "LAK", "LAK"},
    {"\u20b9", "Indian rupee", "INR", "INR"},
    {"\u20a9", "South Korean won", "KRW", "KRW"},
    {"\u20bd", "Russian ruble", "RUB", "RUB"},
    {"\u20ba", "Turkish lira", "TRY", "TRY"},
    {"\u20aa", "Israeli new shekel", "ILS", "ILS"},
    {"united states dollar", "United States dollar", "USD", "USD"},
    {"american dollar", "United States dollar", "USD", "USD"},
    {"u . s . dollar", "United States dollar", "USD", "USD"},
    {"us dollar", "United States dollar", "USD", "USD"},
    {"usd", "United States dollar", "USD", "USD"},
    {"canadian dollar", "Canadian dollar", "CAD", "CAD"},
    {"cad", "Canadian dollar", "CAD", "CAD"},
    {"australian dollar", "Australian dollar", "AUD", "AUD"},
    {"aud", "Australian dollar", "AUD", "AUD"},
    {"hong kong dollar", "Hong Kong dollar", "HKD", "HKD"},
    {"hkd", "Hong Kong dollar", "HKD", "HKD"},
    {"singapore dollar", "Singapore dollar", "SGD", "SGD"},
    {"sgd", "Singapore dollar", "SGD", "SGD"},
    {"new zealand dollar", "New Zealand dollar", "NZD", "NZD"},
    {"nzd", "New Zealand dollar", "NZD", "NZD"},
    {"british pound", "British pound", "GBP", "GBP"},
    {"pound sterling", "British pound", "GBP", "GBP"},
    {"gbp", "British pound", "GBP", "GBP"},
    {"euro", "Euro", "EUR", "EUR"},
    {"eur", "Euro", "EUR", "EUR"},
    {"japanese yen", "Japanese yen", "JPY", "JPY"},
    {"yen", "Japanese yen", "JPY", "JPY"},
    {"jpy", "Japanese yen", "JPY", "JPY"},
    {"chinese yuan", "Chinese yuan", "CNY", "CNY"},
    {"yuan", "Chinese yuan", "CNY", "CNY"},
    {"renminbi", "Chinese yuan", "CNY", "CNY"},
    {"rmb", "Chinese yuan", "CNY", "CNY"},
    {"cny", "Chinese yuan", "CNY", "CNY"},
    {"swiss franc", "Swiss franc", "CHF", "CHF"},
    {"chf", "Swiss franc", "CHF", "CHF"},
    {"french franc", "French franc", "", ""},
    {"indian rupee", "Indian rupee", "INR", "INR"},
    {"inr", "Indian rupee", "INR", "INR"},
    {"mexican peso", "Mexican peso", "MXN", "MXN"},
    {"mxn", "Mexican peso", "MXN", "MXN"},
    {"turkish lira", "Turkish lira", "TRY", "TRY"},
    {"russian ruble", "Russian ruble", "RUB", "RUB"},
    {"south korean won", "South Korean won", "KRW", "KRW"},
    {"thai baht", "Thai baht", "THB", "THB"},
    {"polish zloty", "Polish zloty", "PLN", "PLN"},
    {"brazilian real", "Brazilian real", "BRL", "BRL"},
    {"dollar", "Dollar", "", "USD"},
    {"pound", "Pound", "", "GBP"},
    {"franc", "Franc", "", "CHF"},
    {"rupee", "Rupee", "", "INR"},
    {"peso", "Peso", "", ""},
    {"pence", "Pence", "", "GBP", 0.01},
    {"cent", "Cent", "", "EUR", 0.01},
    {"sen", "Sen", "", ""},
    {"bitcoin", "Bitcoin", "", ""},
    {"satoshi", "Satoshi", "", ""},
    {"mex $", "Mexican peso", "MXN", "MXN"},
    {"ca $", "Canadian dollar", "CAD", "CAD"},
    {"can $", "Canadian dollar", "CAD", "CAD"},
    {"au $", "Australian dollar", "AUD", "AUD"},
    {"s $", "Singapore dollar", "SGD", "SGD"},
    {"r $", "Brazilian real", "BRL", "BRL"},
    {"\u0e3f", "Thai baht", "THB", "THB"},
    {"zealand dollar", "New Zealand dollar", "NZD", "NZD"},
    {"egyptian pound", "Egyptian pound", "EGP", "EGP"},
    {"swedish krona", "Swedish krona", "SEK", "SEK"},
    {"swedish kronor", "Swedish krona", "SEK", "SEK"},
    {"norwegian krone", "Norwegian krone", "NOK", "NOK"},
    {"norwegian kroner", "Norwegian krone", "NOK", "NOK"},
    {"danish krone", "Danish krone", "DKK", "DKK"},
    {"danish kroner", "Danish krone", "DKK", "DKK"},
    {"chinese renminbi", "Chinese yuan", "CNY", "CNY"},
    {"russian rouble", "Russian ruble", "RUB", "RUB"},
    {"pounds sterling", "British pound", "GBP", "GBP"},
    {"british pound sterling", "British pound", "GBP", "GBP"},
    {"sterling", "British pound", "GBP", "GBP", 1, NameUse::behind_number},
    {"zloty", "Polish zloty", "PLN", "PLN", 1, NameUse::behind_number},
    {"ruble", "Russian ruble", "RUB", "RUB", 1, NameUse::behind_number},
    {"rouble", "Russian ruble", "RUB", "RUB", 1, NameUse::behind_number},
    {"lira", "Lira", "", "TRY", 1, NameUse::behind_number},
    {"krona", "Swedish krona", "SEK", "SEK", 1, NameUse::behind_number},
    {"kronor", "Swedish krona", "SEK", "SEK", 1, NameUse::behind_number},
    {"krone", "Krone", "", "NOK", 1, NameUse::behind_number},
    {"kroner", "Krone", "", "NOK", 1, NameUse::behind_number},
    {"forint", "Hungarian forint", "HUF", "HUF", 1, NameUse::behind_number},
    {"won", "South Korean won", "KRW", "KRW", 1, NameUse::behind_number},
    {"baht", "Thai baht", "THB", "THB", 1, NameUse::behind_number},
    {"rand", "South African rand", "ZAR", "ZAR", 1, NameUse::behind_number},
    {"shekel", "Israeli new shekel", "ILS", "ILS", 1, NameUse::behind_number},
    {"dirham", "United Arab Emirates dirham", "AED", "AED", 1, NameUse::behind_number},
    {"ringgit", "Malaysian ringgit", "MYR", "MYR", 1, NameUse::behind_number},
    {"dinar", "Dinar", "", "", 1, NameUse::behind_number},
    {"riyal", "Riyal", "", "", 1, NameUse::behind_number},
    {"buck", "Dollar", "", "USD", 1, NameUse::behind_number},
    {"quid", "Pound", "", "GBP", 1, NameUse::behind_number},
    {"rs .", "Indian rupee", "INR", "INR", 1, NameUse::beside_number},
    {"rs", "Indian rupee", "INR", "INR", 1, NameUse::beside_number},
    {"rm", "Malaysian ringgit", "MYR", "MYR", 1, NameUse::beside_number},
    {"fr", "Franc", "", "CHF", 1, NameUse::beside_number},
    {"sfr", "Swiss franc", "CHF", "CHF", 1, NameUse::beside_number},
    {"kr", "Krone", "", "SEK", 1, NameUse::beside_number},
    {"penny", "Cent", "", "GBP", 0.01, NameUse::behind_number},
    {"\u00a2", "Cent", "", "EUR", 0.01, NameUse::behind_number},
    {"aed", "United Arab Emirates dirham", "AED", "AED", 1, NameUse::beside_number},
    {"ars", "Argentine peso", "ARS", "ARS", 1, NameUse::beside_number},
    {"bgn", "Bulgarian lev", "BGN", "BGN", 1, NameUse::beside_number},
    {"brl", "Brazilian real", "BRL", "BRL", 1, NameUse::beside_number},
    {"czk", "Czech koruna", "CZK", "CZK", 1, NameUse::beside_number},
    {"dkk", "Danish krone", "DKK", "DKK", 1, NameUse::beside_number},
    {"egp", "Egyptian pound", "EGP", "EGP", 1, NameUse::beside_number},
    {"huf", "Hungarian forint", "HUF", "HUF", 1, NameUse::beside_number},
    {"idr", "Indonesian rupiah", "IDR", "IDR", 1, NameUse::beside_number},
    {"ils", "Israeli new shekel", "ILS", "ILS", 1, NameUse::beside_number},
    {"isk", "Icelandic krona", "ISK", "ISK", 1, NameUse::beside_number},
    {"krw", "South Korean won", "KRW", "KRW", 1, NameUse::beside_number},
    {"kwd", "Kuwaiti dinar", "KWD", "KWD", 1, NameUse::beside_number},
    {"myr", "Malaysian ringgit", "MYR", "MYR", 1, NameUse::beside_number},
    {"nok", "Norwegian krone", "NOK", "NOK", 1, NameUse::beside_number},
    {"php", "Philippine peso", "PHP", "PHP", 1, NameUse::beside_number},
    {"pln", "Polish zloty", "PLN", "PLN", 1, NameUse::beside_number},
    {"ron", "Romanian leu", "RON", "RON", 1, NameUse::beside_number},
    {"rub", "Russian ruble", "RUB", "RUB", 1, NameUse::beside_number},
    {"sar", "Saudi riyal", "SAR", "SAR", 1, NameUse::beside_number},
    {"sek", "Swedish krona", "SEK", "SEK", 1, NameUse::beside_number},
    {"thb", "Thai baht", "THB", "THB", 1, NameUse::beside_number},
    {"zar", "South African rand", "ZAR", "ZAR", 1, NameUse::beside_number},
    {"eurs", "Euro", "EUR", "EUR", 1, NameUse::german},
    {"dollarn", "Dollar", "USD", "USD", 1, NameUse::german},
    {"pfund", "Pound", "GBP", "GBP", 1, NameUse::german},
    {"franken", "Swiss franc", "CHF", "CHF", 1, NameUse::german},
    {"schweizer franken", "Swiss franc", "CHF", "CHF", 1, NameUse::german},
    {"kanadische dollar", "Canadian dollar", "CAD", "CAD", 1, NameUse::german},
    {"rupien", "Indian rupee", "INR", "INR", 1, NameUse::german},
    {"rubel", "Russian ruble", "RUB", "RUB", 1, NameUse::german},
    {"kronen", "Swedish krona", "SEK", "SEK", 1, NameUse::german},
    {"rappen", "Swiss franc", "CHF", "CHF", 0.01, NameUse::german},
    {"vnd", "Vietnamese dong", "VND", "VND", 1, NameUse::beside_number},
    {"qar", "Qatari riyal", "QAR", "QAR", 1, NameUse::beside_number},
    {"lbp", "Lebanese pound", "LBP", "LBP", 1, NameUse::beside_number},
    {"omr", "Omani rial", "OMR", "OMR", 1, NameUse::beside_number},
    {"bhd", "Bahraini dinar", "BHD", "BHD", 1, NameUse::beside_number},
    {"jod", "Jordanian dinar", "JOD", "JOD", 1, NameUse::beside_number},
    {"tnd", "Tunisian dinar", "TND", "TND", 1, NameUse::beside_number},
    {"ngn", "Nigerian naira", "NGN", "NGN", 1, NameUse::beside_number},
    {"kes", "Kenyan shilling", "KES", "KES", 1, NameUse::beside_number},
    {"ghs", "Ghanaian cedi", "GHS", "GHS", 1, NameUse::beside_number},
    {"pkr", "Pakistani rupee", "PKR", "PKR", 1, NameUse::beside_number},
    {"lkr", "Sri Lankan rupee", "LKR", "LKR", 1, NameUse::beside_number},
    {"bdt", "Bangladeshi taka", "BDT", "BDT", 1, NameUse::beside_number},
    {"npr", "Nepalese rupee", "NPR", "NPR", 1, NameUse::beside_number},
    {"clp", "Chilean peso", "CLP", "CLP", 1, NameUse::beside_number},
    {"uyu", "Uruguayan peso", "UYU", "UYU", 1, NameUse::beside_number},
    {"twd", "New Taiwan dollar", "TWD", "TWD", 1, NameUse::beside_number},
    {"uah", "Ukrainian hryvnia", "UAH", "UAH", 1, NameUse::beside_number},
    {"rsd", "Serbian dinar", "RSD", "RSD", 1, NameUse::beside_number},
    {"kzt", "Kazakhstani tenge", "KZT", "KZT", 1, NameUse::beside_number},
    {"crc", "Costa Rican colon", "CRC", "CRC", 1, NameUse::beside_number},
    {"dop", "Dominican peso", "DOP", "DOP", 1, NameUse::beside_number},
    {"jmd", "Jamaican dollar", "JMD", "JMD", 1, NameUse::beside_number},
    {"mnt", "Mongolian tugrik", "MNT", "MNT", 1, NameUse::beside_number},
    {"pab", "Panamanian balboa", "PAB", "PAB", 1, NameUse::beside_number},
    {"dong", "Vietnamese dong", "VND", "VND", 1, NameUse::behind_number},
    {"sheqel", "Israeli new shekel", "ILS", "ILS", 1, NameUse::behind_number},
    {"pennies", "Cent", "", "GBP", 0.01, NameUse::behind_number},
};
// clang-format on

// The token behind the name when it stands at `at`, its last word in the singular or the plural; else `at`.
std::size_t behind_name(const TokenizedText& text, std::size_t at, std::string_view words) {
    const std::size_t blank = words.rfind(' ');
    const bool one_word = blank == std::string_view::npos;
    const std::size_t last = one_word ? at : behind_phrase(text, at, words.substr(0, blank));
    if (!one_word && last == at) return at;
    const std::string_view word = one_word ? words : words.substr(blank + 1);
    std::string_view said = text.text(last);
    if (said.size() == word.size() + 1 && said.ends_with('s')) said.remove_suffix(1);
    return said == word ? last + 1 : at;
}

// "R$", "HK$": the country's letters touch the sign; those that nobody takes for a word need not.
bool may_be_prefix(const TokenizedText& text, std::size_t at, std::size_t end) {
    const bool has_prefix = end == at + 2 && text.is(at + 1, "$");
    return !has_prefix || text.is_glued(at + 1) || text.is(at, "c") || text.is(at, "us");
}

// The longest of the names that begin with `first` and stand at token `at`.
std::optional<CurrencyNameReading> read_begun(const TokenizedText& text, std::size_t at,
                                              std::string_view first) {
    static const PhraseIndex<CurrencyName> index{names};
    for (const CurrencyName* name : index.begun_with(first)) {
        const std::size_t end = behind_name(text, at, name->words);
        if (end > at && may_be_prefix(text, at, end)) return CurrencyNameReading{*name, end};
    }
    return std::nullopt;
}

}  // namespace

std::optional<CurrencyNameReading> read_currency_name(const TokenizedText& text, std::size_t at) {
    const std::string_view word = text.text(at);
    const auto name = read_begun(text, at, word);
    return name || !word.ends_with('s') ? name : read_begun(text, at, word.substr(0, word.size() - 1));
}

}  // namespace parlance::nlu
