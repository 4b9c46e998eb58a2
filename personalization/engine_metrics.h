#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>

#include "personalization/behavior_event.h"
#include "personalization/churn_alerts.h"
#include "personalization/comprehensive_metrics.h"
#include "personalization/engine_times.h"
#include "personalization/state/amount_sketch.h"

namespace parlance::personalization {

// Counts what the engines do and how it is received, while it happens. Bounded space; times are within 5 %
// (DDSketch). Safe to call from several threads (one lock, held for a microsecond).
class EngineMetrics {
public:
    // One round through the four engines.
    void count_round(const EngineTimes& times);
    // An event was taken in.
    void count_event(std::chrono::nanoseconds spent);
    // What customers saw of a round.
    void count_shown(std::size_t offers, std::size_t articles);
    // What a customer did: answered an offer (action "accepted", "rejected", "later"), read an article.
    void count_behavior(const BehaviorEvent& event);
    // A message was understood, so surely and in so long a turn.
    void count_turn(std::chrono::nanoseconds spent, double intent_confidence, bool is_fallback);
    // A customer said whether a reply helped.
    void count_feedback(bool helpful);
    void count_churn(ChurnChange change);

    ComprehensiveMetrics snapshot() const;

private:
    // How long the calls of one kind take.
    struct Calls {
        std::uint64_t count = 0;
        double milliseconds = 0;
        AmountSketch microseconds;

        void add(std::optional<std::chrono::nanoseconds> spent);
        std::optional<double> mean_ms() const;
        MeasuredTarget p99(std::string name, std::string target) const;
    };
    // How many of so many.
    struct Share {
        std::uint64_t hits = 0;
        std::uint64_t of = 0;

        MeasuredTarget as(std::string name, std::string target) const;
    };

    EngineFigures behavior_figures() const;
    EngineFigures life_figures() const;
    EngineFigures content_figures() const;
    EngineFigures recommendation_figures() const;
    EngineFigures conversation_figures() const;

    mutable std::mutex mutex_;
    Calls events_;
    Calls analyses_;
    Calls forecasts_;
    Calls rankings_;
    Calls recommendations_;
    Calls turns_;
    Share read_;      // of the articles shown
    Share accepted_;  // of the offers shown
    Share rejected_;  // likewise
    Share fallback_;  // of the turns
    Share helpful_;   // of the replies that were judged
    double confidence_ = 0;
    std::uint64_t alerts_raised_ = 0;
    std::uint64_t alerts_cleared_ = 0;
};

}  // namespace parlance::personalization
