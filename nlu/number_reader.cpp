#include "nlu/number_reader.h"

#include <algorithm>
#include <cmath>

#include "nlu/number_words.h"

namespace parlance::nlu {

namespace {

// "2 000 000": the thousands that follow a first group of one to three plain digits.
std::optional<NumberReading> read_spaced_thousands(const TokenizedText& text, std::size_t at) {
    const auto plain = [&](std::size_t i) {
        return text.is_number(i) && text.text(i).find_first_not_of("0123456789") == std::string_view::npos;
    };
    if (!plain(at) || text.text(at).size() > 3 || text.text(at)[0] == '0') return std::nullopt;
    std::string digits(text.text(at));
    std::size_t end = at + 1;
    while (plain(end) && text.text(end).size() == 3 && !text.is_glued(end)) digits += text.text(end++);
    // Two groups alone may be two numbers; the second group of a thousand rarely is "000" by chance.
    const bool sure = end - at > 2 || (end - at == 2 && digits.ends_with("000"));
    if (!sure || digits.size() > 15) return std::nullopt;
    return NumberReading{parse_digits(digits, DigitStyle::point_is_decimal).value_or(0), end, false};
}

// Applies "k", "thousand", "and a half", "million" behind a number.
void read_multipliers(const TokenizedText& text, std::string_view language, NumberReading& number) {
    if (language != "de" && text.is(number.end, "and") && text.is(number.end + 1, "a") &&
        text.is(number.end + 2, "half")) {
        number.value += 0.5;
        number.end += 3;
    }
    for (int count = 0; count < 2 && text.is_word(number.end); ++count) {
        const auto found = multiplier(text.text(number.end), language);
        const bool touches = text.is_glued(number.end) && !number.in_words;
        if (!found || (found->must_touch_digits && !touches)) return;
        number.value *= found->value;
        ++number.end;
    }
}

// What the spelled-out scale before token `end` is worth, 0 when there is none: "4 thousand", not "4k".
double spelled_scale_before(const TokenizedText& text, std::size_t end) {
    const std::string_view word = text.text(end - 1);
    const auto scale = text.is_word(end - 1) && word.size() > 3 ? multiplier(word, "en") : std::nullopt;
    return scale && scale->value >= 100 ? scale->value : 0;
}

// "4 thousand 3 hundred and 21": lower groups behind a scale, each with "and" or a scale of its own.
void read_lower_groups(const TokenizedText& text, NumberReading& number) {
    const double scale = spelled_scale_before(text, number.end);
    if (scale == 0 || !number.is_whole()) return;
    const bool joined = text.is(number.end, "and");
    const auto rest = read_number(text, joined ? number.end + 1 : number.end, "en");
    if (!rest || !rest->is_whole() || rest->value >= scale) return;
    if (!joined && rest->end == number.end + 1) return;
    number.value += rest->value;
    number.end = rest->end;
}

std::optional<NumberReading> read_digits(const TokenizedText& text, std::size_t at,
                                         std::string_view language) {
    std::optional<NumberReading> number = read_spaced_thousands(text, at);
    if (!number) {
        const auto value = parse_digits(text.text(at), digit_style_of(language));
        if (!value) return std::nullopt;
        number = NumberReading{*value, at + 1, false};
    }
    read_multipliers(text, language, *number);
    if (language != "de") read_lower_groups(text, *number);
    return number;
}

// The articles and fractions that start a number when a multiplier follows: "a hundred", "half a million".
std::optional<NumberReading> read_fraction_start(const TokenizedText& text, std::size_t at,
                                                 std::string_view language) {
    const std::string_view word = text.text(at);
    const auto scaled = [&](double factor, std::size_t next) -> std::optional<NumberReading> {
        const auto scale = text.is_word(next) ? multiplier(text.text(next), language) : std::nullopt;
        if (!scale || scale->must_touch_digits || text.text(next) == "k") return std::nullopt;
        return NumberReading{factor * scale->value, next + 1, true};
    };
    if (language == "de") {
        if ((word == "eine" || word == "einer") && text.text(at + 1).starts_with("halbe"))
            return scaled(0.5, at + 2);
        if (word == "anderthalb" || word == "eineinhalb") {
            const auto more = scaled(1.5, at + 1);
            return more ? more : NumberReading{1.5, at + 1, true};
        }
        if (word == "eine" || word == "ein" || word == "einer") return scaled(1, at + 1);
        return std::nullopt;
    }
    if (word == "half" && text.is(at + 1, "a")) return scaled(0.5, at + 2);
    if (word == "a" && text.is(at + 1, "quarter") && text.is(at + 2, "of") && text.is(at + 3, "a"))
        return scaled(0.25, at + 4);
    return std::nullopt;
}

// Adds up English number words. `limit_` says what may come next: a smaller value only, so that "twenty
// five" is 25 and "five twenty" two numbers. "thousand" and "million" close a group.
class EnglishWords {
public:
    // False when the word does not continue the number.
    bool add(std::string_view word) {
        if (const auto unit = english_unit(word)) return add_low(static_cast<double>(*unit));
        if (const auto tens = english_tens(word)) return add_low(static_cast<double>(*tens));
        const auto scale = multiplier(word, "en");
        if (!scale || scale->must_touch_digits || word == "k" || !any_) return false;
        return scale->value == 100 ? add_hundred() : close_group(scale->value);
    }
    void start_with_one() {
        group_ = 1;
        limit_ = 0;
        any_ = true;
    }
    double value() const { return total_ + group_; }
    bool takes_and() const { return any_ && limit_ >= 100; }
    bool is_behind_tens() const { return any_ && limit_ == 10; }

private:
    bool add_low(double value) {
        if (value >= limit_ || (any_ && value == 0)) return false;
        group_ += value;
        limit_ = value >= 20 ? 10 : 0;
        any_ = true;
        return true;
    }
    bool add_hundred() {
        if (group_ <= 0 || group_ >= 100) return false;
        group_ *= 100;
        limit_ = 100;
        return true;
    }
    bool close_group(double scale) {
        if (scale >= last_scale_ || group_ <= 0) return false;
        total_ += group_ * scale;
        group_ = 0;
        limit_ = 1000;
        last_scale_ = scale;
        return true;
    }

