#include "nlu/number_reader.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

#include "nlu/number_words.h"

namespace parlance::nlu {

namespace {

// Digits in groups, with what stands between them: "1,234.5" has groups 1, 234, 5 and separators , and .
struct DigitGroups {
    std::vector<std::string> groups{1};
    std::string separators;
};

DigitGroups split(std::string_view text) {
    DigitGroups result;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            result.groups.back().push_back(c);
        } else {
            result.separators.push_back(c);
            result.groups.emplace_back();
        }
    }
    return result;
}

// True when the first `count` groups are how thousands are written: 1-3 digits, then threes.
bool are_thousands(const DigitGroups& digits, std::size_t count) {
    if (digits.groups[0].empty() || digits.groups[0].size() > 3) return false;
    return std::all_of(digits.groups.begin() + 1, digits.groups.begin() + static_cast<std::ptrdiff_t>(count),
                       [](const std::string& group) { return group.size() == 3; });
}

std::optional<double> joined(const DigitGroups& digits, bool last_is_fraction) {
    std::string plain;
    for (std::size_t i = 0; i < digits.groups.size(); ++i) {
        if (last_is_fraction && i + 1 == digits.groups.size()) plain.push_back('.');
        plain += digits.groups[i];
    }
    double value = 0;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    if (error != std::errc() || end != plain.data() + plain.size()) return std::nullopt;
    return value;
}

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
    return NumberReading{joined(split(digits), false).value_or(0), end, false};
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

std::optional<NumberReading> read_digits(const TokenizedText& text, std::size_t at,
                                         std::string_view language) {
    std::optional<NumberReading> number = read_spaced_thousands(text, at);
    if (!number) {
        const auto value = parse_digits(text.text(at), digit_style_of(language));
        if (!value) return std::nullopt;
        number = NumberReading{*value, at + 1, false};
    }
    read_multipliers(text, language, *number);
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

// "three point one four": digits after the point, one word each.
void read_spoken_fraction(const TokenizedText& text, NumberReading& number) {
    if (!text.is(number.end, "point")) return;
    double place = 0.1;
    std::size_t at = number.end + 1;
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
    } else if (!words.add(text.text(next++))) {
        return std::nullopt;
    }
    while (next < text.tokens.size()) {
        const bool joint =
            (text.is(next, "and") && words.takes_and()) || (text.is(next, "-") && text.is_glued(next));
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

DigitStyle digit_style_of(std::string_view language) {
    return language == "de" ? DigitStyle::comma_is_decimal : DigitStyle::point_is_decimal;
}

std::optional<double> parse_digits(std::string_view text, DigitStyle style) {
    const DigitGroups digits = split(text);
    const std::string& separators = digits.separators;
    if (text.size() > 24) return std::nullopt;
    if (separators.empty()) return joined(digits, false);
    const char last = separators.back();
    const bool mixed = separators.find_first_not_of(last) != std::string::npos;
    if (mixed) {
        const bool grouped = separators.find_first_not_of(separators[0]) == separators.size() - 1;
        if (!grouped || last == '\'' || !are_thousands(digits, digits.groups.size() - 1)) return std::nullopt;
        return joined(digits, true);
    }
    if (separators.size() > 1) {
        // 1,00,000: the Indian way of grouping
        const bool thousands = are_thousands(digits, digits.groups.size()) ||
                               (last == ',' && digits.groups.back().size() == 3 &&
                                digits.groups[0].size() <= 2 && digits.groups[1].size() == 2);
        return thousands ? joined(digits, false) : std::nullopt;
    }
    const char decimal = style == DigitStyle::comma_is_decimal ? ',' : '.';
    if (last == '\'') return are_thousands(digits, 2) ? joined(digits, false) : std::nullopt;
    const bool thousands = last != decimal && are_thousands(digits, 2) && digits.groups[0] != "0";
    return joined(digits, !thousands);
}

std::optional<NumberReading> read_number(const TokenizedText& text, std::size_t at,
                                         std::string_view language) {
    if (text.is_number(at)) return read_digits(text, at, language);
    if (!text.is_word(at)) return std::nullopt;
    if (const auto number = read_fraction_start(text, at, language)) return number;
    return language == "de" ? read_german_words(text, at) : read_english_words(text, at);
}

}  // namespace parlance::nlu
