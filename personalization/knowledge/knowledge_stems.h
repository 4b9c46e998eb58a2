#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace parlance::personalization {

// The stems of a text's content words in order, doubles included: folded, stop words of `language` left out
// (nlu/stop_words.h, nlu/stemmer.h). Letters and digits only. Never fails; safe from several threads.
std::vector<std::string> knowledge_stems(std::string_view text, std::string_view language);

}  // namespace parlance::personalization
