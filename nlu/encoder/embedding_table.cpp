#include "nlu/encoder/embedding_table.h"

#include <algorithm>

namespace parlance::nlu {

EmbeddingTable::EmbeddingTable(std::span<const float> rows, EncoderPrecision precision)
    : precision_(precision) {
    if (precision == EncoderPrecision::float32) {
        floats_ = WeightArray<float>(std::vector<float>(rows.begin(), rows.end()));
        return;
    }
    QuantisedRows quantised;
    quantise(rows, embedding_width, best_vector_level(), quantised);
    steps_ = WeightArray<std::int8_t>(std::move(quantised.steps));
    scales_ = WeightArray<float>(std::move(quantised.scales));
}

std::size_t EmbeddingTable::rows() const {
    return precision_ == EncoderPrecision::float32 ? floats_.size() / embedding_width : scales_.size();
}

void EmbeddingTable::look_up(std::uint32_t token, std::span<float> row) const {
    const std::size_t from = token * embedding_width;
    if (precision_ == EncoderPrecision::float32) {
        std::copy_n(floats_.data() + from, embedding_width, row.begin());
        return;
    }
    const float scale = scales_[token];
    for (std::size_t i = 0; i < embedding_width; ++i) row[i] = static_cast<float>(steps_[from + i]) * scale;
}

void EmbeddingTable::write(SectionWriter& writer) const {
    if (precision_ == EncoderPrecision::float32) return writer.array(floats_);
    writer.array(scales_);
    writer.array(steps_);
}

bool EmbeddingTable::read(SectionReader& reader, EncoderPrecision precision) {
    precision_ = precision;
    if (precision == EncoderPrecision::float32) {
        floats_ = reader.array<float>();
        return reader.ok() && floats_.size() % embedding_width == 0;
    }
    scales_ = reader.array<float>();
    steps_ = reader.array<std::int8_t>();
    return reader.ok() && steps_.size() == scales_.size() * embedding_width;
}

}  // namespace parlance::nlu
