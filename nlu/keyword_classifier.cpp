#include "nlu/keyword_classifier.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "nlu/normaliser.h"
#include "nlu/tokens.h"

namespace parlance::nlu {

namespace {

// An overlap of 1 gets e^8 the weight of an overlap of 0: a softmax temperature that keeps a clear match
// above 0.9 among a hundred intents and a half match well below.
constexpr double sharpness = 8;
// The overlap below which a message is more likely about something else.
constexpr double out_of_scope_overlap = 0.45;

std::set<std::string> distinct_words(std::string_view text) {
    std::set<std::string> words;
    for (std::string& word : words_of(fold(text))) words.insert(std::move(word));
    return words;
}

}  // namespace

KeywordClassifier::KeywordClassifier(const Pack& pack) : KeywordClassifier(labelled_texts_of(pack)) {}

KeywordClassifier::KeywordClassifier(const std::vector<LabelledText>& examples) {
    std::map<IntentName, std::size_t> numbers;
    numbers.emplace(out_of_scope_intent(), 0);
    for (const LabelledText& example : examples) numbers.emplace(example.label, 0);
    for (auto& [intent, number] : numbers) {
        number = intents_.size();
        intents_.push_back(intent);
    }
    for (const LabelledText& example : examples) {
        for (const std::string& word : distinct_words(example.text)) {
            examples_with_[word].push_back(examples_.size());
        }
        examples_.push_back({numbers.at(example.label), 0});
    }
    for (const auto& [word, numbers_with] : examples_with_) {
        for (const std::size_t number : numbers_with) examples_[number].weight += weight_of(word);
    }
}

// Inverse document frequency; a word no example has counts as one that a single example has.
double KeywordClassifier::weight_of(const std::string& word) const {
    const auto found = examples_with_.find(word);
    const double with = found == examples_with_.end() ? 1 : static_cast<double>(found->second.size());
    return std::log(1 + static_cast<double>(examples_.size()) / with);
}

std::vector<IntentScore> KeywordClassifier::classify(std::string_view text, const Locale& /*locale*/) const {
    std::map<std::size_t, double> shared;
    double asked = 0;
    for (const std::string& word : distinct_words(text)) {
        const double weight = weight_of(word);
        asked += weight;
        const auto found = examples_with_.find(word);
        if (found == examples_with_.end()) continue;
        for (const std::size_t number : found->second) shared[number] += weight;
    }
    std::vector<double> overlap(intents_.size(), 0);  // weighted Dice coefficient with the best example
    for (const auto& [number, weight] : shared) {
        const Example& example = examples_[number];
        const double dice = 2 * weight / (asked + example.weight);
        overlap[example.intent] = std::max(overlap[example.intent], dice);
    }
    std::vector<IntentScore> scores;
    double sum = 0;
    for (std::size_t i = 0; i < intents_.size(); ++i) {
        const double floor = intents_[i] == out_of_scope_intent() ? out_of_scope_overlap : 0;
        const double score = std::exp(sharpness * std::max(overlap[i], floor));
        sum += score;
        scores.push_back({intents_[i], static_cast<float>(score)});
    }
    for (IntentScore& score : scores) score.confidence = static_cast<float>(score.confidence / sum);
    std::stable_sort(scores.begin(), scores.end(), [](const IntentScore& left, const IntentScore& right) {
        return left.confidence > right.confidence;
    });
    return scores;
}

}  // namespace parlance::nlu
