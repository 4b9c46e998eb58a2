#pragma once

#include <filesystem>
#include <memory>

#include "dialogue/storage/tracker_cache.h"
#include "dialogue/tracker_store.h"
#include "intents/durability.h"

namespace parlance::dialogue {

// Conversations in one SQLite file (WAL), a row per event as JSON. Deleted rows are overwritten
// (secure_delete), so an erased conversation does not linger in free pages. Safe to call from several threads
// (one connection, one lock) and beside other processes on the same file (it waits up to five seconds for
// them). The 256 conversations used last are kept folded; a load reads only the rows that came since.
class SqliteTrackerStore final : public TrackerStore {
public:
    // Opens or creates `file`; ":memory:" for none. Fails with storage_failed, naming file and reason: also
    // for a file that another version of this program wrote.
    static Result<std::unique_ptr<SqliteTrackerStore>> open(
        const std::filesystem::path& file, Durability durability = Durability::process_crash);
    ~SqliteTrackerStore() override;

    // Also fails with storage_failed for a row that this program cannot have written.
    Result<Tracker> load(const ConversationId& conversation) const override;
    // Also fails with storage_failed when the conversation is another customer's.
    Result<void> append(const ConversationId& conversation, const CustomerId& customer,
                        std::span<const TrackerEvent> events, std::uint64_t expected_version) override;
    Result<std::vector<ConversationId>> conversations_of(const CustomerId& customer) const override;
    Result<std::size_t> erase(const ConversationId& conversation) override;

private:
    struct Connection;
    explicit SqliteTrackerStore(std::unique_ptr<Connection> connection);

    std::unique_ptr<Connection> connection_;
    mutable TrackerCache cache_{256};
};

}  // namespace parlance::dialogue
