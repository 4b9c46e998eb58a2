#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "dialogue/tracker_store.h"
#include "intents/clock.h"
#include "intents/result.h"
#include "personalization/customer_features.h"
#include "personalization/ingest/behavior_folder.h"
#include "personalization/storage/audit_log.h"
#include "personalization/storage/outreach_book.h"
#include "websocket/server_frame.h"
#include "websocket/session_store.h"

namespace parlance::websocket {

// A conversation as its customer may have it.
struct ExportedConversation {
    ConversationId id;
    std::vector<HistoryItem> said;
    std::vector<std::string> events;  // everything that is kept of it, JSON
};

// Everything that a data folder keeps of one customer.
struct UserExport {
    CustomerId customer;
    TimePoint at;
    std::vector<personalization::BehaviorEvent> behavior;
    std::vector<personalization::NamedValue> state;  // what is remembered of the behaviour
    std::vector<personalization::DeadLetter> dead_letters;
    std::vector<ExportedConversation> conversations;
    std::vector<std::string> recommendations;              // entries of the audit trail, JSON
    std::vector<personalization::OutreachEntry> outreach;  // what he was told unasked, or was to be
};

// What went when a customer was erased.
struct UserErasure {
    CustomerId customer;
    std::size_t behavior_events = 0;
    std::size_t dead_letters = 0;
    std::size_t conversations = 0;
    std::size_t sessions = 0;
    std::size_t outreach = 0;
    bool audit_unlinked = false;  // the trail had entries of his; nothing leads from them to him any more
};

// One object each.
std::string to_json(const UserExport& records);
std::string to_json(const UserErasure& erasure);

// The rights of access and erasure (GDPR Articles 15, 17 and 20) over a data folder: behaviour, dead letters,
// conversations, sessions, outreach and the audit trail. The bank's own books (bank.db of the demo) are not
// among them. Works beside a running server on the same folder. Not thread-safe.
class UserRecords {
public:
    // Fails with not_found when there is no such folder, else as the stores' `open`.
    static Result<UserRecords> open(const std::filesystem::path& folder);

    // Fails with storage_failed, as does `erase`.
    Result<UserExport> export_of(const CustomerId& customer, TimePoint now) const;

    // When it returns, nothing of the customer is left in any file of the folder. After a failure some may
    // be: erase him again.
    Result<UserErasure> erase(const CustomerId& customer);

private:
    UserRecords() = default;

    personalization::BehaviorFolder behavior_;
    std::unique_ptr<dialogue::TrackerStore> trackers_;
    std::unique_ptr<SessionStore> sessions_;
    std::unique_ptr<personalization::AuditLog> audit_;
    std::unique_ptr<personalization::OutreachBook> outreach_;
};

}  // namespace parlance::websocket
