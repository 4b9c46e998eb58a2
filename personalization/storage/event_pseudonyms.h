#pragma once

#include <string>
#include <vector>

#include "personalization/behavior_event.h"
#include "personalization/pseudonym_keys.h"

namespace parlance::personalization {

// What a durable store writes in place of customers, events and their sources: 32 bytes each. The three never
// share a pseudonym, even when their texts are equal. Immutable; safe to share.
class EventPseudonyms {
public:
    explicit EventPseudonyms(PseudonymKeys keys) : keys_(std::move(keys)) {}

    // All that the store may know the customer by, the newest first.
    std::vector<std::string> of_customer(const CustomerId& customer) const;

    // Likewise, of source and id together.
    std::vector<std::string> of_event(const BehaviorEvent& event) const;

    // The newest one alone.
    std::string of_source(const BehaviorEvent& event) const;

    // One a key, the newest first. A store that keeps them can tell when it is opened without a key.
    std::vector<std::string> of_keys() const;

private:
    PseudonymKeys keys_;
};

}  // namespace parlance::personalization
