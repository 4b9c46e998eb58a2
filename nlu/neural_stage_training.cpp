#include "nlu/neural_stage_training.h"

#include <algorithm>
#include <cmath>

#include "nlu/neural/network_training.h"
#include "nlu/neural/vector_loops.h"

namespace parlance::nlu {

namespace {

// The lines of training, and what they point to.
class Lines {
public:
    Lines(const NeuralTrainingInput& input, const HeadOptions& options) : input_(input) {
        for (const std::size_t text : input.chosen) {
            if (input.encoded.has(text)) texts_.push_back(text);
        }
        read_features();
        number_rows(options.min_texts);
        gather_pools();
        link(class_weights(options.balance));
    }

    std::span<const NetworkLine> lines() const { return lines_; }
    const std::vector<std::size_t>& texts() const { return texts_; }
    const Standardisation& standardisation() const { return standardisation_; }
    const std::vector<std::uint32_t>& row_of_ngram() const { return row_of_ngram_; }
    std::size_t rows() const { return rows_; }

private:
    void read_features() {
        const NgramIndex& index = input_.lexical.ngrams;
        for (const std::size_t text : texts_) {
            features_.push_back(index.features(input_.set.folded[text]).features);
            if (!input_.encoded.has_copies()) continue;
            copy_features_.push_back(index.features(input_.encoded.folded_copy(text)).features);
        }
    }

    // Gives the n-grams that are frequent enough a row, and renumbers the features so.
    void number_rows(std::size_t min_texts) {
        std::vector<std::size_t> texts_with(input_.lexical.ngrams.size());
        for (const auto& features : features_) {
            for (const WeightedFeature& feature : features) ++texts_with[feature.index];
        }
        row_of_ngram_.assign(texts_with.size(), NeuralHead::no_row);
        for (std::size_t i = 0; i < texts_with.size(); ++i) {
            if (texts_with[i] >= min_texts) row_of_ngram_[i] = static_cast<std::uint32_t>(rows_++);
        }
        for (auto* side : {&features_, &copy_features_}) {
            for (auto& features : *side) {
                for (WeightedFeature& feature : features) feature.index = row_of_ngram_[feature.index];
                std::erase_if(features, [](const WeightedFeature& feature) {
                    return feature.index == NeuralHead::no_row;
                });
            }
        }
    }

    void gather_pools() {
        for (const std::size_t text : texts_) {
            const std::span<const float> pools = input_.encoded.pools(text);
            pools_.insert(pools_.end(), pools.begin(), pools.end());
            if (!input_.encoded.has_copies()) continue;
            const std::span<const float> copy = input_.encoded.copy_pools(text);
            copy_pools_.insert(copy_pools_.end(), copy.begin(), copy.end());
        }
        standardisation_ = Standardisation::of(pools_, SentenceEncoder::width);
        for (auto* side : {&pools_, &copy_pools_}) {
            for (std::size_t at = 0; at < side->size(); at += SentenceEncoder::width) {
                standardisation_.apply(std::span(*side).subspan(at, SentenceEncoder::width));
            }
        }
    }

    std::vector<float> class_weights(double balance) const {
        std::vector<double> counts(input_.set.labels.size());
        for (const std::size_t text : texts_) ++counts[input_.set.classes[text]];
        double sum = 0;
        for (const double count : counts) sum += count > 0 ? count * std::pow(count, -balance) : 0;
        std::vector<float> weights(counts.size());
        for (std::size_t k = 0; k < counts.size(); ++k) {
            if (counts[k] <= 0) continue;
            const double even = static_cast<double>(texts_.size()) / sum;
            weights[k] = static_cast<float>(std::pow(counts[k], -balance) * even);
        }
        return weights;
    }

