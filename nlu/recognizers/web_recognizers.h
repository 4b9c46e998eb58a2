#pragma once

#include "nlu/recognizers/recognizer.h"

namespace parlance::nlu {

// Addresses on the web: "https://abc.com/x", "www.abc.com.cn", "bit.ly"; "http://localhost:8080" behind a
// scheme only. A bare host needs a top-level domain that is in use. The value is in small letters.
std::vector<Recognition> recognize_urls(std::string_view text, TimePoint reference);

}  // namespace parlance::nlu
