#include "nlu/recognizers/currency_recognizer.h"

#include "nlu/number_expression.h"
#include "nlu/recognizers/value_text.h"

namespace parlance::nlu {

namespace {

bool ends_clause(const TokenizedText& text, std::size_t at) {
    const std::string_view next = text.text(at);
    return next.empty() || next == "." || next == "," || next == "?" || next == "!";
}

// Adds "and forty-five cents" behind whole units.
void read_named_hundredths(const TokenizedText& text, CurrencyAmount& amount) {
    const bool joined = text.is(amount.end, "and");
    const auto number = read_number_expression(text, joined ? amount.end + 1 : amount.end, "en");
    if (!number || number->form != NumberForm::integer || number->value < 1 || number->value > 99) return;
    const auto unit = read_currency_name(text, number->end);
    if (!unit || unit->name.worth == 1) return;
    *amount.value += number->value / 100;
    amount.end = unit->end;
}

// The same, or "forty five" or "50" at the end of a clause.
void read_hundredths(const TokenizedText& text, CurrencyAmount& amount) {
    const std::size_t end = amount.end;
    read_named_hundredths(text, amount);
    if (amount.end > end) return;
    const auto number = read_number_expression(text, end, "en");
    const bool fits =
        number && number->form == NumberForm::integer && number->value >= 10 && number->value <= 99;
    if (!fits || read_currency_name(text, number->end) || !ends_clause(text, number->end)) return;
    *amount.value += number->value / 100;
    amount.end = number->end;
}

// The unit before the number, on which it must be: "$ 5", "usd 200", "dollar 22.5 million".
std::optional<CurrencyAmount> read_behind_name(const TokenizedText& text, std::size_t at) {
    const auto name = read_currency_name(text, at);
    const bool may_stand_before =
        name && (name->name.use == NameUse::anywhere || name->name.use == NameUse::beside_number);
    if (!may_stand_before) return std::nullopt;
    const bool is_word = text.is_word(name->end - 1);
    const bool is_plural =
        is_word && text.text(name->end - 1).ends_with('s') && !name->name.words.ends_with('s');
    if (const auto number = read_number_expression(text, name->end, "en"); number && !is_plural) {
        // "dollar 20 usd": the number has a unit of its own.
        const bool taken = is_word && read_currency_name(text, number->end).has_value();
        if (taken) return std::nullopt;
        CurrencyAmount amount{number->value, name->name, number->end};
        if (!is_word && number->form == NumberForm::integer) read_named_hundredths(text, amount);
        return amount;
    }
    const bool may_stand_alone = is_word && name->name.use == NameUse::anywhere;
    return may_stand_alone ? std::optional(CurrencyAmount{std::nullopt, name->name, name->end})
                           : std::nullopt;
}

// "50 dollars", "12-cent", "10 $"; the sign of "1 $10" is the next number's.
std::optional<CurrencyAmount> read_before_name(const TokenizedText& text, std::size_t at) {
    const auto number = read_number_expression(text, at, "en");
    if (!number) return std::nullopt;
    const std::size_t unit_at = text.is(number->end, "-") ? number->end + 1 : number->end;
    const auto name = read_currency_name(text, unit_at);
    if (!name || name->name.use == NameUse::german) return std::nullopt;
    const bool is_sign = !text.is_word(name->end - 1);
    if (is_sign && text.is_number(name->end) && text.is_glued(name->end)) return std::nullopt;
    CurrencyAmount amount{number->value, name->name, name->end};
    if (!is_sign && number->form == NumberForm::integer) read_hundredths(text, amount);
    return amount;
}

}  // namespace

std::optional<CurrencyAmount> read_currency_amount(const TokenizedText& text, std::size_t at) {
    auto amount = read_before_name(text, at);
    return amount ? amount : read_behind_name(text, at);
}

std::vector<Recognition> recognize_currencies(std::string_view text, TimePoint) {
    const TokenizedText tokens = tokenize(text);
    std::vector<Recognition> recognitions;
    for (std::size_t at = 0; at < tokens.tokens.size();) {
        const auto amount = read_currency_amount(tokens, at);
        if (!amount) {
            ++at;
            continue;
        }
        Resolution resolution{{"value", amount->value ? value_text(*amount->value) : "null"},
                              {"unit", std::string(amount->name.unit)}};
        if (!amount->name.letters.empty()) resolution["isoCurrency"] = amount->name.letters;
        recognitions.push_back({tokens.original(at, amount->end), "currency", std::move(resolution)});
        at = amount->end;
    }
    return recognitions;
}

}  // namespace parlance::nlu
