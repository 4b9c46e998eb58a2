#pragma once

#include <string>
#include <vector>

namespace parlance::nlu {

// The countries of ISO 3166-1 by their two-letter codes.
std::vector<std::string> country_codes();

// A country's name in a language ("en", "de"), as Unicode's CLDR has it; the code where it has none.
std::string country_name(const std::string& code, const std::string& language);

}  // namespace parlance::nlu
