#pragma once

#include <optional>

#include "intents/calendar_date.h"

namespace parlance::personalization {

// The UTC days on which something may be shown, both included; without an end it is open on that side.
struct Validity {
    std::optional<CalendarDate> from;
    std::optional<CalendarDate> until;

    bool covers(const CalendarDate& day) const {
        return (!from || *from <= day) && (!until || day <= *until);
    }
};

}  // namespace parlance::personalization
