#pragma once

#include <string>
#include <string_view>

namespace parlance::nlu {

// The stem of one folded word by the Snowball rules of `language` ("en", "de"): "strategies" and "strategy"
// have the same. The word itself when there are no rules for the language. Stems are keys, not words to show.
// Never fails; safe to call from several threads: each keeps its own stemmers.
std::string stem(std::string_view word, std::string_view language);

}  // namespace parlance::nlu
