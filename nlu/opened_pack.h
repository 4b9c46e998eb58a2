#pragma once

#include <filesystem>

#include "intents/pack.h"
#include "intents/pack_source.h"
#include "intents/result.h"
#include "nlu/pack_choice.h"
#include "nlu/understander.h"

namespace parlance::nlu {

// A pack that was chosen, read with its model.
struct OpenedPack {
    PackSource source;
    Pack pack;
    Classifiers classifiers;  // that of the intents is always there
    Locale language;
};

// Fails with bad_pack (detail has every finding with its file, line and column), bad_model, or bad_request
// for a language that the pack does not speak.
Result<OpenedPack> open_pack(const PackChoice& choice);

// Fails with bad_pack, as above, when the findings of reading `pack` have errors.
Result<void> check_pack(const Findings& findings, const std::filesystem::path& pack);

}  // namespace parlance::nlu
