#pragma once

#include <chrono>
#include <string>

#include "intents/locale.h"
#include "intents/name.h"
#include "websocket/peer.h"
#include "websocket/replay_log.h"
#include "websocket/server_frame.h"

namespace parlance::websocket {

// Whose conversation a session is: what is kept of it on disk.
struct SessionBinding {
    ConversationId conversation;
    CustomerId customer;
    bool operator==(const SessionBinding&) const = default;
};

// A client's side of a conversation. It outlives its connection for a while, so that a client that comes back
// gets what it missed. Used by the io thread only.
struct Session {
    std::string id;  // "<conversation>.<secret>": who knows it may go on
    SessionBinding binding;
    std::string customer_name;
    Locale locale;  // empty tag until a connection has chosen one
    ReplayLog replay;
    Peer* peer = nullptr;  // borrowed; the connection takes itself out before it goes
    std::chrono::steady_clock::time_point detached_at{};

    // Sends a frame that counts: numbered, and kept for replay.
    void deliver(const ServerFrame& frame, TimePoint now);
    // Sends a frame that is only worth something now (typing).
    void mention(const ServerFrame& frame) const;
};

// The id of a new session of this conversation.
std::string make_session_id(const ConversationId& conversation);

}  // namespace parlance::websocket
