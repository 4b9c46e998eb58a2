#include "websocket/session_registry.h"

namespace parlance::websocket {

Session& SessionRegistry::open(const std::string& id, SessionBinding binding) {
    auto session = std::make_unique<Session>(Session{id,
                                                     std::move(binding),
                                                     {},
                                                     Locale{""},
                                                     ReplayLog(limits_.replay_frames, limits_.replay_bytes),
                                                     nullptr,
                                                     {}});
    return *(sessions_[id] = std::move(session));
}

Session* SessionRegistry::find(const std::string& id) {
    const auto found = sessions_.find(id);
    return found == sessions_.end() ? nullptr : found->second.get();
}

void SessionRegistry::attach(Session& session, Peer& peer) {
    if (session.peer != nullptr && session.peer != &peer) {
        session.peer->close(CloseCode::replaced, "a newer connection has taken over");
    }
    session.peer = &peer;
}

void SessionRegistry::detach(const std::string& id, const Peer& peer, Moment now) {
    auto* session = find(id);
    if (session == nullptr || session->peer != &peer) return;
    session->peer = nullptr;
    session->detached_at = now;
}

std::vector<std::string> SessionRegistry::connected_of(const std::set<CustomerId>& customers) const {
    std::vector<std::string> ids;
    if (customers.empty()) return ids;
    for (const auto& [id, session] : sessions_) {
        if (session->peer != nullptr && customers.contains(session->binding.customer)) ids.push_back(id);
    }
    return ids;
}

void SessionRegistry::sweep(Moment now) {
    std::erase_if(sessions_, [&](const auto& entry) {
        const Session& session = *entry.second;
        return session.peer == nullptr && now - session.detached_at > limits_.session_ttl_s;
    });
}

}  // namespace parlance::websocket
