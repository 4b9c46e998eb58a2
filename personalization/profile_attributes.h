#pragma once

#include <map>
#include <string>
#include <vector>

#include "intents/expression.h"
#include "personalization/behavior_profile.h"
#include "personalization/customer_view.h"
#include "personalization/foresight.h"

namespace parlance::personalization {

// What an attribute holds, and whether the bank knows it, the engines judge it, or a rule estimates it from
// what the bank knows (a number, in euros).
enum class AttributeKind { number, boolean, text, judged_number, judged_text, estimate };

struct AttributeSpec {
    std::string name;
    AttributeKind kind = AttributeKind::number;
};

// Every attribute that profile.<name> may read; docs/personalization.md says what each means.
const std::vector<AttributeSpec>& attribute_specs();

// The spec of a name, or nullptr.
const AttributeSpec* find_attribute(std::string_view name);

using Attributes = std::map<std::string, SlotValue>;

// The bank's attributes, the engines' judgements and the opportunities' estimates in one map, for
// expressions. What the bank states wins over what is judged: a questionnaire's risk_tolerance stays as it
// is.
Attributes judged_attributes(const CustomerView& view, const Foresight& foresight);

// Reads profile.<name> from `attributes`, which must outlive it; other scopes are unknown.
ValueLookup lookup_in(const Attributes& attributes);

}  // namespace parlance::personalization
