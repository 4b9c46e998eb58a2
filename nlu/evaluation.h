#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "nlu/intent_classifier.h"
#include "nlu/labelled_text.h"

namespace parlance::nlu {

struct IntentMeasure {
    IntentName intent;
    std::size_t examples = 0;  // gold
    double precision = 0;
    double recall = 0;
    double f1 = 0;
};

struct Confusion {
    IntentName gold;
    IntentName predicted;
    std::size_t count = 0;
};

// How good a classifier is on texts with known intents.
//
// accuracy, macro_f1, the intents' measures, the confusions and ece take the best intent of the
// data set's kind: out_of_scope competes only when the data has texts labelled so, because the usual
// test sets have in-scope texts alone. accuracy_with_refusals always lets it compete.
struct Evaluation {
    std::size_t examples = 0;
    double accuracy = 0;
    double accuracy_with_refusals = 0;
    double macro_f1 = 0;  // unweighted mean over the gold intents
    double ece = 0;       // expected calibration error, 15 bins of equal width
    double messages_per_second = 0;
    double median_ms = 0;  // of one message, on one core
    double p99_ms = 0;
    // Share of the texts that the lexical stage answered alone; absent for a classifier without two stages.
    std::optional<double> early_exit_share;
    // How well the out_of_scope confidence tells the out-of-scope texts from the others; absent
    // without texts of both kinds.
    std::optional<double> oos_auroc;
    std::optional<double> oos_recall_at_95;  // share refused when 95 % of the in-scope texts are not
    std::vector<IntentMeasure> intents;      // by name
    std::vector<Confusion> confusions;       // most frequent first
};

// texts: at least one. out_of_scope: more texts that belong to no intent, used for the oos measures alone.
Evaluation evaluate(const IntentClassifier& classifier, std::span<const LabelledText> texts,
                    std::span<const LabelledText> out_of_scope);

// One JSON object: the numbers, "intents" as a list, "confusions".
std::string to_json_text(const Evaluation& evaluation, std::string_view method);

// The same for people: a table of the weakest intents and the commonest confusions.
std::string describe(const Evaluation& evaluation);

// The area under the ROC curve of two sets of scores; ties count half. Nothing when either is empty.
std::optional<double> area_under_roc(std::vector<float> negatives, std::vector<float> positives);

}  // namespace parlance::nlu
