#pragma once

#include <cstdint>
#include <memory>
#include <set>

#include "websocket/metrics.h"
#include "websocket/peer.h"
#include "websocket/server.h"
#include "websocket/session_registry.h"
#include "websocket/turn_queue.h"

namespace parlance::websocket {

// What all connections of a server share. Used by the io thread only.
struct ServerContext {
    ServerParts parts;
    ServerOptions options;
    SessionRegistry sessions;
    Metrics metrics;
    std::unique_ptr<TurnQueue> turns;
    std::set<Peer*> chats;        // open WebSocket connections
    std::size_t connections = 0;  // these and HTTP's
    std::uint64_t http_requests = 0;
    bool draining = false;
};

}  // namespace parlance::websocket
