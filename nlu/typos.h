#pragma once

#include <string>
#include <string_view>

#include "nlu/neural/random_stream.h"

namespace parlance::nlu {

// The text with slips of the hand: each ASCII letter, with probability `rate` in [0, 1], is doubled, left
// out, swapped with the next letter or replaced by another. Everything else stays.
std::string with_typos(std::string_view text, double rate, RandomStream& random);

}  // namespace parlance::nlu
