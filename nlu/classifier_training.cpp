#include "nlu/classifier_training.h"

#include <algorithm>
#include <map>
#include <random>

#include "nlu/normaliser.h"

namespace parlance::nlu {

namespace {

// The examples in the trainers' shape.
struct TrainingSet {
    std::vector<IntentName> labels;
    std::vector<std::string> folded;
    std::vector<std::uint32_t> classes;  // one a text
    std::optional<std::uint32_t> out_of_scope;
};

enum class Part { learn, hold_out };

constexpr std::size_t one_in = 10;  // this share is held out

TrainingSet make_set(std::span<const LabelledText> examples) {
    TrainingSet set;
    std::map<IntentName, std::uint32_t> numbers;
    for (const LabelledText& example : examples) numbers.emplace(example.label, 0);
    for (auto& [label, number] : numbers) {
        number = static_cast<std::uint32_t>(set.labels.size());
        if (label == out_of_scope_intent()) set.out_of_scope = number;
        set.labels.push_back(label);
    }
    for (const LabelledText& example : examples) {
        set.folded.push_back(fold(example.text));
        set.classes.push_back(numbers.at(example.label));
    }
    return set;
}

// A permutation that depends on the seed alone: std::shuffle may differ between libraries.
std::vector<std::size_t> shuffled(std::size_t count, std::mt19937_64& random) {
    std::vector<std::size_t> order(count);
    for (std::size_t i = 0; i < count; ++i) order[i] = i;
    for (std::size_t i = count; i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    return order;
}

// One in ten texts of every class, at least one where there are three; one in three of out_of_scope, whose
// texts are all that tells the score what nobody can answer.
std::vector<Part> hold_out_texts(const TrainingSet& set, std::mt19937_64& random) {
    std::vector<std::vector<std::size_t>> texts_of(set.labels.size());
    for (std::size_t i = 0; i < set.folded.size(); ++i) texts_of[set.classes[i]].push_back(i);
    std::vector<Part> parts(set.folded.size(), Part::learn);
    for (std::size_t number = 0; number < texts_of.size(); ++number) {
        const std::vector<std::size_t>& texts = texts_of[number];
        const std::size_t one_of = number == set.out_of_scope ? 3 : one_in;
        const std::size_t share = texts.size() < 3 ? 0 : std::max<std::size_t>(1, texts.size() / one_of);
        const std::vector<std::size_t> order = shuffled(texts.size(), random);
        for (std::size_t i = 0; i < share; ++i) parts[texts[order[i]]] = Part::hold_out;
    }
    return parts;
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

TrainingSet only(const TrainingSet& set, const std::function<bool(std::size_t)>& wanted) {
    TrainingSet part{set.labels, {}, {}, set.out_of_scope};
    for (std::size_t i = 0; i < set.folded.size(); ++i) {
        if (!wanted(i)) continue;
        part.folded.push_back(set.folded[i]);
        part.classes.push_back(set.classes[i]);
    }
    return part;
}

Result<ClassifierParts> train_parts(const TrainingSet& set, const TrainingOptions& options,
                                    const std::function<void(std::string_view)>& progress) {
    ClassifierParts parts;
    parts.labels = set.labels;
    const auto classes = static_cast<std::uint32_t>(set.labels.size());
    progress("linear model");
    parts.ngrams = NgramIndex::fit(set.folded, options.min_texts);
    std::vector<LabelledFeatures> lines;
    lines.reserve(set.folded.size());
    for (std::size_t i = 0; i < set.folded.size(); ++i) {
        lines.push_back({parts.ngrams.features(set.folded[i]).features, set.classes[i]});
    }
    parts.linear = LinearModel::train(lines, {classes, parts.ngrams.size(), options.c, options.seed});
    if (!options.with_fasttext) return parts;
    progress("fastText");
    FastTextTraining training = options.fasttext;
    training.classes = classes;
    training.seed = static_cast<int>(options.seed);
    Result<FastTextModel> model = FastTextModel::train(set.folded, set.classes, training);
    if (!model) return model.error();
    parts.fasttext = std::move(*model);
    return parts;
}

// What the trial gave: the calibration for the real thing and how good it was.
struct Trial {
    Calibration calibration;
    std::size_t held_out = 0;
    double accuracy = 0;
};

// Measures how often the best in-scope class is right, on held-out texts of intents the trial knew.
void measure(Trial& trial, const std::vector<HeldOutText>& held_out) {
    std::size_t right = 0;
    for (const HeldOutText& text : held_out) {
        if (!text.label || text.label == trial.calibration.out_of_scope_class()) continue;
        const std::vector<float> chances = trial.calibration.probabilities(text.scores).classes;
        const auto best = std::max_element(chances.begin(), chances.end()) - chances.begin();
        right += static_cast<std::uint32_t>(best) == *text.label ? 1U : 0U;
        ++trial.held_out;
    }
    if (trial.held_out > 0) trial.accuracy = static_cast<double>(right) / static_cast<double>(trial.held_out);
}

Result<Trial> run_trial(const TrainingSet& set, const TrainingOptions& options,
                        const std::function<void(std::string_view)>& progress) {
    std::mt19937_64 random(options.seed);
    const std::vector<Part> part_of = hold_out_texts(set, random);
    const std::vector<bool> unseen = hold_out_classes(set, random);
    const TrainingSet learnt =
        only(set, [&](std::size_t i) { return part_of[i] == Part::learn && !unseen[set.classes[i]]; });
    const Result<ClassifierParts> parts = train_parts(learnt, options, progress);
    if (!parts) return parts.error();
    std::vector<HeldOutText> held_out;
    for (std::size_t i = 0; i < set.folded.size(); ++i) {
        const bool never_seen = unseen[set.classes[i]];
        if (part_of[i] == Part::learn && !never_seen) continue;
        HeldOutText text{parts->scores(set.folded[i]), set.classes[i]};
        if (never_seen) text.label.reset();
        held_out.push_back(std::move(text));
    }
    Trial trial{Calibration::fit(held_out, set.out_of_scope)};
    measure(trial, held_out);
    return trial;
}

}  // namespace

Result<TrainingOutcome> train_classifier(std::span<const LabelledText> examples,
                                         const TrainingOptions& options, const TrainingProgress& progress) {
    const TrainingSet set = make_set(examples);
    if (set.labels.size() < (set.out_of_scope ? 3U : 2U)) {
        return Error{ErrorCode::bad_training,
                     "training needs texts of at least two intents besides out_of_scope"};
    }
    double done = 0;
    const double steps = options.with_fasttext ? 4 : 2;
    const auto tell = [&](std::string_view step) {
        if (progress) progress(step, done / steps);
        done += 1;
    };
    const Result<Trial> trial = run_trial(set, options, tell);
    if (!trial) return trial.error();
    Result<ClassifierParts> parts = train_parts(set, options, tell);
    if (!parts) return parts.error();
    parts->calibration = trial->calibration;
    if (progress) progress("done", 1);
    return TrainingOutcome{std::make_shared<const TrainedClassifier>(std::move(*parts)), set.labels.size(),
                           trial->held_out, trial->accuracy};
}

}  // namespace parlance::nlu
