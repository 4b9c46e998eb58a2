#pragma once

#include <functional>
#include <memory>
#include <span>

#include "nlu/encoded_texts.h"
#include "nlu/lexical_stage.h"
#include "nlu/neural_stage.h"
#include "nlu/training_set.h"

namespace parlance::nlu {

// Whether texts are so many, and of so few classes, that training is better off with the frequent n-grams
// alone: such sets are broad (positive or negative, say) and contradict themselves.
constexpr bool is_broad(std::size_t texts, std::size_t classes) {
    return texts >= 30000 && texts >= 1000 * classes;
}

// The shape and the effort of the head.
struct HeadOptions {
    std::size_t members = 2;  // networks whose logits are averaged
    std::size_t embedding = 256;
    std::size_t hidden = 768;
    std::size_t min_texts = 2;  // an n-gram has a vector when it occurs in so many texts
    double lines_seen = 75000;  // in all, which makes between `fewest` and `most` passes
    double fewest_passes = 2;
    double most_passes = 10;
    float embedding_rate = 0.2F;
    float hidden_dropout = 0.5F;
    float copy_share = 0.25F;  // how often a text with slips stands for the clean one
    double balance = 0.25;     // a class of n texts counts n^-balance a text

    // The defaults won on held-out parts of CLINC150 and BANKING77; for broad sets slower n-grams, the
    // frequent ones alone, won on GoEmotions.
    static HeadOptions for_set(std::size_t texts, std::size_t classes);
};

// What a neural stage is trained on: the chosen texts, by number, those that were encoded.
struct NeuralTrainingInput {
    const TrainingSet& set;
    const EncodedTexts& encoded;
    const LexicalStage& lexical;
    std::span<const std::size_t> chosen;
    std::shared_ptr<const SentenceEncoder> encoder;
    std::string encoder_language;
    unsigned seed = 1;
};

// Trains the head and finds the classes' centres; the calibration and the bar of early exit stay at their
// defaults. Needs an encoded text. Deterministic for a seed; not to be run twice at once.
NeuralStage train_neural_stage(const NeuralTrainingInput& input, const HeadOptions& options,
                               const std::function<void(double)>& progress);

}  // namespace parlance::nlu
