#pragma once

#include "nlu/recognizers/recognizer.h"

namespace parlance::nlu {

// Amounts with their currency and currencies alone (value "null"): "$ 75.3 million", "12-cent", "thirteen
// dollars and forty-five cents", "50 dollar". Resolution: "value", "unit", and "isoCurrency" where the
// currency is certain.
std::vector<Recognition> recognize_currencies(std::string_view text, TimePoint reference);

}  // namespace parlance::nlu
