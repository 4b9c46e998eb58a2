#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "nlu/understanding.h"

namespace parlance::nlu {

std::optional<SentimentLabel> sentiment_label_named(std::string_view name);
std::optional<Emotion> emotion_named(std::string_view name);

// How an emotion usually sounds: worry is negative, urgency and confusion by themselves are neutral.
SentimentLabel usual_label(Emotion emotion);

// What a sentiment classifier's class stands for. Its name is "negative/anger" when lines say both, else the
// one they say: "negative", "anger".
struct Feeling {
    SentimentLabel label = SentimentLabel::neutral;
    Emotion emotion = Emotion::neutral;
    bool operator==(const Feeling&) const = default;
};

IntentName class_name(const Feeling& feeling);
// Nothing for other names. An emotion alone has its usual label; a label alone has no emotion.
std::optional<Feeling> feeling_named(std::string_view name);

// The likeliest label over all classes and, among its classes, the likeliest emotion. Classes whose names are
// no feelings do not count. polarity: how much likelier positive is than negative; confidence: the label's.
Sentiment sentiment_of(std::span<const IntentScore> scores);

}  // namespace parlance::nlu
