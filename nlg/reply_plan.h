#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "intents/clock.h"
#include "intents/locale.h"
#include "intents/name.h"
#include "intents/slot_value.h"
#include "personalization/recommendation_engine.h"

namespace parlance::nlg {

// Something true that a reply may state: its value, where it comes from and when it was so.
// Members of a list are numbered from 1: "transaction.2.amount"; "transaction.count" says how many.
struct Fact {
    FactName name;
    SlotValue value;
    std::string source;  // "ledger", "Alder Bank price list, section 4"
    TimePoint as_of;
    bool operator==(const Fact&) const = default;
};

// A button under a reply. payload: "/intent_name" or plain text, as if the customer had written it.
struct SuggestedAction {
    std::string title;
    std::string payload;
    bool operator==(const SuggestedAction&) const = default;
};

// Where a reply's statement can be read up.
struct Citation {
    std::string id;
    std::string title;
    std::string url;  // empty for a source inside the bank
    std::string snippet;
    bool operator==(const Citation&) const = default;
};

enum class Tone { neutral, warm, apologetic };

// Everything a reply is made of, decided before a word is chosen.
struct ReplyPlan {
    std::vector<ResponseName> say;        // in this order
    std::map<SlotName, SlotValue> slots;  // what the customer told us: may be said back
    std::vector<Fact> facts;              // what the host told us: may be stated
    std::vector<personalization::Recommendation> recommendations;
    std::vector<SuggestedAction> actions;  // in front of those that the responses bring
    std::vector<Citation> citations;       // reading tips and sources
    Tone tone = Tone::neutral;
    Locale locale;
    std::uint64_t variant_seed = 0;  // which wording: same seed, same words
};

// What is sent to the customer.
struct Reply {
    std::string text;
    std::vector<SuggestedAction> actions;
    std::vector<personalization::Recommendation> recommendations;
    std::vector<Citation> citations;
    bool operator==(const Reply&) const = default;
};

}  // namespace parlance::nlg
