#include "nlu/feeling.h"

#include <algorithm>
#include <array>

namespace parlance::nlu {

namespace {

constexpr std::array labels{SentimentLabel::negative, SentimentLabel::neutral, SentimentLabel::positive};
constexpr std::array emotions{
    Emotion::neutral, Emotion::anger,   Emotion::worry,        Emotion::confusion, Emotion::disappointment,
    Emotion::sadness, Emotion::urgency, Emotion::satisfaction, Emotion::gratitude, Emotion::joy};

template <typename Values>
auto named(const Values& values, std::string_view name) -> std::optional<typename Values::value_type> {
    const auto found =
        std::find_if(values.begin(), values.end(), [&](auto value) { return to_text(value) == name; });
    if (found == values.end()) return std::nullopt;
    return *found;
}

template <typename Values>
std::size_t place_of_largest(const Values& values) {
    return static_cast<std::size_t>(std::max_element(values.begin(), values.end()) - values.begin());
}

}  // namespace

std::optional<SentimentLabel> sentiment_label_named(std::string_view name) {
    return named(labels, name);
}

std::optional<Emotion> emotion_named(std::string_view name) {
    return named(emotions, name);
}

SentimentLabel usual_label(Emotion emotion) {
    switch (emotion) {
        case Emotion::anger:
        case Emotion::worry:
        case Emotion::disappointment:
        case Emotion::sadness: return SentimentLabel::negative;
        case Emotion::satisfaction:
        case Emotion::gratitude:
        case Emotion::joy: return SentimentLabel::positive;
        case Emotion::neutral:
        case Emotion::confusion:
        case Emotion::urgency: return SentimentLabel::neutral;
    }
    return SentimentLabel::neutral;
}

IntentName class_name(const Feeling& feeling) {
    return {std::string(to_text(feeling.label)) + "/" + std::string(to_text(feeling.emotion))};
}

std::optional<Feeling> feeling_named(std::string_view name) {
    const std::size_t slash = name.find('/');
    if (slash != std::string_view::npos) {
        const auto label = sentiment_label_named(name.substr(0, slash));
        const auto emotion = emotion_named(name.substr(slash + 1));
        if (!label || !emotion) return std::nullopt;
        return Feeling{*label, *emotion};
    }
    if (const auto label = sentiment_label_named(name)) return Feeling{*label, Emotion::neutral};
    if (const auto emotion = emotion_named(name)) return Feeling{usual_label(*emotion), *emotion};
    return std::nullopt;
}

Sentiment sentiment_of(std::span<const IntentScore> scores) {
    std::array<std::array<float, emotions.size()>, labels.size()> chances{};
    std::array<float, labels.size()> of_label{};
    float sum = 0;
    for (const IntentScore& score : scores) {
        const auto feeling = feeling_named(score.intent.text);
        if (!feeling) continue;
        const auto label = static_cast<std::size_t>(feeling->label);
        chances[label][static_cast<std::size_t>(feeling->emotion)] += score.confidence;
        of_label[label] += score.confidence;
        sum += score.confidence;
    }
    if (sum <= 0) return {};
    const std::size_t best = place_of_largest(of_label);
    Sentiment result;
    result.label = static_cast<SentimentLabel>(best);
    result.emotion = static_cast<Emotion>(place_of_largest(chances[best]));
    result.confidence = of_label[best] / sum;
    result.polarity = (of_label[static_cast<std::size_t>(SentimentLabel::positive)] -
                       of_label[static_cast<std::size_t>(SentimentLabel::negative)]) /
                      sum;
    return result;
}

}  // namespace parlance::nlu
