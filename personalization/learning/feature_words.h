#pragma once

#include <string>
#include <string_view>

namespace parlance::personalization {

// How an advisor says that a feature is high or low: "often in the app", "seldom in the app". Features of our
// own event log have words of their own; of others the name is read: "low total trans ct".
std::string words_for(std::string_view feature, bool is_high);

}  // namespace parlance::personalization
