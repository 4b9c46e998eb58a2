#include "websocket/metrics.h"

#include <algorithm>

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include "websocket/version.h"

namespace parlance::websocket {

namespace {

using prometheus::Family;

Family<prometheus::Counter>& counters(prometheus::Registry& registry, const char* name, const char* help) {
    return prometheus::BuildCounter().Name(name).Help(help).Register(registry);
}

Family<prometheus::Gauge>& gauges(prometheus::Registry& registry, const char* name, const char* help) {
    return prometheus::BuildGauge().Name(name).Help(help).Register(registry);
}

}  // namespace

struct Metrics::Families {
    prometheus::Registry registry;
    Family<prometheus::Histogram>& turn_seconds = prometheus::BuildHistogram()
                                                      .Name("parlance_turn_seconds")
                                                      .Help("Time of a turn, by stage")
                                                      .Register(registry);
    Family<prometheus::Counter>& intents =
        counters(registry, "parlance_intent_total", "Messages by best intent");
    prometheus::Counter& fallbacks =
        counters(registry, "parlance_fallback_total", "Messages that nothing could be done with").Add({});
    Family<prometheus::Counter>& handoffs =
        counters(registry, "parlance_handoff_total", "Conversations given to a person, by reason");
    Family<prometheus::Counter>& recommendations = counters(
        registry, "parlance_recommendation_total", "Offers shown, by kind, and customers' reactions");
    Family<prometheus::Counter>& errors =
        counters(registry, "parlance_error_total", "Error frames sent, by code");
    Family<prometheus::Counter>& events = counters(registry, "parlance_behavior_event_total",
                                                   "Behaviour events that came in, by what became of them");
    Family<prometheus::Counter>& churn =
        counters(registry, "parlance_churn_alert_total", "Churn alerts, by what happened to them");
    Family<prometheus::Counter>& outreach = counters(
        registry, "parlance_outreach_total", "What customers were told unasked, by trigger and outcome");
    prometheus::Gauge& open_churn =
        gauges(registry, "parlance_churn_alerts_open", "Customers with an open churn alert").Add({});
    prometheus::Gauge& connections =
        gauges(registry, "parlance_ws_connections", "Open WebSocket connections").Add({});
    prometheus::Gauge& sessions =
        gauges(registry, "parlance_sessions", "Sessions that can be resumed").Add({});
    prometheus::Gauge& waiting_turns =
        gauges(registry, "parlance_waiting_turns", "Turns queued or running").Add({});

    Family<prometheus::Histogram>& engine_seconds = prometheus::BuildHistogram()
                                                        .Name("parlance_engine_seconds")
                                                        .Help("Time of one call of an engine")
                                                        .Register(registry);
    personalization::EngineMetrics engines;

    Families() {
        gauges(registry, "parlance_build_info", "The program's version")
            .Add({{"version", std::string(version)}})
            .Set(1);
    }

    void observe_engine(const char* engine, std::optional<std::chrono::nanoseconds> spent) {
        static const prometheus::Histogram::BucketBoundaries bounds = {
            .00001, .0001, .0005, .001, .0025, .005, .01, .025, .05, .1, .5};
        if (!spent) return;
        engine_seconds.Add({{"engine", engine}}, bounds)
            .Observe(std::chrono::duration<double>(*spent).count());
    }

    void observe(const personalization::EngineTimes& times) {
        observe_engine("behavioral_analyzer", times.behavioral_analyzer);
        observe_engine("life_event_predictor", times.life_event_predictor);
        observe_engine("content_engine", times.content_engine);
        observe_engine("recommendation_engine", times.recommendation_engine);
    }

    void observe(const char* stage, std::chrono::microseconds spent) {
        static const prometheus::Histogram::BucketBoundaries bounds = {
            .0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5};
        turn_seconds.Add({{"stage", stage}}, bounds).Observe(static_cast<double>(spent.count()) / 1e6);
    }
};

Metrics::Metrics() : families_(std::make_unique<Families>()) {}
Metrics::~Metrics() = default;

void Metrics::count(const dialogue::TurnTaken& taken) {
    if (taken.repeated) return;
    auto& families = *families_;
    families.observe("understand", taken.timing.understand);
    families.observe("decide", taken.timing.decide);
    families.observe("personalize", taken.timing.personalize);
    families.observe("generate", taken.timing.generate);
    families.observe("store", taken.timing.store);
    families.observe("total", taken.timing.total);
    families.observe(taken.timing.engines);
    const auto& intents = taken.turn.understanding.intents;
    if (!intents.empty()) families.intents.Add({{"intent", intents.front().intent.text}}).Increment();
    const auto& commands = taken.turn.commands;
    const auto fallbacks = std::count_if(commands.begin(), commands.end(), [](const auto& command) {
        return std::holds_alternative<dialogue::CannotHandle>(command);
    });
    families.fallbacks.Increment(static_cast<double>(fallbacks));
    families.engines.count_round(taken.timing.engines);
    families.engines.count_turn(taken.timing.total, intents.empty() ? 0 : intents.front().confidence,
                                fallbacks > 0);
    families.engines.count_shown(taken.turn.reply.recommendations.size(), taken.turn.reply.citations.size());
    for (const auto& queue : taken.handed_off) families.handoffs.Add({{"reason", queue}}).Increment();
    for (const auto& offer : taken.turn.reply.recommendations) {
        const std::string kind(personalization::to_text(offer.kind));
        families.recommendations.Add({{"kind", kind}, {"reaction", "shown"}}).Increment();
    }
}

void Metrics::count_error(std::string_view code) {
    families_->errors.Add({{"code", std::string(code)}}).Increment();
}

void Metrics::count_reaction(std::string_view reaction) {
    families_->recommendations.Add({{"kind", "any"}, {"reaction", std::string(reaction)}}).Increment();
}

void Metrics::count_event(const personalization::IngestReceipt& receipt) {
    using Outcome = personalization::IngestReceipt::Outcome;
    const std::string outcome = receipt.outcome == Outcome::accepted ? "accepted"
                                : receipt.outcome == Outcome::repeated
                                    ? "repeated"
                                    : std::string(to_text(*receipt.reason));
    families_->events.Add({{"outcome", outcome}}).Increment();
}

void Metrics::count_behavior(const personalization::BehaviorEvent& event) {
    if (event.feature == feedback_feature) families_->engines.count_feedback(event.action == helpful_action);
    families_->engines.count_behavior(event);
}

personalization::ComprehensiveMetrics Metrics::comprehensive() const {
    return families_->engines.snapshot();
}

void Metrics::count_churn(personalization::ChurnChange change) {
    families_->churn.Add({{"change", std::string(to_text(change))}}).Increment();
    families_->engines.count_churn(change);
    families_->open_churn.Increment(change == personalization::ChurnChange::raised ? 1 : -1);
}

void Metrics::count_outreach(const std::string& trigger, const std::string& outcome) {
    families_->outreach.Add({{"trigger", trigger}, {"outcome", outcome}}).Increment();
}

void Metrics::set_connections(std::size_t connections) {
    families_->connections.Set(static_cast<double>(connections));
}

void Metrics::set_sessions(std::size_t sessions) {
    families_->sessions.Set(static_cast<double>(sessions));
}

void Metrics::set_waiting_turns(std::size_t turns) {
    families_->waiting_turns.Set(static_cast<double>(turns));
}

std::string Metrics::text() const {
    return prometheus::TextSerializer().Serialize(families_->registry.Collect());
}

}  // namespace parlance::websocket
