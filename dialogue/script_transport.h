#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dialogue/turn_engine.h"

namespace parlance::dialogue {

// What can be seen of a turn from outside: what a `.chat` script may assert.
struct ObservedTurn {
    std::string intent;             // best intent
    std::vector<std::string> said;  // response names
    std::string text;
    std::string flow;  // active flow and step after the turn; empty when none is open
    std::string step;
    std::string phase;
    std::vector<std::pair<std::string, std::string>> slots;  // name, to_text(value)
    std::vector<std::pair<std::string, std::string>>
        facts;                         // name, to_text(value) of facts the reply may state
    std::vector<std::string> sources;  // of those facts, each once
    std::vector<std::string> offers;   // ids of the recommendations
    std::vector<std::string> actions;  // titles of the suggested actions
    std::string error;                 // protocol error code instead of a reply
};

// One message of a script.
struct ScriptMessage {
    std::string text;
    std::string client_message_id;
};

// Plays one message and tells what came of it. Throws nothing; a broken connection is an Error.
using PlayMessage = std::function<Result<ObservedTurn>(const ScriptMessage&)>;

// Whose conversation is played on which engine.
struct ScriptStage {
    TurnEngine& engine;
    TrackerStore& trackers;
    Clock clock;
    ConversationId conversation;
    CustomerId customer;
    Locale locale;
};

// Makes the way to play a script's messages: straight into the engine, or over a WebSocket.
// The stage outlives what is returned.
using ScriptTransport = std::function<Result<PlayMessage>(const ScriptStage&)>;

// Calls take_turn directly.
ScriptTransport engine_transport();

// A turn as scripts see it.
ObservedTurn observe(const TurnTaken& taken);

}  // namespace parlance::dialogue
