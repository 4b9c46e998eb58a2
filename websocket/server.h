#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "dialogue/outreach_desk.h"
#include "dialogue/tracker_store.h"
#include "dialogue/turn_engine.h"
#include "personalization/churn_watch.h"
#include "personalization/ingest/event_ingest.h"
#include "websocket/config.h"
#include "websocket/log.h"
#include "websocket/session_store.h"

namespace parlance::websocket {

// A customer's display name; nothing when there is no such customer. May block; called on worker threads.
using CustomerNames = std::function<std::optional<std::string>(const CustomerId&)>;

// What a server works with. Borrowed; must outlive it.
struct ServerParts {
    dialogue::TurnEngine& engine;
    dialogue::TrackerStore& trackers;
    personalization::EventStore& behavior;
    SessionStore& sessions;
    const Log& log;
    CustomerNames customers;
    Clock clock;
    std::function<ConversationId()> new_conversation;  // a random id when empty
    personalization::AuditLog* audit = nullptr;        // of the answers to recommendations
    personalization::EventIngest* events = nullptr;    // behaviour that comes from outside
    personalization::ChurnWatch* churn = nullptr;      // judges customers as they act
    dialogue::OutreachDesk* outreach = nullptr;        // speaks first
};

struct ServerOptions {
    ListenConfig listen;
    LimitsConfig limits;
    DemoConfig demo;
    std::string token_secret;  // without the demo
    bool analysis = false;
    std::string events_token = {};  // of POST /v1/events; without one it is for this machine only
};

// The server: WebSocket and HTTP on one port. Sockets and sessions live on the one thread that calls `run`;
// turns run on a pool beside it.
class Server {
public:
    Server(ServerParts parts, ServerOptions options);
    ~Server();

    // Opens the port. Fails with io_failed, naming address and reason.
    Result<std::uint16_t> listen();

    // Serves until it has drained. Call after `listen`, once.
    void run();

    // Makes SIGINT and SIGTERM drain the server; call before `run`.
    void drain_on_signals();

    // Stops accepting, lets running turns finish, says bye, closes. Returns at once; safe from any thread.
    void drain();

private:
    struct Running;
    std::unique_ptr<Running> running_;
};

}  // namespace parlance::websocket
