#pragma once

#include <string_view>

namespace parlance::nlu {

// True for a folded word that never is part of a key phrase in `language` ("en", "de"): function words, the
// verbs that every request has ("want", "show"), and the words of amounts and days ("euros", "fifty",
// "week"). Words with an apostrophe go by what stands in front of it: "we're" as "we".
bool is_stop_word(std::string_view word, std::string_view language);

}  // namespace parlance::nlu
