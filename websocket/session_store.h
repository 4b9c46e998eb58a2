#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "intents/clock.h"
#include "intents/result.h"
#include "websocket/session.h"

namespace parlance::websocket {

// Which session belongs to which conversation and customer, on disk: after a restart, clients go on where
// they were. Keeps a hash of the session's id only: the file lets nobody in. Safe to call from several
// threads (one connection, one lock).
class SessionStore {
public:
    // Opens or creates `file`; ":memory:" for none. Fails with storage_failed, naming file and reason.
    static Result<std::unique_ptr<SessionStore>> open(const std::filesystem::path& file);
    ~SessionStore();

    // On disk before it returns. Fails with storage_failed.
    Result<void> keep(const std::string& session, const SessionBinding& binding, TimePoint now);
    // Nothing for a session that was never kept. Fails with storage_failed.
    Result<std::optional<SessionBinding>> find(const std::string& session) const;
    // Forgets a session that its customer has ended. Fails with storage_failed.
    Result<void> forget(const std::string& session);
    // Forgets a customer's sessions. Returns how many went. Fails with storage_failed.
    Result<std::size_t> erase(const CustomerId& customer);

private:
    struct Connection;
    explicit SessionStore(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> connection_;
};

}  // namespace parlance::websocket
