#pragma once

#include <functional>
#include <memory>
#include <span>

#include "nlu/encoded_texts.h"
#include "nlu/lexical_stage.h"
#include "nlu/neural_stage.h"
#include "nlu/training_set.h"

namespace parlance::nlu {

// The shape and the effort of the head; the defaults won on held-out parts of CLINC150 and BANKING77.
struct HeadOptions {
    std::size_t members = 2;    // networks whose logits are averaged
    std::size_t embedding = 256;
    std::size_t hidden = 768;
    std::size_t min_texts = 2;  // an n-gram has a vector when it occurs in so many texts
    double lines_seen = 75000;  // in all, which makes between `fewest` and `most` passes
    double fewest_passes = 2;
    double most_passes = 10;
    float copy_share = 0.25F;   // how often a text with slips stands for the clean one
    double balance = 0.25;      // a class of n texts counts n^-balance a text
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
