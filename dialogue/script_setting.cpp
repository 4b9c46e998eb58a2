#include "dialogue/script_setting.h"

#include <utility>

#include "dialogue/storage/memory_tracker_store.h"
#include "dialogue/storage/sqlite_tracker_store.h"
#include "personalization/storage/memory_event_store.h"

namespace parlance::dialogue {
namespace {

constexpr std::chrono::seconds patience{30};

}  // namespace

ScriptSetting::ScriptSetting(const Script& script, const ScriptWorld& world)
    : world_(world),
      conversation_{"script " + script.file},
      customer_(script.customer),
      locale_(script.locale),
      unavailable_(script.unavailable.begin(), script.unavailable.end()),
      now_ms_(std::make_shared<std::atomic<std::int64_t>>(script.clock.time_since_epoch().count())) {}

Result<std::unique_ptr<ScriptSetting>> ScriptSetting::build(const Script& script, const ScriptWorld& world) {
    auto setting = std::unique_ptr<ScriptSetting>(new ScriptSetting(script, world));
    auto bank = DemoBank::open(":memory:", *world.source, script.clock);
    if (bank.has_error()) return bank.error();
    setting->bank_ = std::move(*bank);
    setting->facts_ = std::make_unique<UnavailableFacts>(*setting->bank_, setting->unavailable_);
    setting->actions_ = std::make_unique<UnavailableActions>(*setting->bank_, setting->unavailable_);
    setting->behavior_ = std::make_unique<personalization::MemoryEventStore>();
    if (auto kept = setting->bank_->seed_behavior(script.customer, *setting->behavior_); kept.has_error())
        return kept.error();
    if (world.store == ScriptStore::sqlite) {
        auto folder = TemporaryFolder::make();
        if (folder.has_error()) return folder.error();
        setting->folder_ = std::move(*folder);
    }
    if (auto started = setting->restart(); started.has_error()) return started.error();
    return setting;
}

Result<void> ScriptSetting::open_trackers() {
    if (!folder_) {
        if (trackers_ == nullptr) trackers_ = std::make_unique<MemoryTrackerStore>();
        return {};
    }
    trackers_.reset();
    auto store = SqliteTrackerStore::open(folder_->path() / "conversations.db");
    if (store.has_error()) return store.error();
    trackers_ = std::move(*store);
    return {};
}

Result<void> ScriptSetting::restart() {
    stage_.reset();
    engine_.reset();
    if (auto opened = open_trackers(); opened.has_error()) return opened;
    const Clock clock = [now_ms = now_ms_] { return TimePoint{std::chrono::milliseconds{now_ms->load()}}; };
    engine_ = std::make_unique<TurnEngine>(
        world_.assistant, TurnCollaborators{*facts_, *actions_, *trackers_, *behavior_, clock});
    stage_ = std::make_unique<ScriptStage>(
        ScriptStage{*engine_, *trackers_, clock, conversation_, customer_, locale_});
    return {};
}

Result<Money> ScriptSetting::balance(const std::string& account) const {
    const FactQuery query{{"account"}, customer_, {{SlotName{"account"}, account}}, locale_, now()};
    const auto facts = bank_->look_up(query, std::chrono::steady_clock::now() + patience);
    if (facts.has_error()) return facts.error();
    for (const auto& fact : *facts) {
        const auto* money = std::get_if<Money>(&fact.value);
        if (fact.name.text == "account.balance" && money != nullptr) return *money;
    }
    return Error{ErrorCode::not_found, "no balance of account \"" + account + "\""};
}

}  // namespace parlance::dialogue
