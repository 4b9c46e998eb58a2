#pragma once

#include <chrono>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "websocket/config.h"
#include "websocket/session.h"

namespace parlance::websocket {

// The sessions in memory: connected ones, and those whose client may come back. Used by the io thread only.
class SessionRegistry {
public:
    using Moment = std::chrono::steady_clock::time_point;

    explicit SessionRegistry(const LimitsConfig& limits) : limits_(limits) {}

    // A new session with an empty replay log; an old one of this id goes.
    Session& open(const std::string& id, SessionBinding binding);
    // nullptr when it is unknown or was forgotten.
    Session* find(const std::string& id);
    void close(const std::string& id) { sessions_.erase(id); }

    // Gives the session to this peer. An older connection of the same session is closed with `replaced`.
    void attach(Session& session, Peer& peer);
    // The peer is gone; a session that it has lost to a newer one stays untouched.
    void detach(const std::string& id, const Peer& peer, Moment now);

    // Forgets sessions that have been without a connection for longer than session_ttl_s.
    void sweep(Moment now);

    // The ids of these customers' sessions that have a connection.
    std::vector<std::string> connected_of(const std::set<CustomerId>& customers) const;

    std::size_t size() const { return sessions_.size(); }

private:
    LimitsConfig limits_;
    std::unordered_map<std::string, std::unique_ptr<Session>> sessions_;
};

}  // namespace parlance::websocket
