#include "personalization/customer_features.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>

#include "personalization/activity.h"

namespace parlance::personalization {
namespace {

using State = CustomerState;
using Trend = BehaviorTrend;

enum HalfLife : std::size_t { week = 0, month = 1, quarter = 2 };

template <Trend trend, HalfLife half_life>
double faded(const State& state, TimePoint now) {
    return state.trend(trend).sums(now)[half_life];
}

template <Trend trend>
double tendency(const State& state, TimePoint now) {
    return state.trend(trend).ratio(now);
}

template <Trend trend>
double days_since(const State& state, TimePoint now) {
    if (state.trend(trend).empty()) return std::numeric_limits<double>::quiet_NaN();
    return std::max(0.0, days_from(state.trend(trend).last(), now));
}

double share_of(const RankedCounts& counts, std::string_view name, TimePoint now) {
    const double total = counts.total(now);
    return total > 0 ? counts.count(name, now) / total : std::numeric_limits<double>::quiet_NaN();
}

double days_known(const State& state, TimePoint now) {
    return state.events() == 0 ? 0 : std::max(0.0, days_from(state.first(), now));
}

constexpr auto specs = std::to_array<FeatureSpec>({
    {"events", "count", "everything that was recorded",
     [](const State& s, TimePoint) { return double(s.events()); }},
    {"days_known", "days", "since the first event", days_known},
    {"days_since_visit", "days", "since the customer last did something",
     [](const State& s, TimePoint now) { return s.visits().days_since(now); }},
    {"days_since_payment", "days", "since the last payment in or out", days_since<Trend::payments>},
    {"days_since_complaint", "days", "since the last complaint", days_since<Trend::complaints>},
    {"days_since_failed_login", "days", "since a login failed", days_since<Trend::failed_logins>},
    {"visits", "count", "visits in all",
     [](const State& s, TimePoint) { return double(s.visits().visits()); }},
    {"visits_7d", "count", "visits, halving every 7 days", faded<Trend::visits, week>},
    {"visits_30d", "count", "visits, halving every 30 days", faded<Trend::visits, month>},
    {"visits_90d", "count", "visits, halving every 90 days", faded<Trend::visits, quarter>},
    {"visits_trend", "ratio", "visits lately against usual; 1 is steady", tendency<Trend::visits>},
    {"visit_minutes_mean", "minutes", "length of a visit",
     [](const State& s, TimePoint) { return s.visits().minutes().mean(); }},
    {"visit_gap_days_mean", "days", "between two visits",
     [](const State& s, TimePoint) { return s.visits().gap_days().mean(); }},
    {"visit_gap_days_deviation", "days", "how much the time between visits varies",
     [](const State& s, TimePoint) { return s.visits().gap_days().deviation(); }},
    {"visit_overdue", "ratio", "time since the last visit against the usual gap",
     [](const State& s, TimePoint now) { return s.visits().overdue(now); }},
    {"own_acts_30d", "count", "own acts, halving every 30 days", faded<Trend::own_acts, month>},
    {"own_acts_trend", "ratio", "own acts lately against usual", tendency<Trend::own_acts>},
    {"logins_7d", "count", "logins, halving every 7 days", faded<Trend::logins, week>},
    {"logins_30d", "count", "logins, halving every 30 days", faded<Trend::logins, month>},
    {"logins_90d", "count", "logins, halving every 90 days", faded<Trend::logins, quarter>},
    {"logins_trend", "ratio", "logins lately against usual", tendency<Trend::logins>},
    {"failed_logins_30d", "count", "failed logins, halving every 30 days",
     faded<Trend::failed_logins, month>},
    {"page_views_30d", "count", "pages looked at, halving every 30 days", faded<Trend::page_views, month>},
    {"chat_turns_30d", "count", "messages in the chat, halving every 30 days",
     faded<Trend::chat_turns, month>},
    {"articles_read_30d", "count", "articles read, halving every 30 days",
     faded<Trend::articles_read, month>},
    {"complaints_90d", "count", "complaints, halving every 90 days", faded<Trend::complaints, quarter>},
    {"offers_shown_30d", "count", "offers shown, halving every 30 days", faded<Trend::offers_shown, month>},
    {"offers_accepted_90d", "count", "offers accepted, halving every 90 days",
     faded<Trend::offers_accepted, quarter>},
    {"offers_rejected_90d", "count", "offers rejected, halving every 90 days",
     faded<Trend::offers_rejected, quarter>},
    {"payments_7d", "count", "payments, halving every 7 days", faded<Trend::payments, week>},
    {"payments_30d", "count", "payments, halving every 30 days", faded<Trend::payments, month>},
    {"payments_90d", "count", "payments, halving every 90 days", faded<Trend::payments, quarter>},
    {"payments_trend", "ratio", "payments lately against usual", tendency<Trend::payments>},
    {"amount_out_7d", "amount", "paid out, halving every 7 days", faded<Trend::amount_out, week>},
    {"amount_out_30d", "amount", "paid out, halving every 30 days", faded<Trend::amount_out, month>},
    {"amount_out_90d", "amount", "paid out, halving every 90 days", faded<Trend::amount_out, quarter>},
    {"amount_out_trend", "ratio", "spending lately against usual", tendency<Trend::amount_out>},
    {"amount_in_30d", "amount", "received, halving every 30 days", faded<Trend::amount_in, month>},
    {"amount_in_90d", "amount", "received, halving every 90 days", faded<Trend::amount_in, quarter>},
    {"amount_in_trend", "ratio", "receipts lately against usual", tendency<Trend::amount_in>},
    {"payment_median", "amount", "half of the payments out are smaller",
     [](const State& s, TimePoint) { return s.payments().quantile(0.5); }},
    {"payment_p90", "amount", "nine of ten payments out are smaller",
     [](const State& s, TimePoint) { return s.payments().quantile(0.9); }},
    {"balance", "amount", "the newest balance that was seen",
     [](const State& s, TimePoint) { return s.balance().latest(); }},
    {"balance_slope_30d", "amount", "change of the balance in 30 days",
     [](const State& s, TimePoint) { return s.balance().slope_30_days(); }},
    {"salaries", "count", "salaries in all",
     [](const State& s, TimePoint) { return double(s.salary().count()); }},
    {"salary_mean", "amount", "a usual salary",
     [](const State& s, TimePoint) { return s.salary().amounts().mean(); }},
    {"salary_latest_ratio", "ratio", "the newest salary against the usual one",
     [](const State& s, TimePoint) { return s.salary().latest_ratio(); }},
    {"salary_interval_days_mean", "days", "between two salaries",
     [](const State& s, TimePoint) { return s.salary().interval_days().mean(); }},
    {"salary_interval_days_deviation", "days", "how irregularly salaries come",
     [](const State& s, TimePoint) { return s.salary().interval_days().deviation(); }},
    {"days_since_salary", "days", "since the last salary",
     [](const State& s, TimePoint now) { return s.salary().days_since(now); }},
    {"salary_overdue", "ratio", "time since the last salary against the usual interval",
     [](const State& s, TimePoint now) { return s.salary().overdue(now); }},
    {"salary_payer_changes", "count", "times that somebody else paid the salary",
     [](const State& s, TimePoint) { return double(s.salary().payer_changes()); }},
    {"days_since_payer_change", "days", "since somebody else pays the salary",
     [](const State& s, TimePoint now) { return s.salary().days_since_payer_change(now); }},
    {"features_used", "count", "different features used",
     [](const State& s, TimePoint) { return s.breadth().distinct(); }},
    {"channel_entropy", "bits", "how evenly the channels are used",
     [](const State& s, TimePoint) { return s.channels().entropy_bits(); }},
    {"channel_app_share", "share", "of acts in the app",
     [](const State& s, TimePoint now) { return share_of(s.channels(), "app", now); }},
    {"channel_web_share", "share", "of acts on the web",
     [](const State& s, TimePoint now) { return share_of(s.channels(), "web", now); }},
    {"channel_branch_share", "share", "of acts in a branch",
     [](const State& s, TimePoint now) { return share_of(s.channels(), "branch", now); }},
    {"channel_chat_share", "share", "of acts in the chat",
     [](const State& s, TimePoint now) { return share_of(s.channels(), "chat", now); }},
    {"category_entropy", "bits", "how evenly payments spread over categories",
     [](const State& s, TimePoint) { return s.categories().entropy_bits(); }},
    {"intent_entropy", "bits", "how evenly chats spread over requests",
     [](const State& s, TimePoint) { return s.intents().entropy_bits(); }},
    {"preferred_hour", "hour", "the busiest hour of the day, UTC",
     [](const State& s, TimePoint) { return double(s.hours().preferred_hour()); }},
    {"preferred_hour_share", "share", "of acts in the busiest hour",
     [](const State& s, TimePoint) { return s.hours().preferred_hour_share(); }},
    {"night_share", "share", "of acts between 22 and 6, UTC",
     [](const State& s, TimePoint) { return s.hours().night_share(); }},
    {"weekend_share", "share", "of acts on Saturday and Sunday",
     [](const State& s, TimePoint) { return s.hours().weekend_share(); }},
    {"active_days", "days", "with an own act",
     [](const State& s, TimePoint) { return double(s.streak().active_days()); }},
    {"streak_days", "days", "in a row up to now",
     [](const State& s, TimePoint now) { return double(s.streak().current(now)); }},
    {"streak_days_longest", "days", "in a row at most",
     [](const State& s, TimePoint) { return double(s.streak().longest()); }},
});

}  // namespace

std::span<const FeatureSpec> feature_specs() {
    return specs;
}

const FeatureSpec* find_feature(std::string_view name) {
    static const std::map<std::string_view, const FeatureSpec*> by_name = [] {
        std::map<std::string_view, const FeatureSpec*> index;
        for (const FeatureSpec& spec : specs) index.emplace(spec.name, &spec);
        return index;
    }();
    const auto found = by_name.find(name);
    return found == by_name.end() ? nullptr : found->second;
}

std::string words_of(const FeatureSpec& feature) {
    constexpr std::array<std::string_view, 5> asks_for_unit{"since ", "between ", "of ", "in a row", "with "};
    const bool needs_unit = std::any_of(asks_for_unit.begin(), asks_for_unit.end(), [&](auto beginning) {
        return feature.meaning.starts_with(beginning);
    });
    return (needs_unit ? std::string(feature.unit) + " " : "") + std::string(feature.meaning);
}

std::vector<NamedValue> features_of(const CustomerState& state, TimePoint now) {
    std::vector<NamedValue> values;
    values.reserve(specs.size());
    for (const FeatureSpec& spec : specs) values.push_back({spec.name, spec.read(state, now)});
    return values;
}

}  // namespace parlance::personalization
