#pragma once

#include <string>

#include "personalization/policy/uplift.h"

namespace parlance::personalization {

struct UpliftReport {
    std::string data;
    std::string question;  // "visit by segment: Mens E-Mail against No E-Mail"
    std::uint32_t seed = 42;
    UpliftMeasures measures;
};

// For people: text in lines. For programs: one JSON object.
std::string describe(const UpliftReport& report);
std::string to_json_text(const UpliftReport& report);

}  // namespace parlance::personalization
