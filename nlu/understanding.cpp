#include "nlu/understanding.h"

namespace parlance::nlu {

std::string_view to_text(SentimentLabel label) {
    switch (label) {
        case SentimentLabel::negative: return "negative";
        case SentimentLabel::neutral: return "neutral";
        case SentimentLabel::positive: return "positive";
    }
    return "neutral";
}

std::string_view to_text(Emotion emotion) {
    switch (emotion) {
        case Emotion::neutral: return "neutral";
        case Emotion::anger: return "anger";
        case Emotion::worry: return "worry";
        case Emotion::confusion: return "confusion";
        case Emotion::disappointment: return "disappointment";
        case Emotion::sadness: return "sadness";
        case Emotion::urgency: return "urgency";
        case Emotion::satisfaction: return "satisfaction";
        case Emotion::gratitude: return "gratitude";
        case Emotion::joy: return "joy";
    }
    return "neutral";
}

}  // namespace parlance::nlu
