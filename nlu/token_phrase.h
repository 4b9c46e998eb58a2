#pragma once

#include <cstddef>
#include <string_view>

#include "nlu/tokens.h"

namespace parlance::nlu {

// The token behind the phrase when it stands at token `at`, else `at`. phrase: folded tokens between blanks.
std::size_t behind_phrase(const TokenizedText& text, std::size_t at, std::string_view phrase);

}  // namespace parlance::nlu
