#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/tokens.h"

namespace parlance::nlu {

// Words that a pack uses; no slip of the hand can be among them.
using KnownWords = std::set<std::string, std::less<>>;

// Phrases that are meant although they are misspelt. Word by word: a word of 5 letters and more may differ by
// one edit, one of 9 and more by two (optimal string alignment), if it begins with the same letter and is no
// word that the pack knows. Fill it, then share it: reading is safe from several threads.
class NearPhrases {
public:
    struct Match {
        const std::string* value = nullptr;  // nullptr when nothing is near, or several values are as near
        std::size_t words = 0;
        std::size_t edits = 0;
    };

    // A phrase without a word of 5 letters is left out.
    void add(std::string_view phrase, const std::string& value);

    // The value of the nearest phrase that begins at a word; of equally near ones the longest.
    Match nearest_at(std::span<const Word> words, std::size_t at, const KnownWords& known) const;

private:
    struct Phrase {
        std::vector<std::string> words;
        std::string value;
    };
    std::map<char, std::vector<Phrase>> by_first_letter_;
};

}  // namespace parlance::nlu
