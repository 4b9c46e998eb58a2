#pragma once

#include <optional>
#include <variant>

#include "intents/slot_value.h"
#include "nlu/calendar_periods.h"
#include "nlu/tokens.h"

namespace parlance::nlu {

// German dates. The English ones are read by nlu/datetime/meant_days.h.

// What dates are read against.
struct DateFrame {
    CalendarDate today;
    bool of_past = false;  // the message tells of the past: a date without a year is a past one
};

// A day or a period read from tokens. A day has first == last and `is_day`.
struct DateReading {
    DateRange range;
    std::size_t begin = 0;
    std::size_t end = 0;  // the token behind it
    bool is_day = true;
    bool has_year = false;  // said, not concluded

    SlotValue value() const { return is_day ? SlotValue(range.first) : SlotValue(range); }
};

// Each reads what starts at token `at`, or gives nothing. Pure; safe to call from several threads.

// Days and periods by their names and numbers: "2026-11-20", "20/11/2026", "20. November", "Maerz 2026",
// "in 2025", "Q3". Without a year the next such day, or the last when the frame is of the past.
std::optional<DateReading> read_calendar_date(const TokenizedText& text, std::size_t at,
                                              const DateFrame& frame);

// Days and periods counted from today: "morgen", "letzten Monat", "in zwei Wochen", "vor drei Tagen", "die
// letzten drei Monate", "Ende Mai". "naechsten Freitag" is next week's, "Freitag" the first one to come.
std::optional<DateReading> read_relative_date(const TokenizedText& text, std::size_t at,
                                              const DateFrame& frame);

// Two ends: "vom 1. bis 5. Maerz", "zwischen dem 1. und 5. Maerz", "seit Montag".
std::optional<DateReading> read_date_range(const TokenizedText& text, std::size_t at, const DateFrame& frame);

// The longest that one of the three reads.
std::optional<DateReading> read_date(const TokenizedText& text, std::size_t at, const DateFrame& frame);

// The day of the month at `at`, in digits with a point if there is one ("20", "20."), or in words; `end` is
// the token behind. `ordinal`: the point was there, or it was a word.
struct DayOfMonth {
    unsigned day = 0;
    std::size_t end = 0;
    bool ordinal = false;
};
std::optional<DayOfMonth> read_day_of_month(const TokenizedText& text, std::size_t at);

}  // namespace parlance::nlu
