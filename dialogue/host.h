#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "intents/clock.h"
#include "intents/locale.h"
#include "intents/name.h"
#include "intents/result.h"
#include "intents/slot_value.h"
#include "nlg/reply_plan.h"

namespace parlance::dialogue {

using Slots = std::map<SlotName, SlotValue>;

// When an answer is no longer worth waiting for.
using Deadline = std::chrono::steady_clock::time_point;

// A question to the host's systems on a customer's behalf.
struct FactQuery {
    FactName name;  // "account", "transactions", "bank"
    CustomerId customer;
    Slots slots;    // what the flow knows so far narrows the question
    Locale locale;  // names of products come in this language
    TimePoint now;
};

// A name the host answers to and the facts it then gives; "N" stands for a list's number.
struct HostCapability {
    std::string name;
    std::vector<std::string> facts;
    std::vector<std::string> needs;  // slots without which it cannot work
};

// Seam 5a: the host's systems, read. The embedded demo bank, or the host over HTTP.
// Safe to call from several threads.
class FactSource {
public:
    virtual ~FactSource() = default;

    // Fails with unknown_fact, unknown_customer, not_found (the thing asked for does not exist) or
    // source_failed.
    virtual Result<std::vector<nlg::Fact>> look_up(const FactQuery& query, Deadline deadline) const = 0;

    // What it can be asked: packs are checked against this.
    virtual std::vector<HostCapability> look_ups() const = 0;
};

// A side effect that a customer has confirmed.
struct ActionRequest {
    ActionName name;  // "transfer"
    CustomerId customer;
    Slots slots;
    std::string idempotency_key;  // the same key never acts twice and gives the first outcome again
    Locale locale;
    TimePoint now;
};

// Seam 5b: the host's systems, acted on. Safe to call from several threads.
class ActionExecutor {
public:
    virtual ~ActionExecutor() = default;

    // Returns the facts of the outcome ("transfer.reference"). Fails with refused (detail is a reason
    // code such as "not_enough_money", nothing was changed), unknown_customer, bad_request (a slot is
    // missing) or source_failed (outcome unknown: ask again with the same key).
    virtual Result<std::vector<nlg::Fact>> perform(const ActionRequest& request, Deadline deadline) = 0;

    virtual std::vector<HostCapability> actions() const = 0;
};

}  // namespace parlance::dialogue
