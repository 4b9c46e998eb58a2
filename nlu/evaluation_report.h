#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/baseline.h"
#include "nlu/evaluation.h"
#include "nlu/sentiment_evaluation.h"

namespace parlance::nlu {

// One measured set of messages.
struct MeasuredSet {
    std::string name;  // a language's tag, or "all"
    Evaluation evaluation;
    std::optional<BaselineDifference> baseline = std::nullopt;
    std::optional<Evaluation> emotion = std::nullopt;  // where sentiment is measured: the other half
    std::optional<SentimentEvaluation> sentiment =
        std::nullopt;  // of a pack that is measured for its intents
};

// What `parlance eval` found.
struct EvaluationReport {
    std::string method;                  // IntentClassifier::method
    MeasuredSet overall;                 // of all languages together
    std::vector<MeasuredSet> languages;  // empty for a single file of messages
};

// One JSON object: the numbers that stand alone, "reliability", "intents", "confusions", "worst", with a
// baseline "baseline", and with languages "languages": one such object each. "sentiment" and "emotion", where
// they were measured, have "examples", "accuracy", "macro_f1", "ece", "intents" and "confusions".
std::string to_json_text(const EvaluationReport& report);
std::string to_json_text(const Evaluation& evaluation, std::string_view method);

// The same for people: the numbers, a table of the weakest intents and the commonest confusions; one block a
// language.
std::string describe(const EvaluationReport& report);
std::string describe(const Evaluation& evaluation);

// One self-contained page: no scripts, nothing from outside, all text escaped; well-formed XML too.
std::string to_html(const EvaluationReport& report);

// "&lt;b&gt;" for "<b>": fit for HTML text and quoted attributes. Control characters that XML forbids go.
std::string escaped_for_html(std::string_view text);

}  // namespace parlance::nlu
