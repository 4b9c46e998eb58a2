#pragma once

#include <string>
#include <vector>

namespace parlance::personalization {

// One thing that moved a score: "logins fell from 12 to 3 in 30 days", +0.31.
struct Evidence {
    std::string name;   // the feature's stable name: "logins_trend"
    std::string words;  // in words an advisor reads, English
    double weight = 0;  // signed contribution to the score
    bool operator==(const Evidence&) const = default;
};

}  // namespace parlance::personalization
