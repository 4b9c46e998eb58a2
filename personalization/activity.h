#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "personalization/behavior_event.h"

namespace parlance::personalization {

// Recency and frequency counts over one customer's events, made in one pass.
// "recent" is the last 30 days, "before" the 60 days ahead of those, per 30 days; "quarter" the last 90 days.
struct Activity {
    std::size_t events = 0;                   // not later than `now`
    double observed_days = 0;                 // from the oldest event to now
    std::optional<double> days_since_active;  // since the customer last did something himself
    std::optional<double> days_since_salary;
    std::size_t salaries = 0;
    double logins_recent = 0;
    double logins_before = 0;
    double chats_recent = 0;
    double active_days_recent = 0;
    double articles_quarter = 0;
    double complaints_quarter = 0;
    std::map<std::string, int> chat_intents_quarter;
    std::map<std::string, int> read_topics_quarter;
    std::map<std::string, int> categories_quarter;  // transactions by category
    std::array<int, 24> active_hours{};             // UTC
};

// events: one customer's, oldest first. Those later than `now` do not count.
Activity summarise(const std::vector<BehaviorEvent>& events, TimePoint now);

// Days between two moments, with fractions.
double days_from(TimePoint earlier, TimePoint later);

}  // namespace parlance::personalization
