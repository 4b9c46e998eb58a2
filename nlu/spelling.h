#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "nlu/encoder/section_bytes.h"
#include "nlu/encoder/weight_array.h"

namespace parlance::nlu {

// Puts slips of the hand right: a word that nobody knows becomes the training word that is one slip away from
// it, if there is one, and of several the most frequent. One slip is a letter too many, too few, another, or
// two swapped (Damerau 1964); found by the words' spellings with a letter left out, as in SymSpell (Garbe
// 2012). Immutable; safe to call from several threads.
class SpellingCorrector {
public:
    // Whether a word, as it is written, is one although training did not see it.
    using IsWord = std::function<bool(std::string_view)>;

    // Knows no words and changes nothing.
    SpellingCorrector() = default;
    // Learns the words of folded texts.
    static SpellingCorrector learn(std::span<const std::string> folded);

    // The text with its slips put right, in small letters where they were; everything else as it was.
    std::string corrected(std::string_view text, const IsWord& is_word) const;

    void write(SectionWriter& writer) const;
    // False when the bytes make no corrector.
    bool read(SectionReader& reader);

private:
    std::optional<std::string_view> nearest(std::string_view word) const;
    std::string_view word_at(std::size_t index) const;
    bool knows(std::string_view word) const;

    WeightArray<char> letters_;          // the words, one after the other, in order
    WeightArray<std::uint32_t> ends_;    // where each word ends in letters_
    WeightArray<std::uint32_t> counts_;  // how often each occurs
    WeightArray<std::uint64_t> keys_;    // of spellings, whole and with one letter out; ascending
    WeightArray<std::uint32_t> words_;   // the word of each key
};

}  // namespace parlance::nlu
