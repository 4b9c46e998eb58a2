#include "nlu/sentiment_analyzer.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "nlu/feeling.h"
#include "nlu/phrase_table.h"

namespace parlance::nlu {

namespace {

constexpr std::size_t window = 3;         // words before a phrase that can change it
constexpr double negated_share = -0.7;    // "not good" is bad, though less than "bad"
constexpr double before_but_share = 0.5;  // in "nice app but slow" the second half is the point
constexpr double exclamation_factor = 1.15;
constexpr double neutral_band = 0.2;

// An emoji of polarity 1 makes a positive reading e times as likely, and a negative one as much less.
constexpr double emoji_log_odds = 1;

// The spellings of a lexicon's phrases, made ready to compare.
std::map<std::string, double, std::less<>> with_keys(
    const std::map<std::string, double, std::less<>>& words) {
    std::map<std::string, double, std::less<>> result;
    for (const auto& [phrase, value] : words) result.emplace(phrase_key(phrase), value);
    return result;
}

SentimentLexicon with_keys(const SentimentLexicon& lexicon) {
    SentimentLexicon result{with_keys(lexicon.words), {}, with_keys(lexicon.intensifiers), {}};
    for (const std::string& word : lexicon.negations) result.negations.push_back(phrase_key(word));
    std::sort(result.negations.begin(), result.negations.end());
    for (const auto& [phrase, emotion] : lexicon.emotions)
        result.emotions.emplace(phrase_key(phrase), emotion);
    return result;
}

// The longest phrase of up to four words that starts at `at`, and its length; {nullptr, 0} when none does.
template <typename Value>
std::pair<const Value*, std::size_t> longest_phrase(const std::map<std::string, Value, std::less<>>& phrases,
                                                    const std::vector<Word>& words, std::size_t at) {
    std::pair<const Value*, std::size_t> best{nullptr, 0};
    std::string key;
    for (std::size_t count = 1; count <= 4 && at + count <= words.size(); ++count) {
        if (count > 1) key.push_back(' ');
        key.append(words[at + count - 1].text);
        const auto found = phrases.find(key);
        if (found != phrases.end()) best = {&found->second, count};
    }
    return best;
}

// One message being read with one lexicon.
class Reading {
public:
    Reading(const SentimentLexicon& lexicon, const std::string& folded)
        : lexicon_(lexicon), folded_(folded), words_(spanned_words(folded)) {
        feeling_.assign(words_.size(), 0);
    }

    double sum_polarity() {
        double sum = 0;
        for (std::size_t at = 0; at < words_.size();) {
            if (is_but(at)) sum *= before_but_share;
            const auto [value, count] = longest_phrase(lexicon_.words, words_, at);
            if (value != nullptr) {
                sum += *value * context_factor(at);
                std::fill_n(feeling_.begin() + static_cast<std::ptrdiff_t>(at), count, 1);
            }
            at += std::max<std::size_t>(count, 1);
        }
        return sum;
    }

    // The emotion with the most words of evidence; the first in the enumeration's order wins a draw.
    Emotion strongest_emotion() const {
        std::array<std::size_t, 10> evidence{};
        for (std::size_t at = 0; at < words_.size();) {
            const auto [emotion, count] = longest_phrase(lexicon_.emotions, words_, at);
            if (emotion != nullptr && !is_negated(at)) evidence[static_cast<std::size_t>(*emotion)] += count;
            at += std::max<std::size_t>(count, 1);
        }
        const auto best = std::max_element(evidence.begin(), evidence.end());
        return *best == 0 ? Emotion::neutral : static_cast<Emotion>(best - evidence.begin());
    }

    double share_of_feeling() const {
        const auto count = std::count(feeling_.begin(), feeling_.end(), 1);
        return words_.empty() ? 0 : static_cast<double>(count) / static_cast<double>(words_.size());
    }

private:
    bool is_but(std::size_t at) const {
        const std::string& word = words_[at].text;
        return word == "but" || word == "aber" || word == "however" || word == "doch";
    }

    // True when a clause ends between the words before and at `at`.
    bool clause_starts_at(std::size_t at) const {
        const std::size_t from = words_[at - 1].span.end;
        const std::string_view between = std::string_view(folded_).substr(from, words_[at].span.begin - from);
        return between.find_first_of(",.;:!?") != std::string_view::npos || is_but(at - 1);
    }

