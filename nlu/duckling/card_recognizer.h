#pragma once

#include "nlu/recognizers/recognizer.h"

namespace parlance::nlu {

// Card numbers of the great schemes, 13 to 19 digits with single blanks or hyphens inside, whose Luhn digit
// is right (ISO/IEC 7812-1). The value is the digits: for measuring only, never to be logged. Pure; safe to
// call from several threads.
std::vector<Recognition> recognize_cards(std::string_view text, TimePoint reference);

}  // namespace parlance::nlu
