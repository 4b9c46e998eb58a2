#pragma once

#include "intents/name.h"
#include "intents/result.h"
#include "personalization/consent.h"

namespace parlance::personalization {

// The other side of an event store: what each customer agrees to. Every EventStore of ours keeps it beside
// the events and asks it on each read. Safe to call from several threads; fails with storage_failed.
class ConsentLedger {
public:
    virtual ~ConsentLedger() = default;

    // From the next read on. A customer without events may have one.
    virtual Result<void> set_consent(const CustomerId& customer, const Consent& consent) = 0;

    // The default for a customer who never said anything.
    virtual Result<Consent> consent_of(const CustomerId& customer) const = 0;
};

}  // namespace parlance::personalization
