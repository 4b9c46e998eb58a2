#include "nlu/encoder/sentence_encoder.h"

#include <algorithm>

#include "nlu/encoder/encoder_package.h"

namespace parlance::nlu {

namespace {

constexpr std::uint32_t section_version = 1;
constexpr std::size_t longest_piece_bytes = 256;

struct EncoderScratch {
    TokenizerScratch tokenizer;
    TransformerScratch transformer;
};

// Each thread's own, so that threads share nothing and a second text of a length allocates nothing.
EncoderScratch& scratch_of_thread() {
    thread_local EncoderScratch scratch;
    return scratch;
}

Error bad_section(const std::string& detail) {
    return {ErrorCode::bad_model,
            "sentence encoder in the model file " + detail + "; make it again with `parlance train`"};
}

void write_vocabulary(SectionWriter& writer, const std::vector<Piece>& vocabulary) {
    writer.number(static_cast<std::uint32_t>(vocabulary.size()));
    for (const Piece& piece : vocabulary) {
        writer.text(piece.text);
        writer.number(piece.score);
    }
}

bool read_vocabulary(SectionReader& reader, std::vector<Piece>& vocabulary) {
    const auto count = reader.number<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && reader.ok(); ++i) {
        const std::string_view text = reader.text();
        if (text.empty() || text.size() > longest_piece_bytes) return false;
        vocabulary.push_back({std::string(text), reader.number<double>()});
    }
    return reader.ok();
}

}  // namespace

Result<std::shared_ptr<const SentenceEncoder>> SentenceEncoder::from_package(
    const std::filesystem::path& package, EncoderPrecision precision) {
    auto weights = read_encoder_package(package);
    if (!weights) return weights.error();
    const std::shared_ptr<SentenceEncoder> encoder(new SentenceEncoder);
    encoder->precision_ = precision;
    encoder->vocabulary_ = std::move(weights->vocabulary);
    encoder->tokenizer_ = UnigramTokenizer(encoder->vocabulary_);
    encoder->transformer_ = Transformer(*weights, precision);
    return std::shared_ptr<const SentenceEncoder>(encoder);
}

std::string SentenceEncoder::to_bytes() const {
    SectionWriter writer;
    writer.number(section_version);
    writer.number(static_cast<std::uint32_t>(precision_));
    write_vocabulary(writer, vocabulary_);
    transformer_.write(writer);
    return writer.take();
}

Result<std::shared_ptr<const SentenceEncoder>> SentenceEncoder::from_bytes(
    std::span<const std::byte> bytes, std::shared_ptr<const void> owner) {
    SectionReader reader(bytes, std::move(owner));
    const auto version = reader.number<std::uint32_t>();
    const auto precision = reader.number<std::uint32_t>();
    if (!reader.ok() || version != section_version || precision > 1) {
        return bad_section("is none, or of another version");
    }
    const std::shared_ptr<SentenceEncoder> encoder(new SentenceEncoder);
    encoder->precision_ = static_cast<EncoderPrecision>(precision);
    if (!read_vocabulary(reader, encoder->vocabulary_) ||
        !encoder->transformer_.read(reader, encoder->precision_) || !reader.at_end()) {
        return bad_section("has parts that cannot be read");
    }
    if (encoder->transformer_.tokens_known() < std::max<std::size_t>(encoder->vocabulary_.size(), 1)) {
        return bad_section("has pieces without an embedding");
    }
    encoder->tokenizer_ = UnigramTokenizer(encoder->vocabulary_);
    return std::shared_ptr<const SentenceEncoder>(encoder);
}

void SentenceEncoder::encode(std::string_view text, std::span<float> pools) const {
    encode(text, pools, best_vector_level());
}

void SentenceEncoder::encode(std::string_view text, std::span<float> pools, VectorLevel level) const {
    EncoderScratch& scratch = scratch_of_thread();
    const auto tokens = tokenizer_.tokens_of(text, scratch.tokenizer);
    const auto pool = [&](std::size_t number) { return pools.subspan(number * output_width, output_width); };
    transformer_.encode(tokens, {pool(0), pool(1), pool(2), pool(3)}, scratch.transformer, level);
}

}  // namespace parlance::nlu
