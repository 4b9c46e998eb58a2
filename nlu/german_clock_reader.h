#pragma once

#include <cstddef>
#include <optional>

#include "nlu/tokens.h"

namespace parlance::nlu {

// A time of day in German words, and the token behind it.
struct GermanClock {
    int minute = 0;          // since midnight, 0..1439
    bool is_either = false;  // of the first half of the day or twelve hours later: "um halb drei"
    std::size_t end = 0;
};

// Reads the time that starts at token `at`: "14 Uhr 30", "14:30", "halb drei", "Viertel nach acht", "drei
// viertel acht", "zehn vor halb neun", "fuenf nach acht" behind "um" or "gegen"; with "morgens", "frueh",
// "vormittags", "mittags", "nachmittags", "abends" or "nachts" behind it the half of the day is known.
// Nothing when none starts there. Never fails.
std::optional<GermanClock> read_german_clock(const TokenizedText& text, std::size_t at);

}  // namespace parlance::nlu
