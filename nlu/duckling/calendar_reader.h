#pragma once

#include "nlu/datetime/time_text.h"
#include "nlu/recognizers/recognizer.h"

namespace parlance::nlu {

// Days, weeks, weekends and quarters by their place in the calendar, as duckling tells them:
//
// - "third quarter", "4th qtr of 2019", "19q4";
// - "20th of next month", "last day of april", "first week of october 2014", "last weekend of july";
// - "this monday", "next wed" (the nearest), "friday after next", "last week's sunday", "2 thursdays ago";
// - "all week", "BOM" and "BOY" (the beginning of the month, of the year), "2-21" (month first).
//
// Pure; safe to call from several threads.
MaybeRead<Resolution> read_calendar_place(const TimeText& in, std::size_t at);

}  // namespace parlance::nlu
