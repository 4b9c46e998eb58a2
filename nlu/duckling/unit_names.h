#pragma once

#include <string>
#include <string_view>

namespace parlance::nlu {

// The one spelling that units and grains are compared by: "Metre", "metres" and "meter" are "metre", "$" and
// "Dollar" are "dollar". Unknown ones come back in small letters.
std::string unit_name(std::string_view name);

}  // namespace parlance::nlu