    double total_ = 0;
    double group_ = 0;
    double limit_ = 1000;
    double last_scale_ = 1e18;
    bool any_ = false;
};

// "hundred thousand": one hundred is meant. "hundred" alone counts nothing.
bool is_bare_scale(const TokenizedText& text, std::size_t at) {
    const auto next = text.is_word(at + 1) ? multiplier(text.text(at + 1), "en") : std::nullopt;
    return text.is(at, "hundred") && next && next->value >= 1e3 && !next->must_touch_digits;
}

// The two digits of "seventy-one" behind a point, and the token behind them.
std::optional<NumberReading> read_two_digits(const TokenizedText& text, std::size_t at) {
    const auto tens = english_tens(text.text(at));
    if (!tens) return std::nullopt;
    const std::size_t joint = text.is(at + 1, "-") ? at + 2 : at + 1;
    const auto unit = english_unit(text.text(joint));
    const bool with_unit = unit && *unit > 0 && *unit < 10;
    const auto value = static_cast<double>(*tens + (with_unit ? *unit : 0));
    return NumberReading{value, with_unit ? joint + 1 : at + 1, true};
}

// "three point one four": digits after the point, one word each.
void read_spoken_fraction(const TokenizedText& text, NumberReading& number) {
    if (!text.is(number.end, "point")) return;
    double place = 0.1;
    std::size_t at = number.end + 1;
    if (const auto two = read_two_digits(text, at)) {
        number.value = (number.value * 100 + two->value) / 100;
        number.end = two->end;
        return;
    }
    for (; english_unit(text.text(at)).value_or(10) < 10; ++at, place /= 10) {
        number.value += place * static_cast<double>(*english_unit(text.text(at)));
    }
    if (at > number.end + 1) number.end = at;
}

std::optional<NumberReading> read_english_words(const TokenizedText& text, std::size_t at) {
    EnglishWords words;
    std::size_t next = at;
    if (text.is(at, "a") || text.is(at, "an")) {
        const auto scale = multiplier(text.text(at + 1), "en");
        if (!scale || scale->must_touch_digits || text.is(at + 1, "k")) return std::nullopt;
        words.start_with_one();
        ++next;
    } else if (is_bare_scale(text, at)) {
        words.start_with_one();
    } else if (!words.add(text.text(next++))) {
        return std::nullopt;
    }
    while (next < text.tokens.size()) {
        // "twenty - five", with room around the hyphen, only between tens and a unit.
        const bool spaced = words.is_behind_tens() && english_unit(text.text(next + 1)).value_or(0) > 0;
        const bool joint = (text.is(next, "and") && words.takes_and()) ||
                           (text.is(next, "-") && (text.is_glued(next) || spaced));
        const std::size_t word = joint ? next + 1 : next;
        if (!text.is_word(word) || !words.add(text.text(word))) break;
        next = word + 1;
    }
    NumberReading number{words.value(), next, true};
    read_spoken_fraction(text, number);
    read_multipliers(text, "en", number);
    return number;
}

std::optional<NumberReading> read_german_words(const TokenizedText& text, std::size_t at) {
    const auto first = german_number(text.text(at));
    if (!first) return std::nullopt;
    NumberReading number{static_cast<double>(*first), at + 1, true};
    read_multipliers(text, "de", number);
    // "zwei Millionen dreihunderttausend"
    const auto rest = number.value >= 1e6 ? german_number(text.text(number.end)) : std::nullopt;
    if (rest && *rest >= 100) {
        number.value += static_cast<double>(*rest);
        ++number.end;
    }
    return number;
}

}  // namespace

bool NumberReading::is_whole() const {
    return std::abs(value) < 9e15 && value == std::floor(value);
}

std::optional<NumberReading> read_number(const TokenizedText& text, std::size_t at,
                                         std::string_view language) {
    if (text.is_number(at)) return read_digits(text, at, language);
    if (!text.is_word(at)) return std::nullopt;
    if (const auto number = read_fraction_start(text, at, language)) return number;
    return language == "de" ? read_german_words(text, at) : read_english_words(text, at);
}

}  // namespace parlance::nlu
