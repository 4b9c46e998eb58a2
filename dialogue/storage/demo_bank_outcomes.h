#pragma once

#include "dialogue/storage/demo_bank_actions.h"

namespace parlance::dialogue::demo_bank {

// Performs an action once for its idempotency key, in one SQLite transaction with the record of its outcome:
// a key that is known gives the recorded outcome again (facts or refusal), whatever was asked this time.
// Fails with bad_request when the key belongs to another action or customer, besides what the action fails
// with; only outcomes and refusals are recorded, so that a request can be completed and asked again.
Outcome perform_once(const Visit& visit, const BankAction& action);

}  // namespace parlance::dialogue::demo_bank
