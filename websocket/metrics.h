#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "dialogue/turn_engine.h"
#include "personalization/engine_metrics.h"
#include "personalization/ingest/event_ingest.h"

namespace parlance::websocket {

// How a thumb on a reply is kept among the customer's behaviour.
inline constexpr const char* feedback_feature = "feedback";
inline constexpr const char* helpful_action = "helpful";

// What the server counts, and its text for Prometheus. Safe to call from several threads.
class Metrics {
public:
    Metrics();
    ~Metrics();

    // A finished turn: its stages' times, intent, fallbacks, hand-offs and offers.
    void count(const dialogue::TurnTaken& taken);
    void count_error(std::string_view code);
    // What a customer did with an offer: "accepted", ...
    void count_reaction(std::string_view reaction);
    // A behaviour event that came from outside.
    void count_event(const personalization::IngestReceipt& receipt);
    // What a customer did: an answer to an offer, an article read, a thumb on a reply.
    void count_behavior(const personalization::BehaviorEvent& event);
    // A churn alert that was raised or cleared.
    void count_churn(personalization::ChurnChange change);
    // Something to tell a customer unasked was "noted" or "said".
    void count_outreach(const std::string& trigger, const std::string& outcome);
    void set_connections(std::size_t connections);
    void set_sessions(std::size_t sessions);
    void set_waiting_turns(std::size_t turns);

    // Text exposition format 0.0.4.
    std::string text() const;
    // Every engine's figures beside what is aimed at.
    personalization::ComprehensiveMetrics comprehensive() const;

private:
    struct Families;
    std::unique_ptr<Families> families_;
};

}  // namespace parlance::websocket
