#include "personalization/engagement_score.h"

#include <algorithm>

#include "personalization/point_score.h"

namespace parlance::personalization {
namespace {

// Hand-set: a customer active on 8 of 30 days without anything else stands in the middle.
constexpr double base_points = -1.2;
constexpr double points_per_active_day = 0.15;
constexpr double most_active_days = 20;
constexpr double points_per_chat = 0.1;
constexpr double most_chats = 6;
constexpr double points_per_article = 0.15;
constexpr double most_articles = 6;
constexpr double long_absence_points = -1.0;
constexpr double long_absence_days = 45;
constexpr double high_above = 0.65;
constexpr double low_below = 0.3;
constexpr double enough_events = 25;

}  // namespace

Judged<EngagementLevel> judge_engagement(const Activity& activity) {
    if (activity.events == 0) return {EngagementLevel::medium, 0.0, {}};
    PointScore score(base_points);
    score.add("active_days", "active on " + in_words(activity.active_days_recent) + " of the last 30 days",
              points_per_active_day * std::min(activity.active_days_recent, most_active_days));
    score.add("chats", in_words(activity.chats_recent) + " chat messages in the last 30 days",
              points_per_chat * std::min(activity.chats_recent, most_chats));
    score.add("articles", in_words(activity.articles_quarter) + " articles read in the last 90 days",
              points_per_article * std::min(activity.articles_quarter, most_articles));
    if (!activity.days_since_active || *activity.days_since_active > long_absence_days) {
        score.add("absence", "nothing done by the customer in the last 45 days", long_absence_points);
    }
    const double share = score.probability();
    const EngagementLevel level = share > high_above  ? EngagementLevel::high
                                  : share < low_below ? EngagementLevel::low
                                                      : EngagementLevel::medium;
    return {level, confidence_after(activity.events, enough_events), score.evidence()};
}

}  // namespace parlance::personalization
