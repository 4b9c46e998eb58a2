#include "personalization/life_event_predictor.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "personalization/activity.h"
#include "personalization/learning/drivers.h"
#include "personalization/life_signals.h"
#include "personalization/models/signal_features.h"
#include "personalization/point_score.h"

namespace parlance::personalization {
namespace {

constexpr double half_life_days = 60;
constexpr double repeats_that_count = 2;  // decayed sightings of one signal beyond this add nothing
constexpr double named_signal_points = 3.0;
constexpr double salary_missing_points = 1.8;
constexpr double salary_missing_after_days = 45;
constexpr double already_happened_points = -6.0;
constexpr std::size_t most_signals = 5;

double decayed(TimePoint at, TimePoint now) {
    return std::exp2(-days_from(at, now) / half_life_days);
}

// Sightings of every signal of the table, decayed, in one pass over the events.
std::vector<double> decayed_sightings(const std::vector<BehaviorEvent>& events, TimePoint now) {
    const auto& table = life_signals();
    std::vector<double> seen(table.size(), 0.0);
    for (const BehaviorEvent& event : events) {
        if (event.at > now) continue;
        for (std::size_t i = 0; i < table.size(); ++i) {
            if (table[i].kind == event.kind && table[i].feature == event.feature)
                seen[i] += decayed(event.at, now);
        }
    }
    return seen;
}

bool already_happened(LifeEvent event, const CustomerView& view, LifeStage stage) {
    const auto marital = view.attributes.find("marital");
    switch (event) {
        case LifeEvent::first_child: return view.number("children") > 0 || view.is("has_children");
        case LifeEvent::marriage:
            return marital != view.attributes.end() && marital->second == SlotValue{std::string("married")};
        case LifeEvent::retirement:
        case LifeEvent::job_loss:
        case LifeEvent::career_change: return stage == LifeStage::retired;
        case LifeEvent::leaving_home: return view.is("has_mortgage");
        case LifeEvent::home_purchase:
        case LifeEvent::inheritance:
        case LifeEvent::big_purchase: return false;
    }
    return false;
}

void add_named_signals(LifeEvent event, const CustomerView& view, TimePoint now, PointScore& score) {
    double seen = 0;
    for (const BehaviorEvent& each : view.events) {
        const bool names_it = each.kind == BehaviorKind::life_signal && each.feature == to_text(event);
        if (names_it && each.at <= now) seen += decayed(each.at, now);
    }
    score.add("life_signal", "the bank noted a signal for " + std::string(to_text(event)),
              named_signal_points * std::min(seen, 1.0));
}

// Sightings of the table's signals for an event, each by its words.
void add_signals(LifeEvent event, const std::vector<double>& seen, PointScore& score) {
    const auto& table = life_signals();
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (table[i].event != event) continue;
        score.add(std::string(table[i].feature), std::string(table[i].words),
                  table[i].points * std::min(seen[i], repeats_that_count));
    }
}

// The customer told us himself, or the bank noted it.
bool is_known_of(LifeEvent event, const CustomerView& view, TimePoint now) {
    return std::any_of(view.events.begin(), view.events.end(), [&](const BehaviorEvent& each) {
        const bool is_noted = each.kind == BehaviorKind::life_signal && each.feature == to_text(event);
        const bool is_told = each.kind == BehaviorKind::chat_turn && told_by({each.feature}) == event;
        return each.at <= now && (is_noted || is_told);
    });
}

void add_attributes(LifeEvent event, const CustomerView& view, LifeStage stage, PointScore& score) {
    if (const double age = view.number("age", -1); age >= 0) {
        score.add("age", "is " + in_words(age), age_points(event, age));
    }
    if (already_happened(event, view, stage)) {
        score.add("already", "has happened already", already_happened_points);
    }
}

void add_missing_salary(const Activity& activity, PointScore& score) {
    const double days = activity.days_since_salary.value_or(0);
    if (activity.salaries < 2 || days <= salary_missing_after_days) return;
    score.add("salary_missing", "no salary for " + in_words(std::floor(days)) + " days",
              salary_missing_points);
}

}  // namespace

std::optional<FeatureMatrix> LifeEventPredictor::row_of(const CustomerView& view, TimePoint now) const {
    if (hazards_ == nullptr || view.state.events() == 0) return std::nullopt;
    const double age = view.number("age", -1);
    return signal_features(view.state, age < 0 ? std::nullopt : std::optional(age), now);
}

std::optional<LifeEventForecast> LifeEventPredictor::learned(LifeEvent event,
                                                             const FeatureMatrix& row) const {
    const auto hazards = hazards_->of(event);
    if (hazards.empty()) return std::nullopt;
    LifeEventForecast forecast{event, 0, {}, {}, {}, {}};
    for (const LifeHazard* hazard : hazards) {
        const auto chances = hazard->model.probabilities(row);
        if (!chances) return std::nullopt;
        forecast.horizons.push_back({hazard->horizon, chances->front()});
    }
    const LifeHazard& longest = *hazards.back();
    forecast.timeframe.to_days = static_cast<int>(longest.horizon.count());
    forecast.probability = static_cast<float>(forecast.probability_within(longest.horizon));
    if (auto drivers = drivers_of(longest.model, longest.bins, row.row(0), most_signals))
        forecast.signals = std::move(*drivers);
    return forecast;
}

std::vector<LifeEventForecast> LifeEventPredictor::forecast(const CustomerView& view,
                                                            const BehaviorProfile& profile, TimePoint now,
                                                            std::optional<LifeEvent> told_now) const {
    const Activity activity = summarise(view.events, now);
    const std::vector<double> seen = decayed_sightings(view.events, now);
    const auto row = row_of(view, now);
    const bool may_infer_all = view.is("special_category_consent");
    std::vector<LifeEventForecast> forecasts;
    for (const LifeEvent event : all_life_events()) {
        const bool may_infer = may_infer_all || !is_special_category(event) || told_now == event;
        if (!may_infer && !is_known_of(event, view, now)) continue;
        const bool is_learned = row && !already_happened(event, view, profile.stage.value);
        if (auto forecast = is_learned ? learned(event, *row) : std::nullopt) {
            forecasts.push_back(std::move(*forecast));
            continue;
        }
        PointScore score(log_odds(yearly_rate(event)));
        add_attributes(event, view, profile.stage.value, score);
        add_signals(event, seen, score);
        if (event == LifeEvent::job_loss && profile.stage.value != LifeStage::retired) {
            add_missing_salary(activity, score);
        }
        add_named_signals(event, view, now, score);
        forecasts.push_back(
            {event, static_cast<float>(score.probability()), Timeframe{}, score.evidence(), {}});
    }
    std::stable_sort(forecasts.begin(), forecasts.end(),
                     [](const LifeEventForecast& left, const LifeEventForecast& right) {
                         return left.probability > right.probability;
                     });
    return forecasts;
}

}  // namespace parlance::personalization
