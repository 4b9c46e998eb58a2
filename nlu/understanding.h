#pragma once

#include <optional>
#include <string>
#include <vector>

#include "intents/clock.h"
#include "intents/locale.h"
#include "intents/name.h"
#include "intents/slot_value.h"

namespace parlance::nlu {

// Bytes of Utterance::text, end exclusive.
struct TextSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
    auto operator<=>(const TextSpan&) const = default;
    std::size_t length() const { return end - begin; }
};

// What a customer wrote: valid UTF-8, NFC, at most `max_utterance_bytes`, not blank.
struct Utterance {
    std::string text;
    Locale locale;
    TimePoint received_at;
};

// A candidate intent; confidence is calibrated, in [0, 1].
struct IntentScore {
    IntentName intent;
    float confidence = 0;
    bool operator==(const IntentScore&) const = default;
};

struct Entity {
    EntityKind kind;
    TextSpan span;
    SlotValue value;
    float confidence = 1;
    bool operator==(const Entity&) const = default;
};

enum class SentimentLabel { negative, neutral, positive };
enum class Emotion {
    neutral,
    anger,
    worry,
    confusion,
    disappointment,
    sadness,
    urgency,
    satisfaction,
    gratitude,
    joy
};

std::string_view to_text(SentimentLabel label);
std::string_view to_text(Emotion emotion);

struct Sentiment {
    SentimentLabel label = SentimentLabel::neutral;
    float polarity = 0;  // -1 .. +1
    float confidence = 0;
    Emotion emotion = Emotion::neutral;
    bool operator==(const Sentiment&) const = default;
};

// A topic of the pack's taxonomy, with the words that named it ("" when the intent did).
struct TopicScore {
    TopicName topic;
    std::string phrase;
    float confidence = 0;
    bool operator==(const TopicScore&) const = default;
};

// Words that say what an utterance is about, whether or not the pack knows them as a topic.
struct KeyPhrase {
    std::string phrase;  // as written, folded
    TextSpan span;
    float score = 0;  // in [0, 1]
    bool operator==(const KeyPhrase&) const = default;
};

// A part of an utterance that is a request of its own.
struct Clause {
    TextSpan span;
    std::vector<IntentScore> intents;  // best first, never empty
    bool operator==(const Clause&) const = default;

    const IntentScore& best() const { return intents.front(); }
};

// In which language something is written; confidence in [0, 1].
struct LanguageScore {
    std::string tag;  // BCP 47
    float confidence = 0;
    bool operator==(const LanguageScore&) const = default;
};

// Everything read from one utterance.
struct Understanding {
    Utterance utterance;
    std::vector<IntentScore> intents;  // best first, never empty; "out_of_scope" is a member like the others
    std::vector<Entity> entities;      // by position, never overlapping
    Sentiment sentiment;
    std::vector<TopicScore> topics;        // best first
    std::vector<KeyPhrase> key_phrases{};  // best first, at most 5
    std::vector<Clause>
        clauses{};  // in order; empty, or two or three when the message holds several requests
    std::optional<LanguageScore> language =
        std::nullopt;             // as it reads; nothing from a single-language model
    bool begins_with_no = false;  // "no, ...": what was said before is turned down
    bool declines = false;        // "I don't want to ...": the best intent is what the customer does not want

    const IntentScore& best() const { return intents.front(); }
};

}  // namespace parlance::nlu