    bool is_negation(const Word& word) const {
        if (std::binary_search(lexicon_.negations.begin(), lexicon_.negations.end(), word.text)) return true;
        const bool contracts = std::binary_search(lexicon_.negations.begin(), lexicon_.negations.end(), "nt");
        if (!contracts) return false;
        static constexpr std::array<std::string_view, 18> contracted{
            "arent", "cant",   "couldnt", "didnt", "doesnt",   "dont",  "hadnt",  "hasnt", "havent",
            "isnt",  "mustnt", "neednt",  "shant", "shouldnt", "wasnt", "werent", "wont",  "wouldnt"};
        return std::binary_search(contracted.begin(), contracted.end(), std::string_view(word.text));
    }

    bool is_negated(std::size_t at) const {
        for (std::size_t back = 1; back <= window && back <= at; ++back) {
            if (clause_starts_at(at - back + 1)) return false;
            if (is_negation(words_[at - back])) return true;
        }
        return false;
    }

    // What stands before a phrase turns, strengthens or weakens it.
    double context_factor(std::size_t at) const {
        double factor = is_negated(at) ? negated_share : 1;
        for (std::size_t back = 1; back <= window && back <= at; ++back) {
            if (clause_starts_at(at - back + 1)) break;
            const auto [value, count] = longest_phrase(lexicon_.intensifiers, words_, at - back);
            if (value != nullptr && count == back) {
                factor *= *value;
                break;
            }
        }
        return factor;
    }

    const SentimentLexicon& lexicon_;
    const std::string& folded_;
    std::vector<Word> words_;
    std::vector<int> feeling_;  // 1 for each word that carries feeling
};

// How often each emoji occurs, times its polarity.
double sum_emoji(const std::map<std::string, double>& emoji, std::string_view folded) {
    double sum = 0;
    for (const auto& [sign, polarity] : emoji) {
        for (std::size_t at = folded.find(sign); at != std::string_view::npos;
             at = folded.find(sign, at + sign.size())) {
            sum += polarity;
        }
    }
    return sum;
}

SentimentLabel label_of(double polarity) {
    if (polarity >= neutral_band) return SentimentLabel::positive;
    return polarity <= -neutral_band ? SentimentLabel::negative : SentimentLabel::neutral;
}

}  // namespace

SentimentAnalyzer::SentimentAnalyzer(std::map<Locale, SentimentLexicon> lexicons,
                                     std::map<std::string, double> emoji) {
    for (const auto& [locale, lexicon] : lexicons) lexicons_.emplace(locale, with_keys(lexicon));
    for (const auto& [sign, polarity] : emoji) {
        const std::string key = fold(sign);
        if (!key.empty()) emoji_.emplace(key, polarity);
    }
}

Sentiment SentimentAnalyzer::analyze(std::string_view text, const Locale& locale) const {
    const std::string folded = fold(text);
    const double emoji = sum_emoji(emoji_, folded);
    if (classifier_ && !words_of(folded).empty()) return by_classifier(text, locale, emoji);
    return by_lexicon(folded, locale, emoji);
}

Sentiment SentimentAnalyzer::by_classifier(std::string_view text, const Locale& locale, double emoji) const {
    std::vector<IntentScore> scores = classifier_->classify(text, locale);
    for (IntentScore& score : scores) {
        const auto feeling = feeling_named(score.intent.text);
        if (!feeling || feeling->label == SentimentLabel::neutral) continue;
        const double side = feeling->label == SentimentLabel::positive ? 1 : -1;
        score.confidence *= static_cast<float>(std::exp(side * emoji_log_odds * emoji));
    }
    return sentiment_of(scores);
}

Sentiment SentimentAnalyzer::by_lexicon(const std::string& folded, const Locale& locale, double emoji) const {
    double sum = emoji;
    double share = sum != 0 ? 0.3 : 0;
    Sentiment result;
    const auto lexicon = lexicons_.find(Locale{language_of(locale)});
    if (lexicon != lexicons_.end()) {
        Reading reading(lexicon->second, folded);
        sum += reading.sum_polarity();
        share += reading.share_of_feeling();
        result.emotion = reading.strongest_emotion();
    }
    if (folded.find('!') != std::string::npos) sum *= exclamation_factor;
    const double polarity = sum / std::sqrt(1 + sum * sum);
    result.polarity = static_cast<float>(polarity);
    result.label = label_of(polarity);
    const double clearness = result.label == SentimentLabel::neutral ? 0.2 : std::abs(polarity);
    result.confidence = static_cast<float>(std::min(1.0, 0.4 + 0.4 * clearness + 0.6 * std::min(share, 1.0)));
    return result;
}

}  // namespace parlance::nlu
