#pragma once

#include <array>
#include <optional>
#include <string>

#include "nlu/tokens.h"

namespace parlance::nlu {

enum class TimeUnit { second, minute, hour, day, week, month, year };

// A stretch of time as it was said: so many of each unit. "A quarter" is three months, "a fortnight" two
// weeks, half a year six months.
struct Duration {
    std::array<double, 7> amounts{};  // by TimeUnit

    double& of(TimeUnit unit) { return amounts[static_cast<std::size_t>(unit)]; }
    double of(TimeUnit unit) const { return amounts[static_cast<std::size_t>(unit)]; }
    // Whole days and months, for the calendar; hours and less are dropped.
    int whole_days() const;
    int whole_months() const;
    bool has_days_or_more() const;
};

struct DurationReading {
    Duration duration;
    std::size_t end = 0;  // the token behind it
};

// Reads German ("3 Monate", "ein halbes Jahr", "zwei Jahre und drei Monate") at token `at`; English is read
// by nlu/datetime/span_reader.h. Nothing when none starts there.
std::optional<DurationReading> read_duration(const TokenizedText& text, std::size_t at);

// ISO 8601: "P2Y6M", "P3W", "PT90M". Weeks beside other units become days; fractions go to the next
// smaller unit where that is exact.
std::string to_iso_text(const Duration& duration);

}  // namespace parlance::nlu
