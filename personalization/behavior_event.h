#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>

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
// The inverse; nothing for a word that is no kind.
std::optional<BehaviorKind> behavior_kind(std::string_view text);

// One thing that a customer did. `id` makes repeated delivery harmless.
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
};

}  // namespace parlance::personalization
