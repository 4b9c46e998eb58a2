#pragma once

#include "nlu/recognizers/recognizer.h"

namespace parlance::nlu {

// The assistant's own readers, answering in duckling's terms: see duckling_sections.
std::vector<Recognition> recognize_numerals(std::string_view text, TimePoint reference);
std::vector<Recognition> recognize_places(std::string_view text, TimePoint reference);
std::vector<Recognition> recognize_durations(std::string_view text, TimePoint reference);
std::vector<Recognition> recognize_money(std::string_view text, TimePoint reference);
std::vector<Recognition> recognize_phone_numbers(std::string_view text, TimePoint reference);
std::vector<Recognition> recognize_addresses(std::string_view text, TimePoint reference);
std::vector<Recognition> recognize_links(std::string_view text, TimePoint reference);

}  // namespace parlance::nlu
