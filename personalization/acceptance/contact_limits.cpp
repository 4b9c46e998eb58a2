#include "personalization/acceptance/contact_limits.h"

#include <algorithm>

#include "personalization/activity.h"

namespace parlance::personalization {

namespace {

constexpr double month_days = 30;
constexpr double week_days = 7;

bool is_within(const BehaviorEvent& event, TimePoint now, double days) {
    return event.at <= now && days_from(event.at, now) < days;
}

double rest_after(const std::string& answer, const ContactLimits& limits) {
    const auto days = answer == "rejected"   ? limits.after_rejection
                      : answer == "accepted" ? limits.after_acceptance
                      : answer == "later"    ? limits.after_later
                                             : std::chrono::days{0};
    return static_cast<double>(days.count());
}

}  // namespace

bool is_rested(const Offer& offer, const CustomerView& view, TimePoint now, const ContactLimits& limits) {
    int in_vain = 0;
    for (const BehaviorEvent& event : view.events) {
        if (event.feature != offer.id.text) continue;
        if (event.kind == BehaviorKind::offer_answered) {
            if (is_within(event, now, rest_after(event.action, limits))) return false;
            in_vain = 0;
        }
        if (event.kind == BehaviorKind::offer_shown && is_within(event, now, month_days)) ++in_vain;
    }
    return in_vain < limits.showings;
}

bool has_seen_enough(const CustomerView& view, TimePoint now, const ContactLimits& limits) {
    return std::count_if(view.events.begin(), view.events.end(), [&](const BehaviorEvent& event) {
               return event.kind == BehaviorKind::offer_shown && is_within(event, now, week_days);
           }) >= limits.showings_a_week;
}

}  // namespace parlance::personalization
