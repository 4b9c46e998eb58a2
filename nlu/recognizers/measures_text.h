#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/recognizers/recognition_measure.h"

namespace parlance::nlu {

// The share of all cases that Microsoft's own JavaScript recognisers read exactly, in [0, 1], as measured on
// the even half of the specs; nothing for a model that they do not offer or that was not measured.
std::optional<double> reference_exact(std::string_view model);

enum class BesideReference { no, yes };

// A table for people, one line a model.
std::string describe(const std::vector<RecognitionMeasure>& measures, BesideReference beside);

// {"NumberModel": {"cases": 118, "exact": 0.92, "span_f1": 0.95, "value_f1": 0.94}, ...}
std::string to_json_text(const std::vector<RecognitionMeasure>& measures);

}  // namespace parlance::nlu
