#pragma once

#include <string_view>

#include "intents/name.h"

namespace parlance::nlu {

// What somebody could do with a value who should not have it.
enum class PiiClass {
    none,     // tells nothing about a person: an amount, a date
    contact,  // reaches the person: an e-mail address, a telephone number
    account,  // names the person's account: an IBAN, an account number
    card,     // pays with the person's card: never stored, never logged (PCI DSS 3.4)
};

std::string_view to_text(PiiClass pii);

// The class of an entity's kind; of kinds that packs define it is none.
PiiClass pii_class_of(const EntityKind& kind);

}  // namespace parlance::nlu
