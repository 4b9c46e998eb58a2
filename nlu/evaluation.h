#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "nlu/evaluation_run.h"
#include "nlu/intent_classifier.h"
#include "nlu/labelled_text.h"
#include "nlu/score_measures.h"

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

// The accuracy of the most confident share of the answers.
struct CoverageAccuracy {
    double coverage = 0;
    double accuracy = 0;
};

struct RobustnessMeasure {
    Perturbation perturbation{};
    double accuracy = 0;  // of the perturbed texts
};

// A wrong answer, with the training texts that led to it when the classifier keeps them.
struct Mistake {
    std::string text;
    IntentName gold;
    IntentName predicted;
    double confidence = 0;
    std::vector<SimilarExample> neighbours;  // most similar first
};

// How good a classifier is on texts with known intents.
//
// All but accuracy_with_refusals take the best intent of the data set's kind: out_of_scope competes only when
// the data has texts labelled so, because the usual test sets have in-scope texts alone.
// accuracy_with_refusals always lets it compete.
struct Evaluation {
    std::size_t examples = 0;
    double accuracy = 0;
    double accuracy_with_refusals = 0;
    double macro_f1 = 0;  // unweighted mean over the gold intents
    double ece = 0;       // expected calibration error
    // One message at a time on one thread.
    double messages_per_second = 0;
    double p50_ms = 0;
    double p99_ms = 0;
    // Share of the texts that the lexical stage answers alone; absent for a classifier without two stages.
    std::optional<double> early_exit_share;
    // How well the out_of_scope confidence tells the out-of-scope texts from the others; absent
    // without texts of both kinds.
    std::optional<double> oos_auroc;
    std::optional<double> oos_fpr_at_95_recall;  // share of in-scope refused when 95 % out-of-scope are
    std::optional<double> oos_recall_at_95;      // share refused when 95 % of the in-scope texts are not
    std::optional<double> oos_recall_at_97;
    std::vector<CoverageAccuracy> accuracy_at_coverage;  // of .8, .9 and .95
    std::vector<ReliabilityBin> reliability;
    std::vector<RobustnessMeasure> robustness;  // empty when it was not measured
    std::vector<IntentMeasure> intents;         // by name
    std::vector<Confusion> confusions;          // most frequent first
    std::vector<Mistake> worst;                 // most confident first, at most 10; no neighbours yet
};

Evaluation measure(const EvaluationRun& run);

// Fills in three neighbours of each mistake.
void add_neighbours(Evaluation& evaluation, const IntentClassifier& classifier);

// Runs and measures English texts. texts: at least one. out_of_scope: more texts that belong to no intent,
// used for the oos measures alone.
Evaluation evaluate(const IntentClassifier& classifier, std::span<const LabelledText> texts,
                    std::span<const LabelledText> out_of_scope);

}  // namespace parlance::nlu
