#pragma once

#include <string>
#include <vector>

#include "nlu/classifier_training.h"

namespace parlance::tests {

// Six intents of twelve texts that a model can learn in a moment, and a few out of scope.
inline std::vector<nlu::LabelledText> small_training_set() {
    const std::vector<std::pair<std::string, std::vector<std::string>>> words{
        {"balance", {"balance", "account balance", "money left"}},
        {"transfer", {"transfer", "wire money", "send cash"}},
        {"card_lost", {"lost card", "stolen card", "card missing"}},
        {"mortgage", {"mortgage", "home loan", "house loan"}},
        {"greet", {"hello", "good morning", "hi there"}},
        {"savings", {"savings rate", "save up", "savings pot"}},
        {"out_of_scope", {"weather", "football result", "pizza recipe"}}};
    const std::vector<std::string> frames{"my #", "# please", "what about #", "i want # now"};
    std::vector<nlu::LabelledText> texts;
    for (const auto& [label, phrases] : words) {
        for (const std::string& phrase : phrases) {
            for (std::string frame : frames) {
                texts.push_back({IntentName{label}, frame.replace(frame.find('#'), 1, phrase)});
            }
        }
    }
    return texts;
}

inline nlu::TrainingOptions small_options() {
    nlu::TrainingOptions options;
    options.fasttext.dimensions = 8;
    options.fasttext.buckets = 2000;
    options.fasttext.epochs = 10;
    return options;
}

}  // namespace parlance::tests
