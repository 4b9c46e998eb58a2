#pragma once

#include <vector>

#include "dialogue/turn_engine.h"
#include "personalization/consent.h"
#include "personalization/customer_view.h"

namespace parlance::dialogue {

// Who is asked about, and what for.
struct CustomerQuery {
    CustomerId customer;
    Locale locale;
    TimePoint now;
    personalization::Purpose purpose;
    Deadline deadline;
};

// What the host and the store of behaviour know of a customer.
struct KnownCustomer {
    personalization::CustomerView view;  // the year's behaviour, as far as he consents to the purpose
    std::vector<nlg::Fact> profile;      // the host's facts of him: what may be stated
};

// Fails as the host's look-up of "profile" and as the store.
Result<KnownCustomer> known_customer(const TurnCollaborators& collaborators, const CustomerQuery& query);

}  // namespace parlance::dialogue
