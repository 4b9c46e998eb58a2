#pragma once

#include "nlu/recognizers/recognizer.h"

namespace parlance::nlu {

// Telephone numbers, addresses and cards in duckling's terms, their values as `compact_value` writes them:
// "pete at mail dot com" is an address too, "localhost:8000" a link. The value of a card is its digits: for
// measuring only, never to be logged. Pure; safe to call from several threads.
std::vector<Recognition> recognize_phone_numbers(std::string_view text, TimePoint reference);
std::vector<Recognition> recognize_addresses(std::string_view text, TimePoint reference);
std::vector<Recognition> recognize_links(std::string_view text, TimePoint reference);
std::vector<Recognition> recognize_cards(std::string_view text, TimePoint reference);

}  // namespace parlance::nlu
