#pragma once

#include <filesystem>
#include <memory>

#include "intents/result.h"
#include "personalization/storage/dead_letters.h"
#include "personalization/storage/sqlite_event_store.h"

namespace parlance::personalization {

// What a data folder holds of behaviour: behavior.db, the keys of its pseudonyms (behavior.keys), and
// dead_letters.db. `parlance serve`, `ingest` and `user` work on the same folder, at the same time if need
// be.
struct BehaviorFolder {
    std::unique_ptr<SqliteEventStore> events;
    std::unique_ptr<DeadLetters> dead;

    // Opens or creates the three. Fails with io_failed or storage_failed, naming the file and the reason.
    static Result<BehaviorFolder> open(const std::filesystem::path& folder);
};

}  // namespace parlance::personalization
