#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "nlu/labelled_text.h"
#include "nlu/neural_stage_training.h"
#include "nlu/stage_calibration.h"
#include "nlu/trained_classifier.h"

namespace parlance::nlu {

struct TrainingOptions {
    unsigned seed = 1;
    double c = 1;                 // of the linear model
    std::uint32_t min_texts = 1;  // an n-gram must occur in so many texts
    bool with_fasttext = true;
    FastTextTraining fasttext;  // classes and seed are filled in
    // At the precision it is to work with; without one the classifier stays at the lexical level.
    std::shared_ptr<const SentenceEncoder> encoder;
    std::string encoder_language = "en";
    std::optional<HeadOptions> head;  // chosen by the number of texts when absent
};

// Told what training is about to do and how much of the whole is done, in [0, 1].
using TrainingProgress = std::function<void(std::string_view step, double done)>;

struct TrainingOutcome {
    std::shared_ptr<const TrainedClassifier> classifier;
    std::size_t intents = 0;  // out_of_scope included when it has examples
    OperatingPoint trial;     // what the trial's models did on texts they had not seen
};

// Trains a classifier. Equal examples, options and seed give an equal model, byte for byte, on equal
// machines.
//
// First a trial: a tenth of every intent's texts and a tenth of the intents, whole, are held out; the
// models learn from the rest; on the held-out texts the mix, the temperature, the out-of-scope score and the
// bar of early exit are fitted (intents never seen stand in for what nobody asked before), and the encoder is
// kept only if it does not lower the accuracy. Then all learn from everything.
//
// Examples labelled out_of_scope are a class of their own. Fails with bad_training when there are fewer
// than two intents. Runs on the calling thread, but for matrix products, which take two; not to be run twice
// at once (the linear library draws from the C library's generator).
Result<TrainingOutcome> train_classifier(std::span<const LabelledText> examples,
                                         const TrainingOptions& options,
                                         const TrainingProgress& progress = {});

}  // namespace parlance::nlu
