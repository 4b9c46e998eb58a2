#include "personalization/storage/event_pseudonyms.h"

namespace parlance::personalization {

std::vector<std::string> EventPseudonyms::of_customer(const CustomerId& customer) const {
    return keys_.all("customer " + customer.text);
}

// The length keeps source "a", id "b c" apart from source "a b", id "c".
std::vector<std::string> EventPseudonyms::of_event(const BehaviorEvent& event) const {
    return keys_.all("event " + std::to_string(event.source.size()) + " " + event.source + " " +
                     event.id.text);
}

std::string EventPseudonyms::of_source(const BehaviorEvent& event) const {
    return keys_.newest("source " + event.source);
}

std::vector<std::string> EventPseudonyms::of_keys() const {
    return keys_.all("key");
}

}  // namespace parlance::personalization
