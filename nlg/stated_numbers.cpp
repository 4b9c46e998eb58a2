#include "nlg/stated_numbers.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

namespace parlance::nlg {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter_or_digit(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

// A whole number stands for itself: 2 is no rounding of 2.43.
constexpr double widest_rounding = 0.05;

constexpr std::string_view minus_sign = "\xE2\x88\x92";  // U+2212

// The whole part without its grouping; nothing when a group has not three digits.
std::optional<std::string> ungrouped(std::string_view whole, char grouping) {
    std::string digits;
    std::size_t group = 0;
    bool grouped = false;
    for (const char c : whole) {
        if (c != grouping) {
            digits += c;
            ++group;
            continue;
        }
        if (group == 0 || group > 3 || (grouped && group != 3)) return std::nullopt;
        grouped = true;
        group = 0;
    }
    if (grouped && group != 3) return std::nullopt;
    return digits;
}

}  // namespace

bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), is_digit);
}

bool is_number_next(std::string_view text, std::size_t end) {
    return end + 1 < text.size() && text[end] == ' ' && is_digit(text[end + 1]);
}

std::vector<nlu::TextSpan> digit_runs(std::string_view text) {
    std::vector<nlu::TextSpan> runs;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_digit(text[i])) continue;
        const std::size_t begin = i;
        while (i < text.size()) {
            const bool separator = text[i] == '.' || text[i] == ',';
            const bool inside = separator && i + 1 < text.size() && is_digit(text[i + 1]);
            if (!is_digit(text[i]) && !inside) break;
            ++i;
        }
        runs.push_back({begin, i});
    }
    return runs;
}

std::optional<ShownNumber> read_number(std::string_view run, const Locale& locale) {
    const bool comma_decimals = locale.tag.starts_with("de");
    const char decimal = comma_decimals ? ',' : '.';
    const char grouping = comma_decimals ? '.' : ',';
    const std::size_t point = run.find(decimal);
    const std::string_view whole = run.substr(0, point);
    const std::string_view fraction =
        point == std::string_view::npos ? std::string_view{} : run.substr(point + 1);
    if (!std::all_of(fraction.begin(), fraction.end(), is_digit)) return std::nullopt;
    const auto digits = ungrouped(whole, grouping);
    if (!digits || digits->empty()) return std::nullopt;
    const std::string plain = *digits + "." + std::string(fraction);
    return ShownNumber{std::strtod(plain.c_str(), nullptr), static_cast<int>(fraction.size())};
}

bool is_negative_at(std::string_view text, std::size_t begin) {
    std::size_t sign_length = 0;
    if (begin >= 1 && text[begin - 1] == '-') sign_length = 1;
    if (begin >= minus_sign.size() &&
        text.substr(begin - minus_sign.size(), minus_sign.size()) == minus_sign) {
        sign_length = minus_sign.size();
    }
    if (sign_length == 0) return false;
    return begin == sign_length || !is_letter_or_digit(text[begin - sign_length - 1]);
}

std::vector<nlu::TextSpan> list_numbering(std::string_view text) {
    std::vector<nlu::TextSpan> numbering;
    std::size_t expected = 1;
    for (std::size_t line = 0; line < text.size();) {
        std::size_t end = line;
        while (end < text.size() && end - line < 4 && is_digit(text[end])) ++end;
        const bool marked = end > line && end + 1 < text.size() && (text[end] == '.' || text[end] == ')') &&
                            text[end + 1] == ' ';
        const std::size_t number = marked ? std::stoul(std::string(text.substr(line, end - line))) : 0;
        if (marked && (number == expected || number == 1)) {
            numbering.push_back({line, end});
            expected = number + 1;
        } else {
            expected = 1;
        }
        const std::size_t newline = text.find('\n', line);
        line = newline == std::string_view::npos ? text.size() : newline + 1;
    }
    return numbering;
}

bool is_rounding_of(const ShownNumber& shown, double exact) {
    const double half_unit = std::min(0.5 * std::pow(10.0, -shown.decimals), widest_rounding);
    const double slack = 1e-9 * std::max(1.0, std::abs(exact));
    return std::abs(shown.value - exact) <= half_unit + slack;
}

}  // namespace parlance::nlg
