#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "nlu/understanding.h"

namespace parlance::nlu {

inline constexpr std::size_t max_utterance_bytes = 4096;

// Makes an utterance of what came over the wire: checks UTF-8, applies NFC, replaces control
// characters by spaces and trims.
// Fails with bad_text (not UTF-8, or over max_utterance_bytes after NFC) or empty_text.
Result<Utterance> make_utterance(std::string_view raw, const Locale& locale, TimePoint received_at);

// The form that recognition works on: case-folded (ICU full folding), compatibility-normalised
// (NFKC), curly quotes and dashes made plain, runs of white space made one space.
std::string fold(std::string_view text);

}  // namespace parlance::nlu
