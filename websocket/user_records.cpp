#include "websocket/user_records.h"

#include <limits>

#include "dialogue/storage/sqlite_tracker_store.h"
#include "websocket/history.h"

namespace parlance::websocket {

namespace {

// Moves what was opened to its place; the first failure stays in `problem`.
template <typename T>
void take(Result<T>&& opened, auto& place, std::optional<Error>& problem) {
    if (opened)
        place = std::move(*opened);
    else if (!problem)
        problem = opened.error();
}

ExportedConversation exported(const dialogue::Tracker& tracker) {
    ExportedConversation conversation{
        tracker.conversation, history_of(tracker, std::numeric_limits<std::ptrdiff_t>::max()), {}};
    for (const auto& event : tracker.events) conversation.events.push_back(to_json(event));
    return conversation;
}

}  // namespace

Result<UserRecords> UserRecords::open(const std::filesystem::path& folder) {
    if (!std::filesystem::is_directory(folder))
        return Error{ErrorCode::not_found, "there is no data folder " + folder.string()};
    UserRecords records;
    std::optional<Error> problem;
    take(personalization::BehaviorFolder::open(folder), records.behavior_, problem);
    take(dialogue::SqliteTrackerStore::open(folder / "conversations.db"), records.trackers_, problem);
    take(SessionStore::open(folder / "sessions.db"), records.sessions_, problem);
    take(personalization::AuditLog::open(folder / "audit.db"), records.audit_, problem);
    take(personalization::OutreachBook::open(folder / "outreach.db"), records.outreach_, problem);
    if (problem) return *problem;
    return records;
}

Result<UserExport> UserRecords::export_of(const CustomerId& customer, TimePoint now) const {
    using personalization::Purpose;
    UserExport records{customer, now, {}, {}, {}, {}, {}, {}};
    std::optional<Error> problem;
    take(behavior_.events->events_of(customer, TimePoint::min(), Purpose::service), records.behavior,
         problem);
    take(behavior_.dead->mentioning(customer), records.dead_letters, problem);
    take(audit_->entries_of(customer), records.recommendations, problem);
    take(outreach_->entries_of(customer), records.outreach, problem);
    const auto state = behavior_.events->state_of(customer, Purpose::service);
    if (!state) return state.error();
    if (state->events() > 0) records.state = features_of(*state, std::max(now, state->newest()));
    const auto conversations = trackers_->conversations_of(customer);
    if (!conversations) return conversations.error();
    for (const ConversationId& id : *conversations) {
        const auto tracker = trackers_->load(id);
        if (!tracker) return tracker.error();
        records.conversations.push_back(exported(*tracker));
    }
    if (problem) return *problem;
    return records;
}

Result<UserErasure> UserRecords::erase(const CustomerId& customer) {
    UserErasure erasure{customer};
    std::optional<Error> problem;
    take(behavior_.events->erase(customer), erasure.behavior_events, problem);
    take(sessions_->erase(customer), erasure.sessions, problem);
    take(outreach_->erase(customer), erasure.outreach, problem);
    take(audit_->forget(customer), erasure.audit_unlinked, problem);
    const auto conversations = trackers_->conversations_of(customer);
    if (!conversations) return conversations.error();
    for (const ConversationId& id : *conversations) {
        if (const auto gone = trackers_->erase(id); !gone) return gone.error();
        ++erasure.conversations;
    }
    const auto letters = behavior_.dead->mentioning(customer);
    if (!letters) return letters.error();
    take(behavior_.dead->remove(*letters), erasure.dead_letters, problem);
    if (problem) return *problem;
    return erasure;
}

}  // namespace parlance::websocket
