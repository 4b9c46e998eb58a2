#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "personalization/event_store.h"

namespace parlance::personalization {

// Behaviour events in one SQLite file (WAL). Deleted rows are overwritten (secure_delete), so an erased
// customer does not linger in free pages. Safe to call from several threads (one connection, one lock) and
// beside other processes on the same file (it waits up to five seconds for them).
class SqliteEventStore final : public EventStore {
public:
    // Opens or creates `file`; ":memory:" for none. Fails with storage_failed, naming file and reason.
    static Result<std::unique_ptr<SqliteEventStore>> open(const std::filesystem::path& file);
    ~SqliteEventStore() override;

    Result<void> append(const BehaviorEvent& event) override;
    // Also fails with storage_failed for a row that this program cannot have written.
    Result<std::vector<BehaviorEvent>> events_of(const CustomerId& customer, TimePoint since) const override;
    Result<std::size_t> erase(const CustomerId& customer) override;

private:
    struct Connection;
    explicit SqliteEventStore(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> connection_;
};

}  // namespace parlance::personalization
