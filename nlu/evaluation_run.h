#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "nlu/intent_classifier.h"
#include "nlu/labelled_text.h"
#include "nlu/robustness.h"

namespace parlance::nlu {

// Messages of one language with known intents, and more that belong to none.
struct TestSet {
    Locale locale;
    std::vector<LabelledText> texts;
    std::vector<LabelledText> out_of_scope;
};

struct RunOptions {
    bool robustness = false;  // ask again with every perturbation: five more questions a text
    std::uint64_t seed = 1;   // of the typos
};

// What a classifier said to one test message.
struct Prediction {
    IntentName gold;
    std::string text;
    IntentName best;           // of the data's kind, see `Evaluation`
    float confidence = 0;      // in `best`, among the intents that competed
    IntentName with_refusals;  // the best when out_of_scope competes
    float out_of_scope = 0;
    double milliseconds = 0;  // taken by this one answer
};

// Everything one classifier said to a test set, or to several.
struct EvaluationRun {
    std::vector<Prediction> texts;  // in the set's order
    std::vector<float> outside;     // out_of_scope's confidence in each of the set's out_of_scope
    std::map<Perturbation, std::size_t> correct;  // of the perturbed texts; empty when they were not asked

    // Counts another run's answers with these. Both must have been asked the perturbations, or neither.
    void append(const EvaluationRun& other);
};

// Asks one message at a time, on this thread.
EvaluationRun run_classifier(const IntentClassifier& classifier, const TestSet& set,
                             const RunOptions& options);

}  // namespace parlance::nlu
