#pragma once

#include <string>

#include "websocket/server_context.h"

namespace parlance::websocket {

// A customer's message on its way to the engine.
struct PendingTurn {
    std::string session;
    dialogue::TurnRequest request;
};

// Queues a turn. When it is done its frames go to the session, whoever is connected to it then: ack, analysis
// (where enabled), message, handoff; or an error. False when too much is waiting.
bool submit_turn(ServerContext& server, PendingTurn turn);

}  // namespace parlance::websocket
