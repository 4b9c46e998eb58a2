#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "dialogue/state.h"
#include "dialogue/tracker_event.h"

namespace parlance::dialogue {

// A conversation as stored: whose it is, every event so far, and the state they fold to.
struct Tracker {
    ConversationId conversation;
    CustomerId customer;
    std::vector<TrackerEvent> events;
    DialogueState state;

    // How many events the store holds: what `append` must be told.
    std::uint64_t version() const { return events.size(); }
};

// The state after one more event. Pure and total.
DialogueState apply(DialogueState state, const TrackerEvent& event);

// The state after all events, from an empty conversation.
DialogueState fold(std::span<const TrackerEvent> events);

// The reply to a message with this client id, or nullptr when there was none.
const BotSpoke* reply_to(const Tracker& tracker, std::string_view client_message_id);

// The last thing that the assistant said, or nullptr.
const BotSpoke* last_reply(const Tracker& tracker);

}  // namespace parlance::dialogue
