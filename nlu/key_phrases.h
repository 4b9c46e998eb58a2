#pragma once

#include <string_view>
#include <vector>

#include "intents/locale.h"
#include "nlu/understanding.h"

namespace parlance::nlu {

inline constexpr std::size_t most_key_phrases = 5;
inline constexpr std::size_t longest_key_phrase = 4;  // words

// What a text is about, in its own words: "retirement planning" and "tax strategies" of "help with retirement
// planning and tax strategies". Phrases that differ by inflection only are one, spelt as it came first.
// Words with digits, amounts, addresses and links are never part of one.
// Returns at most `most_key_phrases`, best first. Never fails; safe to call from several threads.
// Method: candidates and degree over frequency as in RAKE (Rose et al. 2010), the earlier the better as in
// YAKE (Campos et al. 2020), merged by Snowball stem.
std::vector<KeyPhrase> find_key_phrases(std::string_view text, const Locale& locale);

}  // namespace parlance::nlu
