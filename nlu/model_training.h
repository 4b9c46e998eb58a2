#pragma once

#include <optional>
#include <vector>

#include "nlu/classifier_training.h"
#include "nlu/trained_models.h"

namespace parlance::nlu {

// What the classifiers of a model file learn from; empty for one that is not wanted.
struct ModelTexts {
    std::vector<LabelledText> intents;
    std::vector<LabelledText> sentiment;  // labels as nlu/feeling.h names them
};

struct ModelsOutcome {
    TrainedModels models;
    std::optional<TrainingOutcome> intents;
    std::optional<TrainingOutcome> sentiment;
};

// Trains what there are texts for, one classifier after the other, as `train_classifier` does and fails.
Result<ModelsOutcome> train_models(const ModelTexts& texts, const TrainingOptions& options,
                                   const TrainingProgress& progress = {});

}  // namespace parlance::nlu
