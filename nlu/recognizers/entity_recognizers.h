#pragma once

#include "nlu/recognizers/recognizer.h"

namespace parlance::nlu {

// The assistant's own extractors, answering in the terms of Recognizers-Text.
std::vector<Recognition> recognize_numbers(std::string_view text, TimePoint reference);
std::vector<Recognition> recognize_percents(std::string_view text, TimePoint reference);
std::vector<Recognition> recognize_emails(std::string_view text, TimePoint reference);
std::vector<Recognition> recognize_phones(std::string_view text, TimePoint reference);

}  // namespace parlance::nlu
