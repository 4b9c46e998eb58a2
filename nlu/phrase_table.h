#pragma once

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/normaliser.h"
#include "nlu/tokens.h"
#include "nlu/unicode_text.h"

namespace parlance::nlu {

// The spelling that phrases are compared by: folded words, apostrophes dropped, one space between.
std::string phrase_key(std::string_view text);

// The language of a locale: "de" of "de-AT".
std::string language_of(const Locale& locale);

// Walks a text from left to right: `match_at(words, at)` gives what begins at a word (`value`, nullptr for
// nothing, and how many `words` it takes), `use(match, span)` gets each match with its place in the text.
template <typename MatchAt, typename Use>
void for_each_match(std::string_view text, MatchAt match_at, Use use) {
    const FoldedText folded = fold_with_origins(text);
    const std::vector<Word> words = spanned_words(folded.text);
    for (std::size_t at = 0; at < words.size();) {
        const auto match = match_at(std::span<const Word>(words), at);
        if (match.value != nullptr) {
            use(match, folded.original({words[at].span.begin, words[at + match.words - 1].span.end}));
        }
        at += std::max<std::size_t>(match.words, 1);
    }
}

// Phrases with what they mean; finds the longest one that starts at a word. Fill it, then share it.
template <typename Value>
class PhraseTable {
public:
    struct Match {
        const Value* value = nullptr;  // nullptr when nothing matches
        std::size_t words = 0;
    };

    // A phrase without a letter or digit is ignored; the first meaning of a phrase stays.
    void add(std::string_view phrase, Value value) {
        const std::string key = phrase_key(phrase);
        if (key.empty()) return;
        const auto words = static_cast<std::size_t>(std::count(key.begin(), key.end(), ' ')) + 1;
        longest_ = std::max(longest_, words);
        meanings_.emplace(key, std::move(value));
    }

    Match longest_at(std::span<const Word> words, std::size_t at) const {
        Match best;
        std::string key;
        for (std::size_t count = 1; count <= longest_ && at + count <= words.size(); ++count) {
            if (count > 1) key.push_back(' ');
            key.append(words[at + count - 1].text);
            const auto found = meanings_.find(key);
            if (found != meanings_.end()) best = {&found->second, count};
        }
        return best;
    }

    bool empty() const { return meanings_.empty(); }

private:
    std::map<std::string, Value, std::less<>> meanings_;
    std::size_t longest_ = 0;
};

}  // namespace parlance::nlu
