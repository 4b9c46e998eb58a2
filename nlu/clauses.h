#pragma once

#include <string_view>
#include <vector>

#include "intents/locale.h"
#include "nlu/understanding.h"

namespace parlance::nlu {

// Where a message could be cut into two requests: "check my balance | pay the rent". Cuts at the first of the
// language's joining words (and then, and also, then, and; und dann, und), at a semicolon or at a sentence's
// end, when at least two words stand on each side.
// Returns the two spans without the joining words, or nothing.
std::vector<TextSpan> split_in_two(std::string_view text, const Locale& locale);

}  // namespace parlance::nlu
