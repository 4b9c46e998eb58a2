#include "personalization/activity.h"

#include <chrono>
#include <set>

namespace parlance::personalization {
namespace {

constexpr double recent_days = 30;
constexpr double before_days = 90;
constexpr double quarter_days = 90;

void count_kind(const BehaviorEvent& event, double age, Activity& activity) {
    const bool quarter = age <= quarter_days;
    switch (event.kind) {
        case BehaviorKind::login:
            if (age <= recent_days)
                activity.logins_recent += 1;
            else if (age <= before_days)
                activity.logins_before += recent_days / (before_days - recent_days);
            break;
        case BehaviorKind::chat_turn:
            if (age <= recent_days) activity.chats_recent += 1;
            if (quarter) ++activity.chat_intents_quarter[event.feature];
            break;
        case BehaviorKind::article_read:
            if (quarter) activity.articles_quarter += 1;
            if (quarter) ++activity.read_topics_quarter[event.feature];
            break;
        case BehaviorKind::complaint:
            if (quarter) activity.complaints_quarter += 1;
            break;
        case BehaviorKind::transaction:
            if (quarter) ++activity.categories_quarter[event.feature];
            if (event.feature == "salary") {
                ++activity.salaries;
                activity.days_since_salary = age;
            }
            break;
        case BehaviorKind::page_view:
        case BehaviorKind::offer_shown:
        case BehaviorKind::offer_answered:
        case BehaviorKind::life_signal: break;
    }
}

}  // namespace

double days_from(TimePoint earlier, TimePoint later) {
    using Days = std::chrono::duration<double, std::ratio<86400>>;
    return std::chrono::duration_cast<Days>(later - earlier).count();
}

Activity summarise(const std::vector<BehaviorEvent>& events, TimePoint now) {
    Activity activity;
    std::set<std::chrono::sys_days> active_days;
    for (const BehaviorEvent& event : events) {
        if (event.at > now) continue;
        const double age = days_from(event.at, now);
        if (activity.events++ == 0) activity.observed_days = age;
        count_kind(event, age, activity);
        if (!is_own_act(event.kind)) continue;
        const auto day = std::chrono::floor<std::chrono::days>(event.at);
        const auto hour = std::chrono::duration_cast<std::chrono::hours>(event.at - day).count();
        ++activity.active_hours[static_cast<std::size_t>(hour)];
        activity.days_since_active = age;
        if (age <= recent_days) active_days.insert(day);
    }
    activity.active_days_recent = static_cast<double>(active_days.size());
    return activity;
}

}  // namespace parlance::personalization
