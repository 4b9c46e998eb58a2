#pragma once

#include <filesystem>
#include <string>

namespace parlance::nlu {

// What a program that uses the library is to understand: a pack, the model trained for it, a language.
struct PackChoice {
    std::filesystem::path pack;        // "share/parlance/packs/banking" of an installed copy
    std::filesystem::path model = {};  // from `parlance train`; empty goes by keywords and lexicon
    std::string language = {};         // BCP 47: "en"; empty for the pack's first
};

}  // namespace parlance::nlu
