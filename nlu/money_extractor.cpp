#include "nlu/money_extractor.h"

#include <cmath>
#include <optional>

#include "nlu/currency_names.h"
#include "nlu/number_reader.h"
#include "nlu/phrase_table.h"

namespace parlance::nlu {

namespace {

struct MoneyReading {
    Money money;
    std::size_t begin = 0;
    std::size_t end = 0;
};

std::optional<Money> money_of(double amount, const CurrencyName& name) {
    const CurrencyCode currency{std::string(name.meant)};
    const double minor = std::round(amount * name.worth * std::pow(10, decimals_of(currency)));
    if (!(std::abs(minor) < 9e15)) return std::nullopt;
    return Money{static_cast<std::int64_t>(minor), currency};
}

// A name of a currency that banks deal in.
std::optional<CurrencyNameReading> read_bank_name(const TokenizedText& text, std::size_t at) {
    auto name = read_currency_name(text, at);
    return name && !name->name.meant.empty() ? name : std::nullopt;
}

// "$", "US$", "c $", "EUR": what may stand before an amount. Names stand behind ("5 euros"), letters on
// either side.
std::optional<CurrencyNameReading> read_unit_before(const TokenizedText& text, std::size_t at) {
    auto unit = read_bank_name(text, at);
    if (!unit || !text.is_word(at)) return unit;
    if (text.is(unit->end - 1, "$")) return unit;
    const bool letters = text.text(at).size() == 3 || text.is(at, "fr") || text.is(at, "rs");
    if (!letters || unit->name.use == NameUse::behind_number) return std::nullopt;
    if (unit->end == at + 1 && text.is(at + 1, ".") && text.is_glued(at + 1)) ++unit->end;
    return unit;
}

// "EUR", "euros", "\u20ac", "canadian dollars", "swiss francs", "us dollars", "pounds sterling".
std::optional<CurrencyNameReading> read_unit_behind(const TokenizedText& text, std::size_t at) {
    const auto unit = read_bank_name(text, at);
    if (!unit) return std::nullopt;
    // "5 $10": the sign belongs to what it touches.
    const bool next_number = text.is_number(at + 1) && text.is_glued(at + 1) && !text.is_glued(at);
    if (!text.is_word(at) && next_number) return std::nullopt;
    if (text.is(at, "won") && !text.is(at - 1, "000")) return std::nullopt;  // "the 5 won"
    return unit;
}

// The number of an amount. "1.234" with a currency behind or before it is no fraction: money has at most
// two decimals.
std::optional<NumberReading> read_amount(const TokenizedText& text, std::size_t at,
                                         const std::string& language) {
    auto number = read_number(text, at, language);
    if (!number || !text.is_number(at)) return number;
    const std::string_view digits = text.text(at);
    const std::size_t separator = digits.find_first_of(".,");
    const bool one = separator != std::string_view::npos &&
                     digits.find_first_of(".,", separator + 1) == std::string_view::npos;
    if (one && digits.size() - separator == 4 && number->end == at + 1 && digits[0] != '0') {
        const auto other = digit_style_of(language) == DigitStyle::point_is_decimal
                               ? DigitStyle::comma_is_decimal
                               : DigitStyle::point_is_decimal;
        const double thousands = parse_digits(digits, other).value_or(number->value);
        number->value = std::max(number->value, thousands);
    }
    return number;
}

// The cents that follow whole units: "5 euros and 20 cents", "5 euros 20", "12\u20ac50".
void read_cents(const TokenizedText& text, const std::string& language, MoneyReading& reading) {
    std::size_t at = reading.end;
    const bool touches = text.is_glued(at);
    if (text.is(at, "and") || text.is(at, "und")) ++at;
    const auto number = read_number(text, at, language);
    if (!number || !number->is_whole() || number->value <= 0 || number->value >= 100) return;
    const auto unit = read_unit_behind(text, number->end);
    const bool named = unit && unit->name.worth < 1;
    // Two bare digits are cents when they touch the unit or end a clause: "12\u20ac50", "it was 5 euros 20."
    const bool two_digits = text.is_number(at) ? text.text(at).size() == 2 : number->value >= 10;
    const std::string_view next = text.text(number->end);
    const bool ends = next.empty() || next == "." || next == "," || next == "?" || next == "!";
    const bool plain = !unit && two_digits && at == reading.end && (touches || ends);
    if (!named && !plain) return;
    reading.money.minor_units += static_cast<std::int64_t>(number->value);
    reading.end = named ? unit->end : number->end;
}

bool is_minus(const TokenizedText& text, std::size_t at) {
    if (text.is(at, "minus")) return true;
    return text.is(at, "-") && text.is_glued(at + 1) && !text.is_glued(at);
}

// "TR-K7M358RS": digits behind letters belong to a code, not to an amount; but "2x5 euros".
bool is_inside_code(const TokenizedText& text, std::size_t at) {
    return at > 0 && text.is_number(at) && text.is_glued(at) && text.is_word(at - 1) && !text.is(at - 1, "x");
}

std::optional<MoneyReading> read_money(const TokenizedText& text, std::size_t at,
                                       const std::string& language) {
    std::size_t next = at;
    const bool negative = is_minus(text, at);
    if (negative) ++next;
    const auto before = read_unit_before(text, next);
    const auto number = read_amount(text, before ? before->end : next, language);
    if (!number) return std::nullopt;
    const auto behind = before ? std::nullopt : read_unit_behind(text, number->end);
    if (!before && !behind) return std::nullopt;
    const CurrencyName& unit = before ? before->name : behind->name;
    auto money = money_of(number->value, unit);
    if (!money) return std::nullopt;
    MoneyReading reading{*money, at, before ? number->end : behind->end};
    // "$5 usd", "$ 5 million dollars": the same currency said twice.
    if (before) {
        const auto again = read_unit_behind(text, reading.end);
        const bool same =
            again && again->name.worth == 1 && (again->name.meant == unit.meant || unit.meant == "USD");
        if (same && text.is_word(reading.end)) {
            reading.money.currency.letters = again->name.meant;
            reading.end = again->end;
        }
    } else if (unit.worth == 1 && number->is_whole() && decimals_of(reading.money.currency) == 2) {
        read_cents(text, language, reading);
    }
    if (negative) reading.money.minor_units = -reading.money.minor_units;
    return reading;
}

}  // namespace

void MoneyExtractor::extract(const Utterance& utterance, std::vector<Entity>& found) const {
    const TokenizedText text = tokenize(utterance.text);
    const std::string language = language_of(utterance.locale);
    for (std::size_t at = 0; at < text.tokens.size();) {
        const auto reading = is_inside_code(text, at) ? std::nullopt : read_money(text, at, language);
        if (!reading) {
            ++at;
            continue;
        }
        found.push_back(
            {{"money"}, text.original(reading->begin, reading->end), SlotValue(reading->money), 1});
        at = reading->end;
    }
}

}  // namespace parlance::nlu
