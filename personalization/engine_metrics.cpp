#include "personalization/engine_metrics.h"

#include <utility>

namespace parlance::personalization {

namespace {

// What only knowing the customers' later fate can tell.
MeasuredTarget offline(std::string name, std::string target) {
    return {std::move(name), std::move(target), std::nullopt, 0};
}

MeasuredTarget counted(std::string name, std::uint64_t count) {
    return {std::move(name), {}, static_cast<double>(count), count};
}

}  // namespace

void EngineMetrics::Calls::add(std::optional<std::chrono::nanoseconds> spent) {
    if (!spent) return;
    ++count;
    milliseconds += std::chrono::duration<double, std::milli>(*spent).count();
    microseconds.add(std::chrono::duration<double, std::micro>(*spent).count());
}

std::optional<double> EngineMetrics::Calls::mean_ms() const {
    if (count == 0) return std::nullopt;
    return milliseconds / static_cast<double>(count);
}

MeasuredTarget EngineMetrics::Calls::p99(std::string name, std::string target) const {
    const auto value = count == 0 ? std::nullopt : std::optional(microseconds.quantile(0.99) / 1000);
    return {std::move(name), std::move(target), value, count};
}

MeasuredTarget EngineMetrics::Share::as(std::string name, std::string target) const {
    const auto value =
        of == 0 ? std::nullopt : std::optional(static_cast<double>(hits) / static_cast<double>(of));
    return {std::move(name), std::move(target), value, of};
}

void EngineMetrics::count_round(const EngineTimes& times) {
    const std::lock_guard lock(mutex_);
    analyses_.add(times.behavioral_analyzer);
    forecasts_.add(times.life_event_predictor);
    rankings_.add(times.content_engine);
    recommendations_.add(times.recommendation_engine);
}

void EngineMetrics::count_event(std::chrono::nanoseconds spent) {
    const std::lock_guard lock(mutex_);
    events_.add(spent);
}

void EngineMetrics::count_shown(std::size_t offers, std::size_t articles) {
    const std::lock_guard lock(mutex_);
    accepted_.of += offers;
    rejected_.of += offers;
    read_.of += articles;
}

void EngineMetrics::count_behavior(const BehaviorEvent& event) {
    const std::lock_guard lock(mutex_);
    if (event.kind == BehaviorKind::article_read) ++read_.hits;
    if (event.kind != BehaviorKind::offer_answered) return;
    if (event.action == "accepted") ++accepted_.hits;
    if (event.action == "rejected") ++rejected_.hits;
}

void EngineMetrics::count_turn(std::chrono::nanoseconds spent, double intent_confidence, bool is_fallback) {
    const std::lock_guard lock(mutex_);
    turns_.add(spent);
    confidence_ += intent_confidence;
    ++fallback_.of;
    if (is_fallback) ++fallback_.hits;
}

void EngineMetrics::count_feedback(bool helpful) {
    const std::lock_guard lock(mutex_);
    ++helpful_.of;
    if (helpful) ++helpful_.hits;
}

void EngineMetrics::count_churn(ChurnChange change) {
    const std::lock_guard lock(mutex_);
    ++(change == ChurnChange::raised ? alerts_raised_ : alerts_cleared_);
}

EngineFigures EngineMetrics::behavior_figures() const {
    return {"behavioral_analyzer",
            analyses_.count,
            analyses_.mean_ms(),
            {analyses_.p99("p99_ms", "< 50"), events_.p99("track_behavior_p99_ms", "< 10"),
             offline("churn_accuracy", "> 0.90"), counted("churn_alerts_raised", alerts_raised_),
             counted("churn_alerts_cleared", alerts_cleared_)}};
}

EngineFigures EngineMetrics::life_figures() const {
    return {"life_event_predictor",
            forecasts_.count,
            forecasts_.mean_ms(),
            {forecasts_.p99("p99_ms", ""), offline("accuracy", "> 0.75")}};
}

EngineFigures EngineMetrics::content_figures() const {
    return {"content_engine",
            rankings_.count,
            rankings_.mean_ms(),
            {rankings_.p99("p99_ms", "< 50"), offline("relevance", "> 0.85"),
             read_.as("share_of_shown_articles_read", "")}};
}

EngineFigures EngineMetrics::recommendation_figures() const {
    return {"recommendation_engine",
            recommendations_.count,
            recommendations_.mean_ms(),
            {recommendations_.p99("p99_ms", "< 100"), accepted_.as("acceptance_rate", "> 0.60"),
             rejected_.as("rejection_rate", "")}};
}

EngineFigures EngineMetrics::conversation_figures() const {
    const auto confidence =
        turns_.count == 0 ? std::nullopt : std::optional(confidence_ / static_cast<double>(turns_.count));
    return {"conversation",
            turns_.count,
            turns_.mean_ms(),
            {turns_.p99("p99_ms", "< 100"),
             offline("intent_accuracy", "> 0.95"),
             offline("sentiment_accuracy", "> 0.90"),
             {"intent_confidence", "", confidence, turns_.count},
             fallback_.as("fallback_rate", ""),
             helpful_.as("helpful_rate", "")}};
}

ComprehensiveMetrics EngineMetrics::snapshot() const {
    const std::lock_guard lock(mutex_);
    return {{behavior_figures(), life_figures(), content_figures(), recommendation_figures(),
             conversation_figures()}};
}

}  // namespace parlance::personalization
