#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace parlance::nlu {

// A word's worth in a spelled-out number, or nothing. All take folded words.

std::optional<std::int64_t> english_unit(std::string_view word);      // zero .. nineteen
std::optional<std::int64_t> english_tens(std::string_view word);      // twenty .. ninety
std::optional<std::int64_t> english_cardinal(std::string_view word);  // either of them
std::optional<std::int64_t> english_ordinal(std::string_view word);   // first .. thirty-first's parts

// False for a word that no English number begins with.
bool may_begin_english_number(std::string_view word);

// A whole German number below a million in one word: "zweihundertfuenfzig" (umlauts spelled either way).
// The articles "ein", "eine" are no numbers.
std::optional<std::int64_t> german_number(std::string_view word);
std::optional<std::int64_t> german_ordinal(std::string_view word);  // erster .. einunddreissigster

// thousand, million, billion and their short forms: "k", "m", "mio", "tausend".
struct Multiplier {
    double value = 1;
    bool must_touch_digits = false;  // "2m" is two million, "2 m" is not
};
std::optional<Multiplier> multiplier(std::string_view word, std::string_view language);

}  // namespace parlance::nlu
