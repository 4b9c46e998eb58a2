#include "personalization/churn_score.h"

#include <algorithm>
#include <cmath>

#include "personalization/point_score.h"

namespace parlance::personalization {
namespace {

// Hand-set weights in log odds.
constexpr double base_probability = 0.06;
constexpr double trend_points = -0.9;  // a doubling of logins takes this off, a halving adds it
constexpr double least_logins_for_trend = 3;
constexpr double absence_points_per_month = 0.35;
constexpr double longest_absence_months = 6;
constexpr double complaint_points = 0.7;
constexpr double most_complaints = 3;
constexpr double salary_stopped_points = 1.1;
constexpr double salary_late_after_days = 45;
constexpr double closing_talk_points = 2.2;
constexpr double tenure_points_per_year = -0.05;
constexpr double longest_tenure_years = 20;
constexpr double product_points = -0.25;
constexpr double most_products = 5;
constexpr double enough_events = 25;

void add_trend(const Activity& activity, PointScore& score) {
    if (activity.logins_before < least_logins_for_trend) return;
    const double ratio = (activity.logins_recent + 1) / (activity.logins_before + 1);
    const double points = trend_points * std::clamp(std::log2(ratio), -2.0, 1.0);
    score.add("logins_trend",
              "logins went from " + in_words(activity.logins_before) + " to " +
                  in_words(activity.logins_recent) + " in 30 days",
              points);
}

void add_absence(const Activity& activity, PointScore& score) {
    if (!activity.days_since_active) return;
    const double months =
        std::min(std::max(*activity.days_since_active - 14, 0.0) / 30, longest_absence_months);
    score.add("absence", "last active " + in_words(std::floor(*activity.days_since_active)) + " days ago",
              absence_points_per_month * months);
}

void add_signals(const Activity& activity, PointScore& score) {
    score.add("complaints", in_words(activity.complaints_quarter) + " complaints in 90 days",
              complaint_points * std::min(activity.complaints_quarter, most_complaints));
    const bool salary_stopped =
        activity.salaries >= 2 && activity.days_since_salary.value_or(0) > salary_late_after_days;
    if (salary_stopped) {
        score.add(
            "salary_stopped",
            "the salary has not come in for " + in_words(std::floor(*activity.days_since_salary)) + " days",
            salary_stopped_points);
    }
    if (activity.chat_intents_quarter.contains("close_account")) {
        score.add("closing_talk", "asked about closing an account in the last 90 days", closing_talk_points);
    }
}

// The bank's own count, or the products that it says the customer has.
double products_held(const CustomerView& view) {
    double held = 0;
    for (const char* name : {"has_savings_account", "has_investments", "has_pension", "has_mortgage",
                             "has_loan", "has_credit_card"}) {
        held += view.is(name) ? 1 : 0;
    }
    return view.number("products_count", held);
}

}  // namespace

ChurnRisk judge_churn(const CustomerView& view, const Activity& activity) {
    PointScore score(log_odds(base_probability));
    add_trend(activity, score);
    add_absence(activity, score);
    add_signals(activity, score);
    const double years = std::clamp(view.number("tenure_years"), 0.0, longest_tenure_years);
    score.add("tenure", in_words(years) + " years with the bank", tenure_points_per_year * years);
    const double products = std::clamp(products_held(view), 0.0, most_products);
    score.add("products", in_words(products) + " products held", product_points * products);
    return {score.probability(), score.evidence(), confidence_after(activity.events, enough_events)};
}

}  // namespace parlance::personalization
