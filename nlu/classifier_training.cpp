#include "nlu/classifier_training.h"

#include <algorithm>
#include <numeric>

namespace parlance::nlu {

namespace {

// fastText's room for subwords; more of them than texts can fill only lie in memory.
constexpr int buckets_a_text = 4;

// So many examples are kept to be found again, evenly taken.
constexpr std::size_t most_examples = 15000;

// Shares of the whole time that the steps take, about.
struct Shares {
    double lexical = 0.5;  // one training of two
    double encode = 0;
    double neural = 0;  // one training of two
};

// Keeps count of what is done.
class Reporter {
public:
    explicit Reporter(const TrainingProgress& progress) : progress_(progress) {}

    // Begins a step that takes this share of the whole.
    void begin(std::string_view step, double share) {
        done_ += share_;
        share_ = share;
        step_ = step;
        told_ = done_;
        if (progress_) progress_(step_, done_);
    }
    // Tells how much of the step is done, by whole percents of everything at least.
    void advance(double part) {
        const double now = done_ + part * share_;
        if (!progress_ || now < told_ + least_step) return;
        told_ = now;
        progress_(step_, now);
    }
    void finish() const {
        if (progress_) progress_("done", 1);
    }

private:
    static constexpr double least_step = 0.05;

    const TrainingProgress& progress_;
    std::string step_;
    double done_ = 0;
    double share_ = 0;
    double told_ = 0;
};

// One training in all its steps.
class Trainer {
public:
    Trainer(const TrainingSet& set, const TrainingOptions& options, Reporter& reporter)
        : set_(set),
          options_(options),
          head_(options.head.value_or(HeadOptions::for_set(set.texts.size(), set.labels.size()))),
          reporter_(reporter) {
        if (options.encoder) shares_ = {0.1, 0.2, 0.3};
    }

    void encode() {
        if (!options_.encoder) return;
        reporter_.begin("sentence encoder", shares_.encode);
        const bool copies = head_.copy_share > 0;
        encoded_ =
            EncodedTexts::of(set_, *options_.encoder, {options_.encoder_language, options_.seed, copies},
                             [this](double part) { reporter_.advance(part); });
    }

    Result<LexicalStage> train_lexical(std::span<const std::size_t> chosen) {
        reporter_.begin("linear model", shares_.lexical / 2);
        std::vector<std::string> folded;
        std::vector<std::uint32_t> classes;
        for (const std::size_t text : chosen) {
            folded.push_back(set_.folded[text]);
            classes.push_back(set_.classes[text]);
        }
        LexicalStage stage;
        const std::uint32_t least = is_broad(set_.texts.size(), set_.labels.size()) ? 2 : 1;
        stage.ngrams = NgramIndex::fit(folded, std::max(options_.min_texts, least));
        std::vector<LabelledFeatures> lines;
        lines.reserve(folded.size());
        for (std::size_t i = 0; i < folded.size(); ++i) {
            lines.push_back({stage.ngrams.features(folded[i]).features, classes[i]});
        }
        const auto count = static_cast<std::uint32_t>(set_.labels.size());
        stage.linear = LinearModel::train(lines, {count, stage.ngrams.size(), options_.c, options_.seed});
        reporter_.begin("fastText", shares_.lexical / 2);
        if (!options_.with_fasttext) return stage;
        FastTextTraining training = options_.fasttext;
        training.classes = count;
        training.buckets = std::min<int>(training.buckets, buckets_a_text * static_cast<int>(folded.size()));
        training.seed = static_cast<int>(options_.seed);
        Result<FastTextModel> model = FastTextModel::train(folded, classes, training);
        if (!model) return model.error();
        stage.fasttext = std::move(*model);
        return stage;
    }

