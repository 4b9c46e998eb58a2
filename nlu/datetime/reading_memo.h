#pragma once

#include <array>
#include <cstddef>

#include "nlu/datetime/clock_reader.h"
#include "nlu/datetime/day_reader.h"
#include "nlu/datetime/period_reader.h"
#include "nlu/datetime/span_reader.h"

namespace parlance::nlu {

// What a reader found at the tokens it was asked about last. Combinations ask for the day, the clock or the
// period at one token a dozen times; readings depend on nothing but the text and the token. Constant space: a
// token takes the place of the one sixteen before it, and readers look only a few tokens ahead. Not
// thread-safe.
template <typename Value>
class RecentReadings {
public:
    // The reading at a token; `read` makes it unless it is remembered.
    template <typename Reader>
    MaybeRead<Value> at(std::size_t token, const Reader& read) {
        Place& place = places_[token % places_.size()];
        if (place.token == token + 1) return place.reading;
        MaybeRead<Value> reading = read();  // may ask about other tokens
        place.token = token + 1;
        place.reading = reading;
        return reading;
    }

private:
    struct Place {
        std::size_t token = 0;  // one more than it is; 0 for none
        MaybeRead<Value> reading;
    };
    std::array<Place, 16> places_;
};

// The readings of one TimeText.
struct ReadingMemo {
    RecentReadings<SaidDay> days;
    RecentReadings<SaidDay> anchor_days;
    RecentReadings<SaidPeriod> periods;
    RecentReadings<ClockTime> clocks;
    RecentReadings<TimeSpan> spans;
};

}  // namespace parlance::nlu
