#include "nlu/topic_tagger.h"

#include <algorithm>
#include <span>

#include "nlu/phrase_table.h"

namespace parlance::nlu {

namespace {

constexpr std::size_t longest_phrase = 8;  // words

// A longer phrase is less likely to be there by chance: 0.8, 0.9, then 0.95.
double confidence_of(std::size_t words) {
    return words == 1 ? 0.8 : words == 2 ? 0.9 : 0.95;
}

// Adds a topic, or makes one that is there already surer: independent evidence.
void add(std::vector<TopicScore>& scores, const TopicName& topic, std::string_view phrase,
         double confidence) {
    const auto same = std::find_if(scores.begin(), scores.end(),
                                   [&](const TopicScore& score) { return score.topic == topic; });
    if (same == scores.end()) {
        scores.push_back({topic, std::string(phrase), static_cast<float>(confidence)});
        return;
    }
    same->confidence = static_cast<float>(1 - (1 - same->confidence) * (1 - confidence));
    if (same->phrase.empty()) same->phrase = phrase;
}

}  // namespace

TopicTagger::TopicTagger(const Pack& pack) {
    for (const IntentSpec& intent : pack.intents) {
        if (!intent.topic.empty()) by_intent_.emplace(intent.name, intent.topic);
    }
    for (const TopicSpec& topic : pack.topics) {
        for (const IntentName& intent : topic.intents) by_intent_.emplace(intent, topic.name);
        for (const auto& [language, phrases] : topic.phrases) {
            for (const std::string& phrase : phrases)
                phrases_[language].emplace(phrase_key(phrase), topic.name);
        }
    }
}

std::vector<TopicScore> TopicTagger::tag(std::string_view text, const Locale& locale,
                                         const IntentScore& best) const {
    std::vector<TopicScore> scores;
    const FoldedText folded = fold_with_origins(text);
    const std::vector<Word> words = spanned_words(folded.text);
    for (std::size_t at = 0; at < words.size();) {
        const TopicName* topic = nullptr;
        std::size_t length = 0;
        for (const std::string& language : {language_of(locale), std::string("any")}) {
            const auto phrases = phrases_.find(language);
            if (phrases == phrases_.end()) continue;
            std::string key;
            for (std::size_t count = 1; count <= longest_phrase && at + count <= words.size(); ++count) {
                if (count > 1) key.push_back(' ');
                key.append(words[at + count - 1].text);
                const auto found = phrases->second.find(key);
                if (found == phrases->second.end() || count <= length) continue;
                topic = &found->second;
                length = count;
            }
        }
        if (topic != nullptr) {
            const TextSpan span = folded.original({words[at].span.begin, words[at + length - 1].span.end});
            add(scores, *topic, text.substr(span.begin, span.length()), confidence_of(length));
        }
        at += std::max<std::size_t>(length, 1);
    }
    const auto named = by_intent_.find(best.intent);
    if (named != by_intent_.end()) add(scores, named->second, "", best.confidence);
    std::stable_sort(scores.begin(), scores.end(), [](const TopicScore& left, const TopicScore& right) {
        return left.confidence > right.confidence;
    });
    return scores;
}

}  // namespace parlance::nlu
