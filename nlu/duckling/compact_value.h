#pragma once

#include <string>
#include <string_view>

namespace parlance::nlu {

// The one spelling that values of a section are compared by: a telephone number's digits with its plus sign
// and "x" before an extension, a card's digits, addresses in small letters; other sections' as they are.
std::string compact_value(std::string_view section, std::string_view value);

}  // namespace parlance::nlu
