#include "personalization/ingest/behavior_folder.h"

#include "personalization/pseudonym_keys.h"

namespace parlance::personalization {

Result<BehaviorFolder> BehaviorFolder::open(const std::filesystem::path& folder) {
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem) return Error{ErrorCode::io_failed, folder.string() + ": " + problem.message()};
    auto keys = PseudonymKeys::open(folder / "behavior.keys");
    if (!keys) return keys.error();
    auto events = SqliteEventStore::open(folder / "behavior.db", std::move(*keys));
    if (!events) return events.error();
    auto dead = DeadLetters::open(folder / "dead_letters.db");
    if (!dead) return dead.error();
    return BehaviorFolder{std::move(*events), std::move(*dead)};
}

}  // namespace parlance::personalization
