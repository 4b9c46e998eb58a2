#include "nlu/model_training.h"

namespace parlance::nlu {

namespace {

// Tells a part's progress as that of the whole.
TrainingProgress within(const TrainingProgress& progress, const std::string& what, double begin,
                        double share) {
    if (!progress) return {};
    return [&progress, what, begin, share](std::string_view step, double done) {
        const double all = begin + share * done;
        progress(all < 1 ? what + ", " + std::string(step) : std::string(step), all);
    };
}

}  // namespace

Result<ModelsOutcome> train_models(const ModelTexts& texts, const TrainingOptions& options,
                                   const TrainingProgress& progress) {
    const auto count = static_cast<double>(texts.intents.size() + texts.sentiment.size());
    const double share = count > 0 ? static_cast<double>(texts.intents.size()) / count : 0;
    ModelsOutcome outcome;
    if (!texts.intents.empty()) {
        auto trained = train_classifier(texts.intents, options, within(progress, "intents", 0, share));
        if (!trained) return trained.error();
        outcome.models.intents = trained->classifier;
        outcome.intents = std::move(*trained);
    }
    if (!texts.sentiment.empty()) {
        auto trained =
            train_classifier(texts.sentiment, options, within(progress, "sentiment", share, 1 - share));
        if (!trained) return trained.error();
        outcome.models.sentiment = trained->classifier;
        outcome.sentiment = std::move(*trained);
    }
    return outcome;
}

}  // namespace parlance::nlu
