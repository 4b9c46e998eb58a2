#pragma once

#include <optional>
#include <string_view>

namespace parlance::nlu {

// How separators in digits are meant: "1,234.5" in English, "1.234,5" in German.
enum class DigitStyle { point_is_decimal, comma_is_decimal };

DigitStyle digit_style_of(std::string_view language);

// Reads "1,000.50", "1.000,50", "1'000", "12". Where the separators leave only one meaning, it wins
// over the style: "1.000.000" is a million everywhere. Nothing when the separators make no sense
// ("20.11.2026").
std::optional<double> parse_digits(std::string_view text, DigitStyle style);

}  // namespace parlance::nlu
