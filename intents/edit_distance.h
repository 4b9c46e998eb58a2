#pragma once

#include <cstddef>
#include <string_view>

namespace parlance {

// Edits between two words, in bytes: letters put in, left out, exchanged, and neighbours swapped (optimal
// string alignment, after Damerau 1964). Never fails; safe to call from several threads.
std::size_t edit_distance(std::string_view left, std::string_view right);

}  // namespace parlance
