#include "nlu/topic_tagger.h"

#include <algorithm>
#include <array>

#include "nlu/normaliser.h"
#include "nlu/phrase_table.h"
#include "nlu/stemmer.h"

namespace parlance::nlu {

// A topic's phrase found in a text.
struct TopicTagger::Named {
    const TopicName* topic = nullptr;
    std::size_t words = 0;
    TextSpan span;  // of the original

    bool overlaps(const Named& other) const {
        return span.begin < other.span.end && other.span.begin < span.end;
    }
};

namespace {

constexpr float least_implied = 0.4F;  // an intent less sure than this implies no topic

// A longer phrase is less likely to be there by chance: 0.8, 0.9, then 0.95.
double confidence_of(std::size_t words) {
    return words == 1 ? 0.8 : words == 2 ? 0.9 : 0.95;
}

// English nouns share the stem of a verb that may mean something else: "booking" and "book", "performance"
// and "perform". Only nouns stand for such a noun.
bool is_derived_noun(std::string_view word, std::string_view stem, std::string_view language) {
    if (language != "en") return false;
    if (word.ends_with('s')) word.remove_suffix(1);
    constexpr std::array<std::string_view, 5> endings{"ing", "ion", "ance", "ence", "ment"};
    return stem.size() < word.size() &&
           std::any_of(endings.begin(), endings.end(), [&](auto ending) { return word.ends_with(ending); });
}

struct ScoredTopic {
    TopicScore score;
    bool named = false;
};

// Adds a topic, or makes one that is there already surer: independent evidence.
void add(std::vector<ScoredTopic>& topics, const TopicName& topic, std::string_view phrase,
         double confidence) {
    const auto same = std::find_if(topics.begin(), topics.end(),
                                   [&](const ScoredTopic& other) { return other.score.topic == topic; });
    if (same == topics.end()) {
        topics.push_back({{topic, std::string(phrase), static_cast<float>(confidence)}, !phrase.empty()});
        return;
    }
    same->score.confidence = static_cast<float>(1 - (1 - same->score.confidence) * (1 - confidence));
}

}  // namespace

TopicTagger::TopicTagger(const Pack& pack) {
    for (const TopicSpec& topic : pack.topics) {
        for (const IntentName& intent : topic.intents) by_intent_.emplace(intent, topic.name);
        for (const auto& [language, phrases] : topic.phrases) {
            for (const std::string& phrase : phrases) {
                const std::vector<std::string> words = words_of(fold(phrase));
                if (words.empty()) continue;
                Phrase entry{{}, false, topic.name};
                for (const std::string& word : words) entry.stems.push_back(stem(word, language));
                entry.is_noun =
                    words.size() == 1 && is_derived_noun(words.front(), entry.stems.front(), language);
                phrases_[language][entry.stems.front()].push_back(std::move(entry));
            }
        }
    }
    // What belongs to no topic of the taxonomy keeps the group its intent file names.
    for (const IntentSpec& intent : pack.intents) {
        if (!intent.topic.empty()) by_intent_.emplace(intent.name, intent.topic);
    }
}

void TopicTagger::find_named(const FoldedText& folded, const std::vector<Word>& words,
                             const std::string& language, std::vector<Named>& named) const {
    const auto table = phrases_.find(language);
    if (table == phrases_.end()) return;
    std::vector<std::string> stems;
    for (const Word& word : words) stems.push_back(stem(word.text, language));
    const auto matches = [&](const Phrase& phrase, std::size_t at) {
        if (at + phrase.stems.size() > stems.size()) return false;
        if (phrase.is_noun && !is_derived_noun(words[at].text, stems[at], language)) return false;
        return std::equal(phrase.stems.begin(), phrase.stems.end(),
                          stems.begin() + static_cast<std::ptrdiff_t>(at));
    };
    for (std::size_t at = 0; at < words.size();) {
        const Phrase* longest = nullptr;
        const auto starting = table->second.find(stems[at]);
        if (starting != table->second.end()) {
            for (const Phrase& phrase : starting->second) {
                const bool longer = longest == nullptr || phrase.stems.size() > longest->stems.size();
                if (longer && matches(phrase, at)) longest = &phrase;
            }
        }
        const std::size_t length = longest == nullptr ? 1 : longest->stems.size();
        if (longest != nullptr) {
            named.push_back({&longest->topic, length,
                             folded.original({words[at].span.begin, words[at + length - 1].span.end})});
        }
        at += length;
    }
}

std::vector<TopicScore> TopicTagger::tag(std::string_view text, const Locale& locale, const IntentScore& best,
                                         std::span<const KeyPhrase> key_phrases) const {
    const FoldedText folded = fold_with_origins(text);
    const std::vector<Word> words = spanned_words(folded.text);
    std::vector<Named> named;
    find_named(folded, words, language_of(locale), named);
    std::vector<Named> of_any_language;
    find_named(folded, words, "any", of_any_language);
    for (const Named& one : of_any_language) {
        if (std::none_of(named.begin(), named.end(), [&](const Named& n) { return n.overlaps(one); }))
            named.push_back(one);
    }
    std::sort(named.begin(), named.end(),
              [](const Named& left, const Named& right) { return left.span < right.span; });
    // The key phrase around a topic's words, unless it holds the words of another topic as well.
    const auto whole_phrase = [&](const Named& one) {
        for (const KeyPhrase& key : key_phrases) {
            if (key.span.begin > one.span.begin || key.span.end < one.span.end) continue;
            const Named around{one.topic, 0, key.span};
            const bool only = std::all_of(named.begin(), named.end(), [&](const Named& other) {
                return *other.topic == *one.topic || !other.overlaps(around);
            });
            if (only) return key.span;
        }
        return one.span;
    };
    std::vector<ScoredTopic> topics;
    for (const Named& one : named) {
        const TextSpan span = whole_phrase(one);
        add(topics, *one.topic, text.substr(span.begin, span.length()), confidence_of(one.words));
    }
    const auto implied = by_intent_.find(best.intent);
    if (implied != by_intent_.end() && best.confidence >= least_implied)
        add(topics, implied->second, "", best.confidence);
    std::stable_sort(topics.begin(), topics.end(), [](const ScoredTopic& left, const ScoredTopic& right) {
        if (left.named != right.named) return left.named;
        return left.score.confidence > right.score.confidence;
    });
    std::vector<TopicScore> scores;
    for (ScoredTopic& topic : topics) scores.push_back(std::move(topic.score));
    return scores;
}

}  // namespace parlance::nlu
