#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "nlu/labelled_text.h"

namespace parlance::nlu {

// The examples in the trainers' shape; the vectors run in step, one entry a text.
struct TrainingSet {
    std::vector<IntentName> labels;  // by class number
    std::optional<std::uint32_t> out_of_scope;
    std::vector<std::string> texts;
    std::vector<std::string> folded;
    std::vector<std::uint32_t> classes;
    std::vector<std::string> languages;  // "" when nobody said
};

TrainingSet make_training_set(std::span<const LabelledText> examples);

// Which texts a trial learns from and which it is measured on, by their numbers in the set.
struct TrialSplit {
    std::vector<std::size_t> learnt;
    std::vector<std::size_t> held_out;
    std::vector<bool> unseen;  // by class: held out whole, to stand in for what nobody asked before
};

// Holds out a tenth of every intent's texts (a third of out_of_scope's, which are all that tells the score
// what nobody can answer) and a tenth of the intents, whole, where there are enough to spare some.
TrialSplit split_for_trial(const TrainingSet& set, unsigned seed);

}  // namespace parlance::nlu
