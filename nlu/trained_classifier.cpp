#include "nlu/trained_classifier.h"

#include <algorithm>

#include "nlu/normaliser.h"
#include "nlu/unicode_text.h"

namespace parlance::nlu {

namespace {

// Whether the encoder has one piece for the whole word, which it has for the frequent ones.
bool is_frequent(const SentenceEncoder& encoder, std::string_view word) {
    thread_local TokenizerScratch scratch;
    const auto tokens = encoder.tokenizer().tokens_of(word, scratch);
    return tokens.size() == 1 && tokens[0] != 0;
}

// A message that is all in capitals is read as if it were not: the encoder knows few words in them.
std::string calmed(std::string_view text) {
    std::string small = to_lower_case(text);
    return small != text && to_upper_case(text) == text ? small : std::string(text);
}

std::string tidied(const ClassifierParts& parts, std::string_view text) {
    return parts.spelling.corrected(calmed(text), [&](std::string_view word) {
        if (!parts.neural) return false;
        const SentenceEncoder& encoder = *parts.neural->encoder;
        return is_frequent(encoder, word) || is_frequent(encoder, fold(word));
    });
}

// Whether the neural stage can read a folded text: it is in the encoder's language, as far as one can tell.
bool reads(const ClassifierParts& parts, std::string_view folded) {
    return parts.neural &&
           (!parts.languages || parts.languages->identify(folded).tag.starts_with(parts.neural->language));
}

// What the lexical stage makes of a text.
struct FirstReading {
    std::string text;  // tidied
    std::string folded;
    TextFeatures features;
    ModelScores scores;
    Calibration::Probabilities chances;
    bool enough = false;  // the neural stage is not needed, or cannot help

    FirstReading(const ClassifierParts& parts, std::string_view raw)
        : text(tidied(parts, raw)), folded(fold(text)) {
        features = parts.lexical.ngrams.features(folded);
        scores = parts.lexical.scores(features, folded);
        chances = parts.lexical.calibration.probabilities(scores);
        enough = !parts.neural || chances.best() >= parts.neural->sure || !reads(parts, folded);
    }
};

// What a thread encoded last: intent and sentiment are read from one message by one encoder.
struct LastEncoded {
    std::weak_ptr<const SentenceEncoder> encoder;
    std::string text;
    std::vector<float> pools = std::vector<float>(SentenceEncoder::width);

    bool is(const std::shared_ptr<const SentenceEncoder>& other, std::string_view other_text) const {
        return !encoder.owner_before(other) && !other.owner_before(encoder) && text == other_text;
    }
};

// The encoder's pools of a text; they stay until the thread asks for another text's.
std::span<const float> pools_of(const std::shared_ptr<const SentenceEncoder>& encoder,
                                std::string_view text) {
    thread_local LastEncoded last;
    if (!last.is(encoder, text)) {
        encoder->encode(text, last.pools);
        last.text = text;
        last.encoder = encoder;
    }
    return last.pools;
}

std::vector<IntentScore> ranked(const ClassifierParts& parts, const Calibration::Probabilities& chances) {
    const auto own = parts.lexical.calibration.out_of_scope_class();
    std::vector<std::pair<float, std::uint32_t>> order;  // confidence and class; out_of_scope is behind all
    order.reserve(parts.labels.size() + 1);
    const auto classes = static_cast<std::uint32_t>(parts.labels.size());
    for (std::uint32_t i = 0; i < classes; ++i) {
        if (i != own) order.emplace_back(chances.classes[i], i);
    }
    order.emplace_back(chances.out_of_scope, classes);
    std::sort(order.begin(), order.end(), [](const auto& left, const auto& right) {
        return left.first > right.first || (left.first == right.first && left.second < right.second);
    });
    std::vector<IntentScore> result;
    result.reserve(order.size());
    for (const auto& [confidence, index] : order)
        result.push_back({index < classes ? parts.labels[index] : out_of_scope_intent(), confidence});
    return result;
}

}  // namespace

std::vector<IntentScore> TrainedClassifier::classify(std::string_view text, const Locale& /*locale*/) const {
    FirstReading reading(parts_, text);
    if (!reading.enough) {
        const NeuralStage& neural = *parts_.neural;
        reading.chances = neural.calibration.probabilities(
            neural.scores(pools_of(neural.encoder, reading.text), reading.features, reading.scores));
    }
    return ranked(parts_, reading.chances);
}

std::string_view TrainedClassifier::method() const {
    if (parts_.neural) return parts_.lexical.fasttext ? "linear+fasttext+encoder" : "linear+encoder";
    return parts_.lexical.fasttext ? "linear+fasttext" : "linear";
}

bool TrainedClassifier::exits_early(std::string_view text) const {
    return parts_.neural && FirstReading(parts_, text).chances.best() >= parts_.neural->sure;
}

std::vector<SimilarExample> TrainedClassifier::similar_examples(std::string_view text,
                                                                std::size_t count) const {
    const std::string tidy = tidied(parts_, text);
    const std::string folded = fold(tidy);
    const TextFeatures features = parts_.lexical.ngrams.features(folded);
    ExamplePlace place{features.features, {}};
    if (reads(parts_, folded)) {
        place.meaning = pools_of(parts_.neural->encoder, tidy).first(SentenceEncoder::output_width);
    }
    std::vector<SimilarExample> result;
    for (NearestExample& example : parts_.examples.find(place, count)) {
        result.push_back({parts_.labels[example.label], std::move(example.text), example.similarity});
    }
    return result;
}

std::optional<LanguageScore> TrainedClassifier::language_of(std::string_view text) const {
    if (!parts_.languages) return std::nullopt;
    return parts_.languages->identify(fold(text));
}

void TrainedClassifier::write(SectionWriter& writer) const {
    writer.number(static_cast<std::uint32_t>(parts_.labels.size()));
    for (const IntentName& label : parts_.labels) writer.text(label.text);
    parts_.spelling.write(writer);
    parts_.lexical.write(writer);
    parts_.examples.write(writer);
    writer.number(static_cast<std::uint8_t>(parts_.neural ? 1 : 0));
    if (parts_.neural) parts_.neural->write(writer);
    writer.number(static_cast<std::uint8_t>(parts_.languages ? 1 : 0));
    if (parts_.languages) parts_.languages->write(writer);
}

std::shared_ptr<const TrainedClassifier> TrainedClassifier::read(
    SectionReader& reader, std::shared_ptr<const SentenceEncoder> encoder) {
    ClassifierParts parts;
    const auto count = reader.number<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && reader.ok(); ++i)
        parts.labels.push_back({std::string(reader.text())});
    const bool whole = reader.ok() && !parts.labels.empty() && parts.spelling.read(reader) &&
                       parts.lexical.read(reader) && parts.lexical.classes() == parts.labels.size() &&
                       parts.examples.read(reader, parts.labels.size());
    if (!whole) return nullptr;
    if (reader.number<std::uint8_t>() != 0) {
        parts.neural.emplace();
        parts.neural->encoder = std::move(encoder);
        const bool fits = parts.neural->encoder != nullptr &&
                          parts.neural->read(reader, parts.labels.size(), parts.lexical.ngrams.size());
        if (!fits) return nullptr;
    }
    if (reader.number<std::uint8_t>() != 0) {
        parts.languages = LanguageIdentifier::read(reader);
        if (!parts.languages) return nullptr;
    }
    return reader.ok() ? std::make_shared<const TrainedClassifier>(std::move(parts)) : nullptr;
}

}  // namespace parlance::nlu