    // Nothing without an encoder, or when none of the texts is in its language.
    std::optional<NeuralStage> train_neural(const LexicalStage& lexical,
                                            std::span<const std::size_t> chosen) {
        const bool possible =
            options_.encoder && std::any_of(chosen.begin(), chosen.end(),
                                            [this](std::size_t text) { return encoded_.has(text); });
        if (!possible) return std::nullopt;
        reporter_.begin("neural head", shares_.neural);
        return train_neural_stage(
            {set_, encoded_, lexical, chosen, options_.encoder, options_.encoder_language, options_.seed},
            head_, [this](double part) { reporter_.advance(part); });
    }

    Result<TrialOutcome> run_trial() {
        const TrialSplit split = split_for_trial(set_, options_.seed);
        const Result<LexicalStage> lexical = train_lexical(split.learnt);
        if (!lexical) return lexical.error();
        const std::optional<NeuralStage> neural = train_neural(*lexical, split.learnt);
        std::vector<TrialReading> readings;
        for (const std::size_t text : split.held_out) {
            std::optional<std::uint32_t> label = set_.classes[text];
            if (split.unseen[*label]) label.reset();
            const TextFeatures features = lexical->ngrams.features(set_.folded[text]);
            TrialReading reading{{lexical->scores(features, set_.folded[text]), label}, {}};
            if (neural && encoded_.has(text)) {
                reading.neural = {neural->scores(encoded_.pools(text), features, reading.lexical.scores),
                                  label};
            }
            readings.push_back(std::move(reading));
        }
        return calibrate(readings, set_.out_of_scope);
    }

    Result<ClassifierParts> train(const TrialOutcome& trial) {
        std::vector<std::size_t> all(set_.texts.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        Result<LexicalStage> lexical = train_lexical(all);
        if (!lexical) return lexical.error();
        auto languages = LanguageIdentifier::train(set_.folded, set_.languages, options_.seed);
        if (!languages) return languages.error();
        ClassifierParts parts{set_.labels,         SpellingCorrector::learn(set_.folded),
                              std::move(*lexical), std::nullopt,
                              NearestExamples(),   std::move(*languages)};
        parts.lexical.calibration = trial.lexical;
        if (trial.neural) parts.neural = train_neural(parts.lexical, all);
        if (parts.neural) {
            parts.neural->calibration = *trial.neural;
            parts.neural->sure = trial.sure;
        }
        add_examples(parts);
        return parts;
    }

private:
    void add_examples(ClassifierParts& parts) const {
        parts.examples = NearestExamples(parts.neural ? SentenceEncoder::output_width : 0);
        const std::size_t stride = (set_.texts.size() + most_examples - 1) / most_examples;
        for (std::size_t text = 0; text < set_.texts.size(); text += stride) {
            const TextFeatures features = parts.lexical.ngrams.features(set_.folded[text]);
            ExamplePlace place{features.features, {}};
            if (parts.neural && encoded_.has(text))
                place.meaning = encoded_.pools(text).first(SentenceEncoder::output_width);
            parts.examples.add(set_.texts[text], set_.classes[text], place);
        }
        parts.examples.finish();
    }

    const TrainingSet& set_;
    const TrainingOptions& options_;
    HeadOptions head_;
    Reporter& reporter_;
    Shares shares_;
    EncodedTexts encoded_;
};

}  // namespace

Result<TrainingOutcome> train_classifier(std::span<const LabelledText> examples,
                                         const TrainingOptions& options, const TrainingProgress& progress) {
    const TrainingSet set = make_training_set(examples);
    if (set.labels.size() < (set.out_of_scope ? 3U : 2U)) {
        return Error{ErrorCode::bad_training,
                     "training needs texts of at least two intents besides out_of_scope"};
    }
    Reporter reporter(progress);
    Trainer trainer(set, options, reporter);
    trainer.encode();
    const Result<TrialOutcome> trial = trainer.run_trial();
    if (!trial) return trial.error();
    Result<ClassifierParts> parts = trainer.train(*trial);
    if (!parts) return parts.error();
    reporter.finish();
    return TrainingOutcome{std::make_shared<const TrainedClassifier>(std::move(*parts)), set.labels.size(),
                           trial->point};
}

}  // namespace parlance::nlu
