#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/understanding.h"

namespace parlance::nlu {

// What a reading resolves to, by the names that the specs of Recognizers-Text use: "value" "2.5",
// "isoCurrency" "EUR". A value that cannot be told is "null".
using Resolution = std::map<std::string, std::string>;

// One thing recognised, in the terms of Recognizers-Text.
struct Recognition {
    TextSpan span;                       // bytes of the text
    std::string type;                    // "number", "currency", "datetimeV2.date"
    Resolution resolution;               // empty where there are several readings
    std::vector<Resolution> readings{};  // all that an ambiguous expression may mean
    bool operator==(const Recognition&) const = default;
};

// Recognises one family; relative dates count from `reference`. Results are in the order of the text and do
// not overlap. Never fails; safe to call from several threads.
using Recognizer = std::function<std::vector<Recognition>(std::string_view text, TimePoint reference)>;

}  // namespace parlance::nlu
