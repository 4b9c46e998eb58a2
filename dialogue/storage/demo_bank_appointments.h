#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "dialogue/storage/demo_bank_visit.h"

namespace parlance::dialogue::demo_bank {

struct FreeTime {
    CalendarDate date;
    int minutes = 0;  // after midnight
};

struct Appointment {
    std::string reference;
    CalendarDate date;
    std::string time;  // "10:30"
    std::string topic;
};

// A customer's wish for a time of day: a window of minutes after midnight, both ends included.
struct TimeWish {
    int first = 0;
    int last = 24 * 60;
};

// "10:30", "3 pm", "14 Uhr", "morning", "nachmittags"; an hour from 1 to 7 without more is meant in the
// afternoon. Nothing when the text holds no time.
std::optional<TimeWish> read_time_wish(const std::string& text);

// The adviser's free half hours on a day, Monday to Friday from 9:00 to 16:30, in order, none of them before
// `now`. A third is taken, the same ones for the same day; booked ones are not free.
std::vector<FreeTime> free_times(const Visit& visit, const CalendarDate& date);

// The customer's booked appointments from now on, soonest first.
std::vector<Appointment> upcoming_appointments(const Visit& visit);

}  // namespace parlance::dialogue::demo_bank
