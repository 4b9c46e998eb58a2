#include "nlu/digit_text.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

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

}  // namespace

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

}  // namespace parlance::nlu
