#include "nlu/fraction_reader.h"

#include "nlu/number_reader.h"
#include "nlu/number_words.h"
#include "nlu/ordinal_reader.h"

namespace parlance::nlu {

namespace {

// A numerator and a denominator of more tokens are not looked for.
constexpr std::size_t longest = 20;

bool is_slash(const TokenizedText& text, std::size_t at) {
    return text.is(at, "/") || text.is(at, "\u2044");
}

std::optional<double> plain_digits(const TokenizedText& text, std::size_t at) {
    if (!text.is_number(at)) return std::nullopt;
    return parse_digits(text.text(at), DigitStyle::point_is_decimal);
}

// "1/4"; a second slash makes a date of it.
std::optional<FractionReading> read_slash(const TokenizedText& text, std::size_t at) {
    // "222-2222/2222" is a telephone number.
    const bool behind_dash = at > 1 && text.is_glued(at) && text.is(at - 1, "-") && text.is_glued(at - 1);
    const auto numerator = behind_dash ? std::nullopt : plain_digits(text, at);
    if (!numerator || !is_slash(text, at + 1) || !text.is_glued(at + 1) || !text.is_glued(at + 2))
        return std::nullopt;
    const auto denominator = plain_digits(text, at + 2);
    if (!denominator || *denominator == 0 || (is_slash(text, at + 3) && text.is_glued(at + 3)))
        return std::nullopt;
    return FractionReading{*numerator / *denominator, at + 3, true};
}

std::optional<FractionReading> read_digit_fraction(const TokenizedText& text, std::size_t at) {
    if (const auto fraction = read_slash(text, at)) return fraction;
    const auto whole = plain_digits(text, at);
    const auto part = whole && !text.is_glued(at + 1) ? read_slash(text, at + 1) : std::nullopt;
    if (!part || part->value >= 1) return std::nullopt;
    return FractionReading{*whole + part->value, part->end, true};
}

// "one over twenty", "1 over 3", "two out of five".
std::optional<FractionReading> read_ratio(const TokenizedText& text, std::size_t at) {
    const auto numerator = read_number(text, at, "en");
    if (!numerator) return std::nullopt;
    const bool over = text.is(numerator->end, "over");
    const bool out_of = text.is(numerator->end, "out") && text.is(numerator->end + 1, "of");
    if (!over && !out_of) return std::nullopt;
    const auto denominator = read_number(text, numerator->end + (over ? 1 : 2), "en");
    if (!denominator || denominator->value == 0) return std::nullopt;
    if (out_of && numerator->value > denominator->value) return std::nullopt;
    return FractionReading{numerator->value / denominator->value, denominator->end, false};
}

// The number that the tokens [first, end) make, all of them; "a" is one.
std::optional<double> whole_number(const TokenizedText& text, std::size_t first, std::size_t end) {
    if (first + 1 == end && (text.is(first, "a") || text.is(first, "an"))) return 1;
    // Alone, so that no word behind them is taken for a part of the number.
    TokenizedText own;
    own.tokens.assign(text.tokens.begin() + static_cast<std::ptrdiff_t>(first),
                      text.tokens.begin() + static_cast<std::ptrdiff_t>(end));
    const auto number = read_number(own, 0, "en");
    return number && number->end == own.tokens.size() ? std::optional(number->value) : std::nullopt;
}

// The word that names parts at `at`: its worth is one over the value.
std::optional<OrdinalWord> part_word(std::string_view word) {
    if (word == "half" || word == "halves") return OrdinalWord{2, false, word == "halves"};
    if (word == "quarter" || word == "quarters") return OrdinalWord{4, false, word == "quarters"};
    return ordinal_word(word);
}

// A hyphen between words does not count as a word.
bool is_joint(const TokenizedText& text, std::size_t at) {
    return text.is(at, "-");
}

bool is_scale(const TokenizedText& text, std::size_t at) {
    const auto scale = multiplier(text.text(at), "en");
    return scale && !scale->must_touch_digits;
}

// Whether a denominator may begin at `at`: "ninety - five" is not cut in two, and "hundred" needs a number
// before.
bool may_split(const TokenizedText& text, std::size_t at, std::size_t last) {
    if (at == last) return true;
    return !is_joint(text, at) && !is_joint(text, at - 1) && !is_scale(text, at);
}

// The denominator that begins at `split` and ends with the part word at `last`.
std::optional<double> denominator_of(const TokenizedText& text, std::size_t split, std::size_t last,
                                     const OrdinalWord& part) {
    const std::size_t cardinals_end = is_joint(text, last - 1) && split < last ? last - 1 : last;
    const auto before = split == last ? std::optional(0.0) : whole_number(text, split, cardinals_end);
    const auto value = before ? ordinal_value(*before, part) : std::nullopt;
    // Nothing has one part, "seconds" are time, and no number goes before "half".
    const bool is_half = text.text(last).starts_with("hal") && split == last;
    return value && (*value > 2 || is_half) ? value : std::nullopt;
}

// The parts' worth in [first, last], last being the part word, for the longest denominator.
std::optional<double> split_value(const TokenizedText& text, std::size_t first, std::size_t last,
                                  const OrdinalWord& part) {
    for (std::size_t split = first + 1; split <= last; ++split) {
        const auto denominator =
            may_split(text, split, last) ? denominator_of(text, split, last, part) : std::nullopt;
        if (!denominator) continue;
        const std::size_t numerator_end = is_joint(text, split - 1) ? split - 1 : split;
        const auto numerator = whole_number(text, first, numerator_end);
        if (numerator && *numerator > 0) return *numerator / *denominator;
    }
    return std::nullopt;
}

// A scale behind a fraction multiplies it: "three quarters million", "half a million".
void read_scale(const TokenizedText& text, FractionReading& fraction) {
    const std::size_t at =
        text.is(fraction.end, "a") || text.is(fraction.end, "of") ? fraction.end + 1 : fraction.end;
    const auto scale = text.is_word(at) ? multiplier(text.text(at), "en") : std::nullopt;
    if (!scale || scale->must_touch_digits || text.is(at, "k")) return;
    fraction.value *= scale->value;
    fraction.scale = scale->value;
    fraction.end = at + 1;
}

// "two thirds", "one hundred thirty fifths", "a half", "quarter million": no whole before it.
std::optional<FractionReading> read_parts(const TokenizedText& text, std::size_t at) {
    for (std::size_t last = at; last < text.tokens.size() && last < at + longest; ++last) {
        if (!text.is_word(last) && !is_joint(text, last)) return std::nullopt;
        if (text.is(last, "and")) return std::nullopt;
        const auto part = text.is_word(last) ? part_word(text.text(last)) : std::nullopt;
        if (!part) continue;
        if (last == at) {
            FractionReading bare{1 / part->value, at + 1, false};
            read_scale(text, bare);
            const bool scaled = bare.end > at + 1;
            return scaled && (text.is(at, "half") || text.is(at, "quarter")) ? std::optional(bare)
                                                                             : std::nullopt;
        }
        const auto ordinal = read_ordinal(text, at);
        const bool is_place =
            !part->is_plural && ordinal && ordinal->end > last && !text.is(at, "a") && part->value > 4;
        const auto value = is_place ? std::nullopt : split_value(text, at, last, *part);
        if (!value) return std::nullopt;
        FractionReading fraction{*value, last + 1, false};
        read_scale(text, fraction);
        return fraction;
    }
    return std::nullopt;
}

// The scale that the token before `end` names, 1 when it names none: "five billion and three quarters".
double scale_before(const TokenizedText& text, std::size_t end) {
    const auto scale = text.is_word(end - 1) ? multiplier(text.text(end - 1), "en") : std::nullopt;
    return scale && scale->value >= 1e6 ? scale->value : 1;
}

// A whole and parts: "three and a fifth". The "and" before the parts is the last one.
std::optional<FractionReading> read_mixed(const TokenizedText& text, std::size_t at) {
    for (std::size_t joint = at + 1; joint < text.tokens.size() && joint < at + longest; ++joint) {
        if (!text.is_word(joint) && !is_joint(text, joint)) return std::nullopt;
        if (!text.is(joint, "and")) continue;
        const auto part = read_parts(text, joint + 1);
        const auto whole = part ? whole_number(text, at, joint) : std::nullopt;
        if (!whole) continue;
        // "two and a half million" are millions, "one billion and a half million" a billion and more.
        if (*whole < part->scale) return FractionReading{*whole * part->scale + part->value, part->end};
        const double scale = part->scale == 1 ? scale_before(text, joint) : 1;
        return FractionReading{*whole + part->value * scale, part->end};
    }
    return std::nullopt;
}

}  // namespace

std::optional<FractionReading> read_fraction(const TokenizedText& text, std::size_t at) {
    if (const auto fraction = read_digit_fraction(text, at)) return fraction;
    if (const auto fraction = read_ratio(text, at)) return fraction;
    if (const auto fraction = read_mixed(text, at)) return fraction;
    return read_parts(text, at);
}

}  // namespace parlance::nlu
