#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intents/clock.h"
#include "intents/name.h"
#include "intents/slot_value.h"

namespace parlance::personalization {

// What a customer did, in kinds coarse enough to count.
enum class BehaviorKind {
    login,
    page_view,
    transaction,
    chat_turn,
    article_read,
    offer_shown,
    offer_answered,
    complaint,
    life_signal
};

std::string_view to_text(BehaviorKind kind);
// Every kind's spelling, in the order of the enumerators.
std::vector<std::string> behavior_kind_names();
// The inverse of to_text; nothing for a word that is no kind.
std::optional<BehaviorKind> behavior_kind(std::string_view text);

// Whether the customer did it himself: a payment, an offer put in front of him and what the bank noted are no
// acts of his.
bool is_own_act(BehaviorKind kind);

// One thing that a customer did. `source` and `id` together make repeated delivery harmless.
struct BehaviorEvent {
    EventId id;
    CustomerId customer;
    TimePoint at;
    BehaviorKind kind = BehaviorKind::page_view;
    std::string platform;  // "app", "web", "branch", "chat"
    std::string feature;   // "savings", "cards"; a transaction's category; a chat turn's intent
    std::string action;    // "open", "read", "accepted"
    std::chrono::milliseconds duration{0};
    std::map<std::string, SlotValue> properties;
    std::string source = "parlance";  // the system that saw it: "parlance", "/core/cards"

    bool operator==(const BehaviorEvent&) const = default;
};

}  // namespace parlance::personalization
