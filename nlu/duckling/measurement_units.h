#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "nlu/tokens.h"

namespace parlance::nlu {

enum class Dimension { distance, volume, temperature, quantity };

// A unit of measurement as it is written.
struct MeasurementUnit {
    std::string_view words;  // folded tokens between blanks
    std::string_view unit;   // as `unit_name` spells it
    double factor = 1;       // how many of `unit` one is: 1000 for "kg", told in grams
};

struct MeasurementUnitReading {
    MeasurementUnit unit;
    std::size_t end = 0;  // the token behind it
};

// The longest unit of the dimension that stands at token `at`.
std::optional<MeasurementUnitReading> read_measurement_unit(const TokenizedText& text, std::size_t at,
                                                            Dimension dimension);

// How many of the smaller unit the larger one is: 12 for "foot" and "inch"; nothing for units that are not
// said together.
std::optional<double> units_in(std::string_view larger, std::string_view smaller);

}  // namespace parlance::nlu
