#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "personalization/customer_view.h"
#include "personalization/outreach/outreach_entry.h"
#include "personalization/outreach/outreach_rule.h"
#include "personalization/outreach/quiet_hours.h"
#include "personalization/profile_attributes.h"

namespace parlance::personalization {

// How customers may be approached.
struct OutreachLimits {
    QuietHours quiet;
    int a_week = 2;
    int a_month = 4;
};

// Why a customer is not spoken to, now or at all.
enum class OutreachObstacle {
    none,
    no_cause,     // the rule's condition does not hold
    no_consent,   // to marketing
    in_distress,  // a complaint within the last week: nothing is sold into it
    resting,      // the rule has spoken lately, or is waiting to
    day_full,     // something was said today already
    week_full,
    month_full,
    quiet_hours,  // it waits for their end
    expired
};

std::string_view to_text(OutreachObstacle obstacle);

// What a rule is judged by. Borrowed.
struct OutreachCase {
    const CustomerView& view;
    const Attributes& attributes;               // with the engines' judgements
    const std::vector<OutreachEntry>& history;  // of the customer, any rule
    TimePoint now;
};

// What stands against noting that there is something to say. Pure.
OutreachObstacle obstacle_to_noting(const OutreachRule& rule, const OutreachCase& on);

// What stands against saying it now. Limits count what was said, one thing a day at most; service messages
// are not limited, but wait for the end of the quiet hours too. Pure.
OutreachObstacle obstacle_to_saying(const OutreachRule& rule, const OutreachEntry& entry,
                                    const OutreachCase& on, const OutreachLimits& limits);

// When to say something that is noted now: in the hour in which the customer is most about, when that is
// known (20 acts or more) and within a day, outside of the quiet hours; else as soon as these are over.
TimePoint best_time(const CustomerView& view, TimePoint now, const QuietHours& quiet);

}  // namespace parlance::personalization
