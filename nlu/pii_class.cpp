#include "nlu/pii_class.h"

#include <array>
#include <utility>

namespace parlance::nlu {

std::string_view to_text(PiiClass pii) {
    switch (pii) {
        case PiiClass::none: return "none";
        case PiiClass::contact: return "contact";
        case PiiClass::account: return "account";
        case PiiClass::card: return "card";
    }
    return "unknown";
}

PiiClass pii_class_of(const EntityKind& kind) {
    static constexpr std::array<std::pair<std::string_view, PiiClass>, 7> classes{{
        {"email", PiiClass::contact},
        {"phone", PiiClass::contact},
        {"iban", PiiClass::account},
        {"account_number", PiiClass::account},
        {"sort_code", PiiClass::account},
        {"card_number", PiiClass::card},
        {"card_code", PiiClass::card},
    }};
    for (const auto& [name, pii] : classes) {
        if (kind.text == name) return pii;
    }
    return PiiClass::none;
}

}  // namespace parlance::nlu
