#include "nlu/ordinal_reader.h"

#include <array>
#include <cmath>
#include <utility>

#include "nlu/number_reader.h"
#include "nlu/number_words.h"

namespace parlance::nlu {

namespace {

// How far the cardinals before an ordinal word may reach.
constexpr std::size_t longest = 16;

std::optional<double> ordinal_scale(std::string_view word) {
    static constexpr std::array<std::pair<std::string_view, double>, 5> scales{{
        {"hundredth", 1e2},
        {"thousandth", 1e3},
        {"millionth", 1e6},
        {"billionth", 1e9},
        {"trillionth", 1e12},
    }};
    for (const auto& [text, value] : scales) {
        if (text == word) return value;
    }
    return std::nullopt;
}

std::optional<OrdinalReading> read_digit_ordinal(const TokenizedText& text, std::size_t at) {
    static constexpr std::array<std::string_view, 4> endings{"st", "nd", "rd", "th"};
    if (!text.is_number(at) || !text.is_glued(at + 1)) return std::nullopt;
    for (const std::string_view ending : endings) {
        const auto value = text.is(at + 1, ending) ? parse_digits(text.text(at), DigitStyle::point_is_decimal)
                                                   : std::nullopt;
        if (value && *value == std::floor(*value)) return OrdinalReading{*value, at + 2, false};
    }
    return std::nullopt;
}

// Skips the "and" or the hyphen between the parts of a number in words.
std::size_t behind_joint(const TokenizedText& text, std::size_t at) {
    return text.is(at, "and") || text.is(at, "-") || text.is(at, "\u2014") ? at + 1 : at;
}

}  // namespace

std::optional<OrdinalWord> ordinal_word(std::string_view word) {
    const bool is_plural = word.ends_with('s');
    if (is_plural) word.remove_suffix(1);
    if (const auto scale = ordinal_scale(word)) return OrdinalWord{*scale, true, is_plural};
    if (const auto low = english_ordinal(word))
        return OrdinalWord{static_cast<double>(*low), false, is_plural};
    return std::nullopt;
}

std::optional<double> ordinal_value(double before, const OrdinalWord& last) {
    if (before == 0) return last.value;
    if (last.is_scale) return before * last.value;
    const double rest = std::fmod(before, 100);
    const bool fits = rest == 0 || (last.value < 10 && rest >= 20 && std::fmod(rest, 10) == 0);
    return fits ? std::optional(before + last.value) : std::nullopt;
}

std::optional<OrdinalReading> read_ordinal(const TokenizedText& text, std::size_t first) {
    if (const auto digits = read_digit_ordinal(text, first)) return digits;
    if (!text.is_word(first)) return std::nullopt;
    if (const auto word = ordinal_word(text.text(first)))
        return OrdinalReading{word->value, first + 1, word->is_plural};
    const auto cardinal = read_number(text, first, "en");
    if (!cardinal || cardinal->end - first > longest) return std::nullopt;
    const std::size_t last = behind_joint(text, cardinal->end);
    const auto word = text.is_word(last) ? ordinal_word(text.text(last)) : std::nullopt;
    const auto value = word ? ordinal_value(cardinal->value, *word) : std::nullopt;
    if (!value) return std::nullopt;
    return OrdinalReading{*value, last + 1, word->is_plural};
}

}  // namespace parlance::nlu
