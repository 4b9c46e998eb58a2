#pragma once

#include <atomic>
#include <memory>
#include <optional>

#include "dialogue/script.h"
#include "dialogue/script_transport.h"
#include "dialogue/storage/demo_bank.h"
#include "dialogue/storage/temporary_folder.h"
#include "dialogue/unavailable_host.h"

namespace parlance::dialogue {

// Where a script's conversation is kept.
enum class ScriptStore { memory, sqlite };

// What scripts are played in: the pack made ready, the source that the demo bank is seeded from.
struct ScriptWorld {
    std::shared_ptr<const Assistant> assistant;
    std::shared_ptr<const PackSource> source;
    ScriptStore store = ScriptStore::memory;
};

// Everything around one script's conversation, new and private to it: a demo bank in memory at the script's
// moment, the stores, a clock that stands still, and an engine. One thread plays; the engine may be called
// from others.
class ScriptSetting {
public:
    // Fails with storage_failed, io_failed or bad_pack.
    static Result<std::unique_ptr<ScriptSetting>> build(const Script& script, const ScriptWorld& world);

    // For a transport; valid until the next restart.
    const ScriptStage& stage() const { return *stage_; }
    // Builds the engine anew over the same stores; a file store is closed and opened again.
    Result<void> restart();
    // Moves the clock on.
    void pass(std::chrono::milliseconds time) { *now_ms_ += time.count(); }
    // What the host's ledger says of the customer's account ("current").
    Result<Money> balance(const std::string& account) const;

private:
    ScriptSetting(const Script& script, const ScriptWorld& world);
    Result<void> open_trackers();
    TimePoint now() const { return TimePoint{std::chrono::milliseconds{now_ms_->load()}}; }

    ScriptWorld world_;
    ConversationId conversation_;
    CustomerId customer_;
    Locale locale_;
    std::set<std::string> unavailable_;
    std::shared_ptr<std::atomic<std::int64_t>> now_ms_;
    std::optional<TemporaryFolder> folder_;  // of the file store
    std::unique_ptr<DemoBank> bank_;
    std::unique_ptr<UnavailableFacts> facts_;
    std::unique_ptr<UnavailableActions> actions_;
    std::unique_ptr<personalization::EventStore> behavior_;
    std::unique_ptr<TrackerStore> trackers_;
    std::unique_ptr<TurnEngine> engine_;
    std::unique_ptr<ScriptStage> stage_;
};

}  // namespace parlance::dialogue
