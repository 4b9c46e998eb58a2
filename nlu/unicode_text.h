#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/understanding.h"

namespace parlance::nlu {

// The few questions about Unicode that recognition asks; all answered by ICU, in one file.
// Every function takes valid UTF-8 unless it says otherwise, never fails, and may be called from
// several threads.

// True when `text` is well-formed UTF-8: no overlong forms, no surrogates, nothing truncated.
bool is_valid_utf8(std::string_view text);

// Canonical composition: "u" + combining diaeresis becomes one character.
std::string to_nfc(std::string_view text);

// Compatibility composition: ligatures, full-width letters and the like become plain; case is kept. Any
// bytes; `normalised` is written over, so that its room can be used again.
void to_nfkc(std::string_view text, std::string& normalised);

// One character: its code point and how many bytes it takes.
struct Character {
    char32_t code = 0;
    std::size_t bytes = 1;
};

// The character that starts at byte `at`, which must be below text.size().
Character character_at(std::string_view text, std::size_t at);

enum class CharacterKind { letter, digit, space, control, symbol };

// Marks count as letters. Digits are ASCII 0-9 only: compatibility folding has made the others plain.
CharacterKind kind_of_character(char32_t code);

// The words of `text` in order: the pieces with a letter or digit between the word breaks of UAX 29.
// Apostrophes and points between letters are inside a word ("don't", "example.com"), hyphens are not.
std::vector<TextSpan> words_between_breaks(std::string_view text);

// General category P: "%", "@" and "_" are punctuation, currency signs are not.
bool is_punctuation(char32_t code);

// All letters small, or all capital, by the rules that hold in every language ("ss" for a sharp s).
std::string to_lower_case(std::string_view text);
std::string to_upper_case(std::string_view text);

// Whether two capital letters are a country's code (ISO 3166-1).
bool is_country_code(std::string_view code);

// A folded text that remembers which bytes of the original each of its bytes came from.
struct FoldedText {
    std::string text;
    std::vector<std::size_t> begins;  // begins[i]: start of the original character behind byte i
    std::vector<std::size_t> ends;    // ends[i]: its end

    // The original's span of a non-empty span of `text`; always on character boundaries.
    TextSpan original(const TextSpan& folded) const { return {begins[folded.begin], ends[folded.end - 1]}; }
};

// `fold` (nlu/normaliser.h), with the way back.
FoldedText fold_with_origins(std::string_view text);

}  // namespace parlance::nlu
