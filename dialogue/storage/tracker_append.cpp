#include "dialogue/storage/tracker_append.h"

#include <string>
#include <utility>

namespace parlance::dialogue {

Result<void> check_append(const ConversationId& conversation, const CustomerId& owner,
                          const CustomerId& customer, std::uint64_t version, std::uint64_t expected_version) {
    if (version != expected_version) {
        return Error{ErrorCode::version_conflict, "conversation " + conversation.text + " holds " +
                                                      std::to_string(version) + " events, not " +
                                                      std::to_string(expected_version) + "; load it again"};
    }
    if (version > 0 && owner != customer) {
        return Error{ErrorCode::storage_failed,
                     "conversation " + conversation.text + " is another customer's than " + customer.text};
    }
    return {};
}

void add_events(Tracker& tracker, std::span<const TrackerEvent> events) {
    for (const auto& event : events) {
        tracker.state = apply(std::move(tracker.state), event);
        tracker.events.push_back(event);
    }
}

}  // namespace parlance::dialogue
