#include "nlu/neural/neural_head.h"

#include <algorithm>
#include <cmath>

#include "nlu/neural/vector_loops.h"

namespace parlance::nlu {

namespace {

constexpr std::uint32_t most_members = 16;

// What one message needs, kept by thread so that it is allocated once.
struct Scratch {
    Int8Scratch product;
    std::vector<float> dense;
    std::vector<float> embedded;
    std::vector<float> hidden;
    std::vector<float> member_hidden;
    std::vector<float> member_logits;
};

Scratch& scratch_of_thread() {
    thread_local Scratch scratch;
    return scratch;
}

WeightArray<float> array_of(const std::vector<float>& values) {
    return WeightArray<float>(std::vector<float>(values));
}

}  // namespace

Standardisation Standardisation::of(std::span<const float> rows, std::size_t width) {
    const std::size_t count = width == 0 ? 0 : rows.size() / width;
    std::vector<double> sums(width);
    std::vector<double> squares(width);
    for (std::size_t i = 0; i < count * width; ++i) sums[i % width] += rows[i];
    for (double& sum : sums) sum /= static_cast<double>(std::max<std::size_t>(count, 1));
    for (std::size_t i = 0; i < count * width; ++i) squares[i % width] += std::pow(rows[i] - sums[i % width], 2);
    Standardisation result{std::vector<float>(sums.begin(), sums.end()), std::vector<float>(width)};
    for (std::size_t k = 0; k < width; ++k) {
        const double deviation = std::sqrt(squares[k] / static_cast<double>(std::max<std::size_t>(count, 1)));
        result.scale[k] = deviation > 1e-6 ? static_cast<float>(1 / deviation) : 0;
    }
    return result;
}

void Standardisation::apply(std::span<float> row) const {
    for (std::size_t k = 0; k < row.size(); ++k) row[k] = (row[k] - mean[k]) * scale[k];
}

NeuralHead::Member NeuralHead::compress(const Network& network) {
    const NetworkShape& shape = network.shape;
    Member member;
    std::vector<std::int8_t> steps(network.embedding.values.size());
    std::vector<float> scales(shape.ngrams);
    for (std::size_t row = 0; row < shape.ngrams; ++row) {
        const std::span<const float> from = network.embedding.row(row);
        float largest = 0;
        for (const float value : from) largest = std::max(largest, std::abs(value));
        scales[row] = largest / 127;
        if (largest == 0) continue;
        for (std::size_t k = 0; k < from.size(); ++k) {
            steps[row * from.size() + k] = static_cast<std::int8_t>(std::lround(from[k] / scales[row]));
        }
    }
    member.embedding = WeightArray<std::int8_t>(std::move(steps));
    member.row_scales = WeightArray<float>(std::move(scales));
    const std::span<const float> weights = network.hidden_weights.values;
    member.embedded_weights =
        Int8Matrix::quantise(weights.subspan(shape.dense * shape.hidden), shape.embedding, shape.hidden);
    member.output_weights =
        Int8Matrix::quantise(network.output_weights.values, shape.hidden, shape.classes);
    return member;
}

NeuralHead::NeuralHead(std::span<const Network> members, const Standardisation& standardisation,
                       std::vector<std::uint32_t> row_of_ngram)
    : mean_(array_of(standardisation.mean)),
      scale_(array_of(standardisation.scale)),
      row_of_ngram_(std::move(row_of_ngram)) {
    const NetworkShape& shape = members.front().shape;
    const std::size_t width = members.size() * shape.hidden;
    std::vector<float> dense(shape.dense * width);
    std::vector<float> hidden_bias(width);
    std::vector<float> output_bias(shape.classes);
    for (std::size_t m = 0; m < members.size(); ++m) {
        for (std::size_t row = 0; row < shape.dense; ++row) {
            const std::span<const float> from = members[m].hidden_weights.row(row);
            std::copy(from.begin(), from.end(), dense.data() + row * width + m * shape.hidden);
        }
        std::copy(members[m].hidden_bias.begin(), members[m].hidden_bias.end(),
                  hidden_bias.data() + m * shape.hidden);
        add_scaled(output_bias, 1 / static_cast<float>(members.size()), members[m].output_bias);
        members_.push_back(compress(members[m]));
    }
    dense_weights_ = Int8Matrix::quantise(dense, shape.dense, width);
    hidden_bias_ = WeightArray<float>(std::move(hidden_bias));
    output_bias_ = WeightArray<float>(std::move(output_bias));
}

void NeuralHead::embed(const Member& member, std::span<const WeightedFeature> ngrams,
                       std::span<float> sums) const {
    std::fill(sums.begin(), sums.end(), 0.0F);
    for (const WeightedFeature& ngram : ngrams) {
        if (ngram.index >= row_of_ngram_.size()) continue;
        const std::uint32_t row = row_of_ngram_[ngram.index];
        if (row == no_row) continue;
        add_scaled(sums, ngram.value * member.row_scales[row],
                   member.embedding.values().subspan(row * sums.size(), sums.size()));
    }
}

std::vector<float> NeuralHead::logits(std::span<const float> dense,
                                      std::span<const WeightedFeature> ngrams) const {
    Scratch& scratch = scratch_of_thread();
    scratch.dense.resize(mean_.size());
    for (std::size_t k = 0; k < mean_.size(); ++k) scratch.dense[k] = (dense[k] - mean_[k]) * scale_[k];
    scratch.hidden.resize(hidden_bias_.size());
    dense_weights_.multiply(scratch.dense, scratch.hidden, scratch.product);
    add_scaled(scratch.hidden, 1, hidden_bias_.values());
    const std::size_t width = hidden_bias_.size() / members_.size();
    scratch.member_hidden.resize(width);
    scratch.member_logits.resize(classes());
    std::vector<float> result(output_bias_.values().begin(), output_bias_.values().end());
    for (std::size_t m = 0; m < members_.size(); ++m) {
        const Member& member = members_[m];
        scratch.embedded.resize(member.embedded_weights.inputs());
        embed(member, ngrams, scratch.embedded);
        member.embedded_weights.multiply(scratch.embedded, scratch.member_hidden, scratch.product);
        add_scaled(scratch.member_hidden, 1, std::span<const float>(scratch.hidden).subspan(m * width, width));
        gelu(scratch.member_hidden, scratch.member_hidden);
        member.output_weights.multiply(scratch.member_hidden, scratch.member_logits, scratch.product);
        add_scaled(result, 1 / static_cast<float>(members_.size()), scratch.member_logits);
    }
    return result;
}

void NeuralHead::write(SectionWriter& writer) const {
    writer.number(static_cast<std::uint32_t>(members_.size()));
    writer.array(mean_);
    writer.array(scale_);
    writer.array(row_of_ngram_);
    dense_weights_.write(writer);
    writer.array(hidden_bias_);
    writer.array(output_bias_);
    for (const Member& member : members_) {
        writer.array(member.embedding);
        writer.array(member.row_scales);
        member.embedded_weights.write(writer);
        member.output_weights.write(writer);
    }
}

bool NeuralHead::read(SectionReader& reader) {
    const auto count = reader.number<std::uint32_t>();
    mean_ = reader.array<float>();
    scale_ = reader.array<float>();
    row_of_ngram_ = reader.array<std::uint32_t>();
    bool whole = count > 0 && count <= most_members && dense_weights_.read(reader);
    hidden_bias_ = reader.array<float>();
    output_bias_ = reader.array<float>();
    for (std::uint32_t m = 0; m < count && whole; ++m) {
        Member member;
        member.embedding = reader.array<std::int8_t>();
        member.row_scales = reader.array<float>();
        whole = member.embedded_weights.read(reader) && member.output_weights.read(reader);
        members_.push_back(std::move(member));
    }
    return whole && reader.ok() && fits();
}

bool NeuralHead::fits() const {
    const std::size_t width = hidden_bias_.size() / members_.size();
    const bool common = mean_.size() == scale_.size() && dense_weights_.inputs() == mean_.size() &&
                        dense_weights_.outputs() == width * members_.size() && width > 0;
    return common && std::all_of(members_.begin(), members_.end(), [&](const Member& member) {
        const std::size_t rows = member.row_scales.size();
        return member.embedding.size() == rows * member.embedded_weights.inputs() &&
               member.embedded_weights.outputs() == width && member.output_weights.inputs() == width &&
               member.output_weights.outputs() == output_bias_.size() &&
               std::all_of(row_of_ngram_.values().begin(), row_of_ngram_.values().end(),
                           [rows](std::uint32_t row) { return row == no_row || row < rows; });
    });
}

}  // namespace parlance::nlu
