#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "intents/locale.h"

namespace parlance::nlu {

// Ways in which real messages differ from tidy test messages.
enum class Perturbation {
    typos_5,   // one slip for every 20 characters
    typos_10,  // one for every 10
    lower_case,
    upper_case,
    no_punctuation
};

inline constexpr std::array<Perturbation, 5> all_perturbations{
    Perturbation::typos_5, Perturbation::typos_10, Perturbation::lower_case, Perturbation::upper_case,
    Perturbation::no_punctuation};

// The enumerator's spelling, for JSON and tables.
std::string_view to_text(Perturbation perturbation);

// The text as it would look with this perturbation.
//
// text: valid UTF-8; the result is too. A text without letters stays as it is, and one that has some keeps
// some. Slips fall on letters: two swapped, one dropped, doubled, or taken for its neighbour on the locale's
// keyboard (QWERTZ for German, QWERTY else), each as likely; whole code points are changed. A text's slips
// depend on the text and the seed alone. Punctuation becomes a space, apostrophes vanish.
// Never fails. Safe to call from several threads.
// Method: keyboard noise as in Belinkov and Bisk 2018, "Synthetic and Natural Noise Both Break NMT".
std::string perturbed(std::string_view text, Perturbation perturbation, const Locale& locale,
                      std::uint64_t seed);

// Slips on this share of the text's characters, in [0, 0.5]; on average exactly so over many texts. They are
// not those of training (nlu/typos.h), so that a model is not measured by the very noise it was shown.
std::string with_keyboard_slips(std::string_view text, double share, const Locale& locale,
                                std::uint64_t seed);

}  // namespace parlance::nlu
