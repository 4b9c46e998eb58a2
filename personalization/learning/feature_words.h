#pragma once

#include <string>
#include <string_view>

namespace parlance::personalization {

// How a feature is said to be high or low, by its name: "low total trans ct", "high visits 30d".
std::string words_for(std::string_view feature, bool is_high);

}  // namespace parlance::personalization