    void link(const std::vector<float>& weights) {
        const auto row = [](const std::vector<float>& rows, std::size_t i) {
            return std::span(rows).subspan(i * SentenceEncoder::width, SentenceEncoder::width);
        };
        for (std::size_t i = 0; i < texts_.size(); ++i) {
            const std::uint32_t label = input_.set.classes[texts_[i]];
            NetworkLine line{{row(pools_, i), features_[i]}, {label, weights[label]}, {}};
            if (input_.encoded.has_copies()) line.copy = {row(copy_pools_, i), copy_features_[i]};
            lines_.push_back(line);
        }
    }

    const NeuralTrainingInput& input_;
    std::vector<std::size_t> texts_;
    std::vector<std::vector<WeightedFeature>> features_;
    std::vector<std::vector<WeightedFeature>> copy_features_;
    std::vector<float> pools_;
    std::vector<float> copy_pools_;
    Standardisation standardisation_;
    std::vector<std::uint32_t> row_of_ngram_;
    std::size_t rows_ = 0;
    std::vector<NetworkLine> lines_;
};

NeuralHead train_head(const Lines& lines, const NeuralTrainingInput& input, const HeadOptions& options,
                      const std::function<void(double)>& progress) {
    const NetworkShape shape{SentenceEncoder::width, lines.rows(), options.embedding, options.hidden,
                             input.set.labels.size()};
    NetworkTraining training;
    training.copy_share = input.encoded.has_copies() ? options.copy_share : 0;
    training.embedding_rate = options.embedding_rate;
    training.dropout.hidden = options.hidden_dropout;
    training.epochs = std::clamp(options.lines_seen / static_cast<double>(lines.lines().size()),
                                 options.fewest_passes, options.most_passes);
    std::vector<Network> members;
    for (std::size_t m = 0; m < options.members; ++m) {
        training.seed = (static_cast<std::uint64_t>(input.seed) << 8) + m;
        members.push_back(train_network(lines.lines(), shape, training, [&](double done) {
            progress((static_cast<double>(m) + done) / static_cast<double>(options.members));
        }));
    }
    return {members, lines.standardisation(), lines.row_of_ngram()};
}

// The mean direction of each class' texts, scaled to length 1; none for out_of_scope, which has no middle.
Int8Matrix find_centres(const Lines& lines, const NeuralTrainingInput& input) {
    const std::size_t classes = input.set.labels.size();
    constexpr std::size_t width = SentenceEncoder::output_width;
    Matrix sums(classes, width);
    for (const std::size_t text : lines.texts()) {
        const std::uint32_t label = input.set.classes[text];
        if (label != input.set.out_of_scope)
            add_scaled(sums.row(label), 1, input.encoded.pools(text).first(width));
    }
    std::vector<float> turned(width * classes);
    for (std::size_t k = 0; k < classes; ++k) {
        double squares = 0;
        for (const float value : sums.row(k)) squares += value * value;
        const auto scale = squares > 0 ? static_cast<float>(1 / std::sqrt(squares)) : 0;
        for (std::size_t i = 0; i < width; ++i) turned[i * classes + k] = scale * sums.row(k)[i];
    }
    return Int8Matrix::quantise(turned, width, classes);
}

}  // namespace

HeadOptions HeadOptions::for_set(std::size_t texts, std::size_t classes) {
    HeadOptions options;
    if (!is_broad(texts, classes)) return options;
    options.hidden = 512;
    options.min_texts = 10;
    options.lines_seen = 120000;
    options.embedding_rate = 0.03F;
    options.hidden_dropout = 0.3F;
    options.copy_share = 0;
    options.balance = 0.5;
    return options;
}

NeuralStage train_neural_stage(const NeuralTrainingInput& input, const HeadOptions& options,
                               const std::function<void(double)>& progress) {
    const Lines lines(input, options);
    NeuralStage stage;
    stage.encoder = input.encoder;
    stage.head = train_head(lines, input, options, progress);
    stage.centres = find_centres(lines, input);
    stage.language = input.encoder_language;
    return stage;
}

}  // namespace parlance::nlu
