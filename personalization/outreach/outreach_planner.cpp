#include "personalization/outreach/outreach_planner.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "personalization/activity.h"
#include "personalization/suitability.h"

namespace parlance::personalization {

namespace {

constexpr std::uint32_t enough_acts = 20;

bool was_said_within(const OutreachEntry& entry, TimePoint now, std::chrono::days days) {
    return entry.state == OutreachState::said && entry.said <= now && entry.said + days > now;
}

std::ptrdiff_t said_within(const OutreachCase& on, std::chrono::days days) {
    return std::count_if(on.history.begin(), on.history.end(),
                         [&](const OutreachEntry& entry) { return was_said_within(entry, on.now, days); });
}

bool rests(const OutreachRule& rule, const OutreachCase& on) {
    return std::any_of(on.history.begin(), on.history.end(), [&](const OutreachEntry& entry) {
        if (entry.rule != rule.id) return false;
        return entry.state == OutreachState::waiting || was_said_within(entry, on.now, rule.rests);
    });
}

// Against approaching the customer with this at all.
OutreachObstacle obstacle_to_rule(const OutreachRule& rule, const OutreachCase& on) {
    if (!rule.when.holds(lookup_in(on.attributes), date_of(on.now))) return OutreachObstacle::no_cause;
    if (!rule.is_marketing) return OutreachObstacle::none;
    const auto consent = on.view.attributes.find("marketing_consent");
    if (consent != on.view.attributes.end() && consent->second == SlotValue{false})
        return OutreachObstacle::no_consent;
    Moment moment;
    moment.now = on.now;
    return may_be_sold_to(on.view, moment) ? OutreachObstacle::none : OutreachObstacle::in_distress;
}

}  // namespace

std::string_view to_text(OutreachObstacle obstacle) {
    constexpr std::array<std::string_view, 10> names{
        "",         "no_cause",  "no_consent", "in_distress", "resting",
        "day_full", "week_full", "month_full", "quiet_hours", "expired"};
    return names.at(static_cast<std::size_t>(obstacle));
}

std::string_view to_text(OutreachState state) {
    switch (state) {
        case OutreachState::waiting: return "waiting";
        case OutreachState::said: return "said";
        case OutreachState::dropped: return "dropped";
    }
    return "unknown";
}

OutreachObstacle obstacle_to_noting(const OutreachRule& rule, const OutreachCase& on) {
    const auto obstacle = obstacle_to_rule(rule, on);
    if (obstacle != OutreachObstacle::none) return obstacle;
    return rests(rule, on) ? OutreachObstacle::resting : OutreachObstacle::none;
}

OutreachObstacle obstacle_to_saying(const OutreachRule& rule, const OutreachEntry& entry,
                                    const OutreachCase& on, const OutreachLimits& limits) {
    if (on.now > entry.expires) return OutreachObstacle::expired;
    const auto obstacle = obstacle_to_rule(rule, on);
    if (obstacle != OutreachObstacle::none) return obstacle;
    if (limits.quiet.cover(on.now)) return OutreachObstacle::quiet_hours;
    if (!rule.is_marketing) return OutreachObstacle::none;
    if (said_within(on, std::chrono::days(1)) >= 1) return OutreachObstacle::day_full;
    if (said_within(on, std::chrono::days(7)) >= limits.a_week) return OutreachObstacle::week_full;
    if (said_within(on, std::chrono::days(30)) >= limits.a_month) return OutreachObstacle::month_full;
    return OutreachObstacle::none;
}

TimePoint best_time(const CustomerView& view, TimePoint now, const QuietHours& quiet) {
    const auto& hours = view.state.hours().hours();
    const auto acts = std::accumulate(hours.begin(), hours.end(), std::uint32_t{0});
    if (acts < enough_acts) return quiet.end_after(now);
    const auto usual = std::chrono::hours(view.state.hours().preferred_hour());
    const auto today = std::chrono::floor<std::chrono::days>(now);
    const auto this_hour = std::chrono::floor<std::chrono::hours>(now);
    auto best = today + usual;
    if (best == this_hour) return quiet.end_after(now);
    if (best < this_hour) best += std::chrono::days(1);
    return quiet.end_after(std::chrono::time_point_cast<TimePoint::duration>(best));
}

}  // namespace parlance::personalization
