#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "personalization/profile_attributes.h"
#include "personalization/recommendation_engine.h"

namespace parlance::personalization {

// The names in braces of a reason's text, in order of appearance.
std::vector<std::string> placeholders_in(std::string_view text);

// A number as a reason states it: rounded to one decimal, which is left out when it is zero; no grouping; the
// locale's decimal separator.
std::string stated_number(double number, const Locale& locale);

// The offer's reasons that hold for these attributes, strongest first, at most three. A reason that names an
// attribute which is absent or no number is left out, as is one without a text in this language.
std::vector<Reason> reasons_for(const Offer& offer, const Attributes& attributes, const CalendarDate& today,
                                const Locale& locale);

}  // namespace parlance::personalization
