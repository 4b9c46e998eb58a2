#pragma once

#include "intents/program_command.h"

namespace parlance::personalization {

// `parlance audit verify [--file F] [--head DIGEST]` walks the audit trail's chain; `parlance audit show
// CUSTOMER` prints a customer's entries as lines of JSON.
ProgramCommand audit_command();

}  // namespace parlance::personalization
