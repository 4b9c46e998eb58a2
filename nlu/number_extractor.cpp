#include "nlu/number_extractor.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "nlu/ordinal_reader.h"
#include "nlu/phrase_table.h"

namespace parlance::nlu {

namespace {

SlotValue slot_value_of(double value) {
    const bool whole = std::abs(value) < 9e15 && value == std::floor(value);
    return whole ? SlotValue(static_cast<std::int64_t>(value)) : SlotValue(value);
}

// "one" in "this one" or "which one" counts nothing; nor does the second half of "one-off".
bool is_pronoun(const TokenizedText& text, std::size_t at, std::size_t end) {
    if (text.text(at) != "one" || end != at + 1) return false;
    static constexpr std::array<std::string_view, 16> determiners{
        "this", "that", "which", "the", "another", "other", "each", "every",
        "any",  "some", "last",  "no",  "next",    "first", "new",  "right"};
    if (at > 0 && std::find(determiners.begin(), determiners.end(), text.text(at - 1)) != determiners.end())
        return true;
    if (at > 0 && ordinal_word(text.text(at - 1))) return true;
    return text.is(at + 1, "-") && text.is_glued(at + 1);
}

// A number glued to letters is a code or a quantity of something else: "n26", "q3", "20th", "180ml".
bool is_part_of_word(const TokenizedText& text, std::size_t at, std::size_t end) {
    if (text.is_number(at) && text.is_glued(at) && text.is_word(at - 1)) return true;
    return text.is_number(end - 1) && text.is_word(end) && text.is_glued(end);
}

bool is_percent_sign(const TokenizedText& text, std::size_t at) {
    static constexpr std::array<std::string_view, 7> signs{"%",       "percents",   "percent", "pct",
                                                           "prozent", "percentage", "perc"};
    return std::find(signs.begin(), signs.end(), text.text(at)) != signs.end();
}

// The token behind the sign at `at`, which may be two words; `at` when there is none.
std::size_t behind_percent_sign(const TokenizedText& text, std::size_t at) {
    if (is_percent_sign(text, at)) return at + 1;
    const bool two_words = text.is(at, "per") && (text.is(at + 1, "cent") || text.is(at + 1, "cents"));
    return two_words ? at + 2 : at;
}

// "%20" and "20%25" are parts of an address.
bool is_encoded(const TokenizedText& text, std::size_t begin, std::size_t end) {
    const bool behind_sign = begin > 0 && text.is_glued(begin) && text.is(begin - 1, "%");
    return behind_sign || (text.is_glued(end) && (text.is_number(end) || text.is_word(end)));
}

std::optional<PercentReading> read_percent(const TokenizedText& text, std::size_t at,
                                           std::string_view language) {
    if (const auto number = read_number_expression(text, at, language)) {
        if (is_part_of_word(text, at, number->end)) return std::nullopt;
        std::size_t end = behind_percent_sign(text, number->end);
        if (end == number->end) return std::nullopt;
        if (text.is(end, "points") || text.is(end, "point")) ++end;
        return PercentReading{number->value, at, end};
    }
    const std::size_t sign_end = behind_percent_sign(text, at);
    if (sign_end == at) return std::nullopt;
    const auto number =
        text.is(sign_end, "of") ? read_number_expression(text, sign_end + 1, language) : std::nullopt;
    if (number) return PercentReading{number->value, at, number->end};
    return text.is(at, "%") ? std::optional(PercentReading{std::nullopt, at, sign_end}) : std::nullopt;
}

}  // namespace

std::vector<NumberExpression> find_numbers(const TokenizedText& text, std::string_view language) {
    std::vector<NumberExpression> numbers;
    for (std::size_t at = 0; at < text.tokens.size();) {
        const auto number = read_number_expression(text, at, language);
        if (!number) {
            ++at;
            continue;
        }
        if (!is_part_of_word(text, at, number->end) && !is_pronoun(text, at, number->end))
            numbers.push_back(*number);
        at = number->end;
    }
    return numbers;
}

std::vector<PercentReading> find_percents(const TokenizedText& text, std::string_view language) {
    std::vector<PercentReading> percents;
    for (std::size_t at = 0; at < text.tokens.size();) {
        const auto percent = read_percent(text, at, language);
        if (percent && !is_encoded(text, percent->begin, percent->end)) percents.push_back(*percent);
        at = percent ? percent->end : at + 1;
    }
    return percents;
}

void NumberExtractor::extract(const Utterance& utterance, std::vector<Entity>& found) const {
    const TokenizedText text = tokenize(utterance.text);
    for (const NumberExpression& number : find_numbers(text, language_of(utterance.locale))) {
        if (number.has_slash) continue;
        const TextSpan span = text.original(number.begin, number.end);
        found.push_back({{"number"}, span, slot_value_of(number.value), 0.9F});
    }
}

void PercentExtractor::extract(const Utterance& utterance, std::vector<Entity>& found) const {
    const TokenizedText text = tokenize(utterance.text);
    for (const PercentReading& percent : find_percents(text, language_of(utterance.locale))) {
        if (!percent.value) continue;
        const TextSpan span = text.original(percent.begin, percent.end);
        found.push_back({{"percent"}, span, SlotValue(*percent.value), 1});
    }
}

}  // namespace parlance::nlu
