#pragma once

#include <compare>
#include <functional>
#include <ostream>
#include <string>

namespace parlance {

// A name that cannot be mixed up with a name of another kind: an IntentName is no SlotName.
// `text` is the spelling used in packs, logs and on the wire. Compares by spelling.
template <typename Kind>
struct Name {
    std::string text;
    auto operator<=>(const Name&) const = default;
    bool empty() const { return text.empty(); }
};

template <typename Kind>
std::ostream& operator<<(std::ostream& out, const Name<Kind>& name) {
    return out << name.text;
}

using IntentName = Name<struct IntentKind>;
using EntityKind = Name<struct EntityKindKind>;
using TopicName = Name<struct TopicKind>;
using SlotName = Name<struct SlotKind>;
using FactName = Name<struct FactKind>;
using FlowName = Name<struct FlowKind>;
using StepName = Name<struct StepKind>;
using ResponseName = Name<struct ResponseKind>;
using ActionName = Name<struct ActionKind>;
using CustomerId = Name<struct CustomerKind>;
using ConversationId = Name<struct ConversationKind>;
using EventId = Name<struct EventKind>;
using ContentId = Name<struct ContentKind>;
using OfferId = Name<struct OfferKind>;

// The intent every classifier may answer with when nothing it knows fits.
inline const IntentName& out_of_scope_intent() {
    static const IntentName name{"out_of_scope"};
    return name;
}

}  // namespace parlance

template <typename Kind>
struct std::hash<parlance::Name<Kind>> {
    std::size_t operator()(const parlance::Name<Kind>& name) const noexcept {
        return std::hash<std::string>{}(name.text);
    }
};
