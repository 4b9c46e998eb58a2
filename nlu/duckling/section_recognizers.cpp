#include "nlu/duckling/section_recognizers.h"

#include "nlu/digit_text.h"
#include "nlu/duckling/amount_grammar.h"
#include "nlu/duckling/counted_words.h"
#include "nlu/duckling/duration_terms.h"
#include "nlu/duckling/stretch_reader.h"
#include "nlu/duckling/unit_names.h"
#include "nlu/number_extractor.h"
#include "nlu/number_words.h"
#include "nlu/recognizers/currency_recognizer.h"
#include "nlu/recognizers/ordinal_recognizer.h"
#include "nlu/recognizers/value_text.h"

namespace parlance::nlu {

namespace {

std::string unit_of(const CurrencyName& name) {
    return unit_name(name.letters.empty() ? name.unit : name.letters);
}

// "a dollar", "a penny"; "25c".
std::optional<SaidAmount> read_small_change(const TokenizedText& text, std::size_t at) {
    const bool is_cents = text.is_number(at) && text.is(at + 1, "c") && text.is_glued(at + 1);
    const auto cents = is_cents ? parse_digits(text.text(at), DigitStyle::point_is_decimal) : std::nullopt;
    if (cents) return SaidAmount{*cents, "cent", at + 2};
    if (!text.is(at, "a") || !text.is_word(at + 1)) return std::nullopt;
    const auto name = read_currency_name(text, at + 1);
    return name ? std::optional(SaidAmount{1, unit_of(name->name), name->end}) : std::nullopt;
}

std::optional<SaidAmount> read_money(const TokenizedText& text, std::size_t at) {
    if (auto change = read_small_change(text, at)) return change;
    const auto amount = read_currency_amount(text, at);
    if (!amount || !amount->value) return std::nullopt;
    return SaidAmount{*amount->value, unit_of(amount->name), amount->end};
}

// "one thirty four" is said for 134: a unit before tens.
std::optional<NumberExpression> with_tens(const TokenizedText& text, NumberExpression number) {
    if (!text.is_word(number.begin) || number.end != number.begin + 1 || number.value < 1 || number.value > 9)
        return number;
    const auto tens =
        english_tens(text.text(number.end)) ? read_number_expression(text, number.end, "en") : std::nullopt;
    if (!tens || tens->value > 99) return number;
    number.value = 100 * number.value + tens->value;
    number.end = tens->end;
    return number;
}

// "78 (seventy eight)": the same number said twice.
std::size_t behind_repetition(const TokenizedText& text, const NumberExpression& number) {
    if (!text.is(number.end, "(")) return number.end;
    const auto again = read_number_expression(text, number.end + 1, "en");
    const bool same = again && again->value == number.value && text.is(again->end, ")");
    return same ? again->end + 1 : number.end;
}

}  // namespace

std::vector<Recognition> recognize_numerals(std::string_view text, TimePoint) {
    const TokenizedText tokens = tokenize(text);
    std::vector<Recognition> recognitions;
    const auto numbers = find_numbers(tokens, "en");
    auto next = numbers.begin();
    for (std::size_t at = 0; at < tokens.tokens.size();) {
        while (next != numbers.end() && next->begin < at) ++next;
        const bool is_number = next != numbers.end() && next->begin == at;
        auto count = is_number ? with_tens(tokens, *next) : read_counting_words(tokens, at);
        if (count) {
            count->end = behind_repetition(tokens, *count);
            recognitions.push_back(
                {tokens.original(at, count->end), "numeral", {{"value", value_text(count->value)}}});
        }
        at = count ? count->end : at + 1;
    }
    return recognitions;
}

std::vector<Recognition> recognize_places(std::string_view text, TimePoint reference) {
    auto recognitions = recognize_plain_ordinals(text, reference);
    for (Recognition& one : recognitions) one.resolution = {{"value", one.resolution.at("value")}};
    return recognitions;
}

std::vector<Recognition> recognize_durations(std::string_view text, TimePoint) {
    const TokenizedText tokens = tokenize(text);
    const TimeText in{tokens, {}};
    std::vector<Recognition> recognitions;
    for (std::size_t at = 0; at < in.size();) {
        const auto span = read_stretch(in, in.skip(at, {"about", "around", "exactly", "approximately"}));
        if (span)
            recognitions.push_back({tokens.original(at, span->end), "duration", duration_terms(span->value)});
        at = span ? span->end : at + 1;
    }
    return recognitions;
}

std::vector<Recognition> recognize_money(std::string_view text, TimePoint) {
    return read_amounts(tokenize(text), "amount-of-money", read_money);
}

}  // namespace parlance::nlu
