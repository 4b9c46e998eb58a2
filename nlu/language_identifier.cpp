#include "nlu/language_identifier.h"

#include <algorithm>
#include <cmath>

namespace parlance::nlu {

namespace {

// Languages differ in their commonest words and letters: a small model of few passes is enough, but of few
// texts it takes more of them.
constexpr std::size_t least_texts_seen = 20000;
constexpr std::size_t fewest_passes = 5;
constexpr std::size_t most_passes = 200;

FastTextTraining training_of(std::size_t languages, std::size_t texts, unsigned seed) {
    FastTextTraining training;
    training.classes = static_cast<std::uint32_t>(languages);
    training.dimensions = 16;
    training.epochs = static_cast<int>(std::clamp(least_texts_seen / texts, fewest_passes, most_passes));
    training.buckets = 20000;
    training.seed = static_cast<int>(seed);
    return training;
}

}  // namespace

Result<std::optional<LanguageIdentifier>> LanguageIdentifier::train(std::span<const std::string> texts,
                                                                    std::span<const std::string> languages,
                                                                    unsigned seed) {
    std::vector<std::string> tags;
    std::vector<std::string> told;
    std::vector<std::uint32_t> classes;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (languages[i].empty()) continue;
        const auto tag = std::find(tags.begin(), tags.end(), languages[i]);
        classes.push_back(static_cast<std::uint32_t>(tag - tags.begin()));
        if (tag == tags.end()) tags.push_back(languages[i]);
        told.push_back(texts[i]);
    }
    if (tags.size() < 2) return std::optional<LanguageIdentifier>();
    Result<FastTextModel> model =
        FastTextModel::train(told, classes, training_of(tags.size(), told.size(), seed));
    if (!model) return model.error();
    return std::optional<LanguageIdentifier>(LanguageIdentifier(std::move(tags), std::move(*model)));
}

LanguageScore LanguageIdentifier::identify(std::string_view folded) const {
    const std::vector<float> chances = model_.log_probabilities(folded);
    const auto best = std::max_element(chances.begin(), chances.end());
    return {tags_[static_cast<std::size_t>(best - chances.begin())], std::min(std::exp(*best), 1.0F)};
}

void LanguageIdentifier::write(SectionWriter& writer) const {
    writer.number(static_cast<std::uint32_t>(tags_.size()));
    for (const std::string& tag : tags_) writer.text(tag);
    writer.array(model_.bytes());
}

std::optional<LanguageIdentifier> LanguageIdentifier::read(SectionReader& reader) {
    std::vector<std::string> tags;
    const auto count = reader.number<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && reader.ok(); ++i) tags.emplace_back(reader.text());
    const auto bytes = reader.array<char>();
    if (!reader.ok() || tags.size() < 2) return std::nullopt;
    Result<FastTextModel> model = FastTextModel::from_bytes(bytes, count);
    if (!model) return std::nullopt;
    return LanguageIdentifier(std::move(tags), std::move(*model));
}

}  // namespace parlance::nlu
