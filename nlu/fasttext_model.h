#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "intents/result.h"
#include "nlu/encoder/weight_array.h"

namespace fasttext {
class FastText;
}

namespace parlance::nlu {

struct FastTextTraining {
    std::uint32_t classes = 0;
    int dimensions = 64;
    int epochs = 25;
    double learning_rate = 0.5;
    int buckets = 50000;
    int seed = 1;
};

// Bag-of-subwords classifier (Joulin et al. 2016): word 2-grams and character 2-5-grams, averaged,
// softmax. Immutable; safe to call from several threads.
class FastTextModel {
public:
    // texts: folded; labels: class numbers below training.classes, one a text.
    // One thread, so deterministic for a seed. The library wants files: one temporary file is
    // written and removed. Fails with io_failed when it cannot be, bad_training when the library
    // refuses the texts.
    static Result<FastTextModel> train(std::span<const std::string> texts,
                                       std::span<const std::uint32_t> labels,
                                       const FastTextTraining& training);

    // The library's own file format. Fails with bad_model when the bytes are not that; it trusts
    // the numbers inside, so check a checksum first. The bytes are shared, not copied.
    static Result<FastTextModel> from_bytes(WeightArray<char> bytes, std::uint32_t classes);
    const WeightArray<char>& bytes() const { return bytes_; }

    // The natural logarithm of each class' probability; a class unknown to training gets the floor.
    std::vector<float> log_probabilities(std::string_view folded) const;

private:
    FastTextModel() = default;

    std::shared_ptr<const fasttext::FastText> model_;
    std::vector<std::int32_t> class_of_;  // by the library's label number
    std::uint32_t classes_ = 0;
    WeightArray<char> bytes_;
};

}  // namespace parlance::nlu
