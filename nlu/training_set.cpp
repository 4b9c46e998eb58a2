#include "nlu/training_set.h"

#include <algorithm>
#include <map>
#include <random>

#include "nlu/normaliser.h"

namespace parlance::nlu {

namespace {

constexpr std::size_t one_in = 10;  // this share is held out

// A permutation that depends on the seed alone: std::shuffle may differ between libraries.
std::vector<std::size_t> shuffled(std::size_t count, std::mt19937_64& random) {
    std::vector<std::size_t> order(count);
    for (std::size_t i = 0; i < count; ++i) order[i] = i;
    for (std::size_t i = count; i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    return order;
}

// One in ten texts of every class, at least one where there are three; one in three of out_of_scope.
std::vector<bool> hold_out_texts(const TrainingSet& set, std::mt19937_64& random) {
    std::vector<std::vector<std::size_t>> texts_of(set.labels.size());
    for (std::size_t i = 0; i < set.folded.size(); ++i) texts_of[set.classes[i]].push_back(i);
    std::vector<bool> held_out(set.folded.size(), false);
    for (std::size_t number = 0; number < texts_of.size(); ++number) {
        const std::vector<std::size_t>& texts = texts_of[number];
        const std::size_t one_of = number == set.out_of_scope ? 3 : one_in;
        const std::size_t share = texts.size() < 3 ? 0 : std::max<std::size_t>(1, texts.size() / one_of);
        const std::vector<std::size_t> order = shuffled(texts.size(), random);
        for (std::size_t i = 0; i < share; ++i) held_out[texts[order[i]]] = true;
    }
    return held_out;
}

// One in ten of the intents, when there are enough to spare some; never out_of_scope.
std::vector<bool> hold_out_classes(const TrainingSet& set, std::mt19937_64& random) {
    std::vector<bool> held_out(set.labels.size(), false);
    std::size_t wanted = set.labels.size() < 5 ? 0 : std::max<std::size_t>(1, set.labels.size() / one_in);
    for (const std::size_t number : shuffled(set.labels.size(), random)) {
        if (wanted == 0) break;
        if (number == set.out_of_scope) continue;
        held_out[number] = true;
        --wanted;
    }
    return held_out;
}

}  // namespace

TrainingSet make_training_set(std::span<const LabelledText> examples) {
    TrainingSet set;
    std::map<IntentName, std::uint32_t> numbers;
    for (const LabelledText& example : examples) numbers.emplace(example.label, 0);
    for (auto& [label, number] : numbers) {
        number = static_cast<std::uint32_t>(set.labels.size());
        if (label == out_of_scope_intent()) set.out_of_scope = number;
        set.labels.push_back(label);
    }
    for (const LabelledText& example : examples) {
        set.texts.push_back(example.text);
        set.folded.push_back(fold(example.text));
        set.classes.push_back(numbers.at(example.label));
        set.languages.push_back(example.language);
    }
    return set;
}

TrialSplit split_for_trial(const TrainingSet& set, unsigned seed) {
    std::mt19937_64 random(seed);
    const std::vector<bool> held_out = hold_out_texts(set, random);
    TrialSplit split{{}, {}, hold_out_classes(set, random)};
    for (std::size_t i = 0; i < set.folded.size(); ++i) {
        (held_out[i] || split.unseen[set.classes[i]] ? split.held_out : split.learnt).push_back(i);
    }
    return split;
}

}  // namespace parlance::nlu
