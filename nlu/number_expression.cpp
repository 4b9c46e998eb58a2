#include "nlu/number_expression.h"

#include <cmath>

#include "nlu/fraction_reader.h"
#include "nlu/number_reader.h"
#include "nlu/number_words.h"

namespace parlance::nlu {

namespace {

bool is_dash(const TokenizedText& text, std::size_t at) {
    return text.is(at, "-") || text.is(at, "\u2212");
}

// "minus", "negative", or a dash that nothing touches from the left: "- 5" only where the text begins.
bool is_sign(const TokenizedText& text, std::size_t at) {
    if (text.is(at, "minus") || text.is(at, "negative")) return true;
    return is_dash(text, at) && !text.is_glued(at) && (text.is_glued(at + 1) || at == 0);
}

// The exponent at `at`, with any number of signs: "^-1", "^--23", "e+14".
std::optional<NumberReading> read_exponent(const TokenizedText& text, std::size_t at, double base) {
    double sign = 1;
    for (; text.is(at, "+") || text.is(at, "-"); ++at) {
        if (text.is(at, "-")) sign = -sign;
    }
    const auto digits =
        text.is_number(at) ? parse_digits(text.text(at), DigitStyle::point_is_decimal) : std::nullopt;
    if (!digits) return std::nullopt;
    return NumberReading{std::pow(base, sign * *digits), at + 1, false};
}

// "1.1^23", "12.32e+14", "1.3x10^6".
std::optional<NumberReading> read_power(const TokenizedText& text, std::size_t at, DigitStyle style) {
    const auto base =
        text.is_number(at) && text.is_glued(at + 1) ? parse_digits(text.text(at), style) : std::nullopt;
    if (!base) return std::nullopt;
    if (text.is(at + 1, "^")) return read_exponent(text, at + 2, *base);
    std::optional<NumberReading> scale;
    if (text.is(at + 1, "e") && text.is_glued(at + 2)) scale = read_exponent(text, at + 2, 10);
    if (text.is(at + 1, "x") && text.is(at + 2, "10") && text.is(at + 3, "^"))
        scale = read_exponent(text, at + 4, 10);
    if (scale) scale->value *= *base;
    return scale;
}

// ".25", ".5m": nothing touches the point from the left.
std::optional<NumberReading> read_bare_decimals(const TokenizedText& text, std::size_t at) {
    if (!text.is(at, ".") || text.is_glued(at) || !text.is_number(at + 1) || !text.is_glued(at + 1))
        return std::nullopt;
    const std::string_view digits = text.text(at + 1);
    if (digits.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    const auto value = parse_digits("0." + std::string(digits), DigitStyle::point_is_decimal);
    if (!value) return std::nullopt;
    const auto scale = text.is_glued(at + 2) ? multiplier(text.text(at + 2), "en") : std::nullopt;
    return scale ? NumberReading{*value * scale->value, at + 3, false} : NumberReading{*value, at + 2, false};
}

std::optional<NumberExpression> read_unsigned(const TokenizedText& text, std::size_t at,
                                              std::string_view language) {
    if (language != "de" && text.is_word(at) && !may_begin_english_number(text.text(at))) return std::nullopt;
    const DigitStyle style = digit_style_of(language);
    if (const auto power = read_power(text, at, style))
        return NumberExpression{power->value, at, power->end, NumberForm::power};
    const auto fraction = language == "de" ? std::nullopt : read_fraction(text, at);
    if (fraction)
        return NumberExpression{fraction->value, at, fraction->end, NumberForm::fraction,
                                fraction->has_slash};
    auto number = read_bare_decimals(text, at);
    if (!number) number = read_number(text, at, language);
    if (!number) return std::nullopt;
    const NumberForm form = number->is_whole() ? NumberForm::integer : NumberForm::decimal;
    return NumberExpression{number->value, at, number->end, form};
}

}  // namespace

std::optional<NumberExpression> read_number_expression(const TokenizedText& text, std::size_t at,
                                                       std::string_view language) {
    const bool negative = is_sign(text, at);
    auto expression = read_unsigned(text, negative ? at + 1 : at, language);
    if (expression && negative) {
        expression->value = -expression->value;
        expression->begin = at;
    }
    return expression;
}

}  // namespace parlance::nlu
