#include "nlu/key_phrases.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include "nlu/phrase_table.h"
#include "nlu/stemmer.h"
#include "nlu/stop_words.h"
#include "nlu/unicode_text.h"

namespace parlance::nlu {

namespace {

struct ContentWord {
    TextSpan span;             // of the folded text
    std::size_t position = 0;  // counted over all words
    std::string stem;
};

using Run = std::vector<ContentWord>;

// Phrases of equal stems.
struct Candidate {
    std::vector<std::string> stems;
    TextSpan span;             // of the first, in the folded text
    std::size_t position = 0;  // of its first word
    std::size_t times = 0;
    double score = 0;
};

// What stands around a position up to the next white space: "anna@example.com" around its "anna".
std::string_view chunk_around(std::string_view text, const TextSpan& word) {
    const std::size_t before = text.substr(0, word.begin).find_last_of(' ');
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    return text.substr(begin, std::min(text.find(' ', word.end), text.size()) - begin);
}

// Amounts, numbers of accounts, addresses and links: never repeated as a key phrase.
bool is_private(std::string_view chunk) {
    return chunk.find_first_of("0123456789@_") != std::string_view::npos ||
           chunk.find("://") != std::string_view::npos || chunk.starts_with("www.");
}

bool is_content(std::string_view text, const TextSpan& span, std::string_view language) {
    const std::string_view word = text.substr(span.begin, span.length());
    constexpr std::size_t shortest = 2;  // "tv"; a letter alone says nothing
    if (word.size() < shortest || word.find('.') != std::string_view::npos) return false;
    return !is_private(chunk_around(text, span)) && !is_stop_word(word, language);
}

// Words that nothing but a space or a hyphen keeps apart belong together.
bool is_joined(std::string_view text, const TextSpan& left, const TextSpan& right) {
    const std::string_view between = text.substr(left.end, right.begin - left.end);
    return between == " " || between == "-";
}

// Maximal runs of content words; a longer one is cut from its end, where the head of a phrase stands.
std::vector<Run> content_runs(std::string_view text, std::string_view language) {
    std::vector<Run> runs;
    bool open = false;
    TextSpan last;
    std::size_t position = 0;
    for (const TextSpan& span : words_between_breaks(text)) {
        open = open && is_joined(text, last, span);
        last = span;
        const std::size_t at = position++;
        if (!is_content(text, span, language)) {
            open = false;
            continue;
        }
        if (!open) runs.emplace_back();
        runs.back().push_back({span, at, stem(text.substr(span.begin, span.length()), language)});
        open = true;
    }
    std::vector<Run> cut;
    for (const Run& run : runs) {
        auto begin = run.begin();
        auto left = static_cast<std::size_t>(run.size());
        while (left > 0) {
            const std::size_t length = (left - 1) % longest_key_phrase + 1;
            cut.emplace_back(begin, begin + static_cast<std::ptrdiff_t>(length));
            begin += static_cast<std::ptrdiff_t>(length);
            left -= length;
        }
    }
    return cut;
}

std::vector<Candidate> candidates_of(const std::vector<Run>& runs) {
    std::vector<Candidate> candidates;
    for (const Run& run : runs) {
        std::vector<std::string> stems;
        for (const ContentWord& word : run) stems.push_back(word.stem);
        const auto same = std::find_if(candidates.begin(), candidates.end(),
                                       [&](const Candidate& other) { return other.stems == stems; });
        if (same == candidates.end()) {
            candidates.push_back({std::move(stems),
                                  {run.front().span.begin, run.back().span.end},
                                  run.front().position,
                                  1,
                                  0});
        } else {
            ++same->times;
        }
    }
    return candidates;
}

// Degree over frequency of the words, more for what is repeated, less for what comes late; in [0, 1).
void score(std::vector<Candidate>& candidates) {
    struct WordCount {
        double degree = 0;
        double frequency = 0;
    };
    std::map<std::string_view, WordCount> words;
    for (const Candidate& candidate : candidates) {
        for (const std::string& stem : candidate.stems) {
            words[stem].degree += static_cast<double>(candidate.stems.size() * candidate.times);
            words[stem].frequency += static_cast<double>(candidate.times);
        }
    }
    for (Candidate& candidate : candidates) {
        double sum = 0;
        for (const std::string& stem : candidate.stems) sum += words[stem].degree / words[stem].frequency;
        sum *= 1 + std::log(static_cast<double>(candidate.times));
        constexpr double words_to_fade = 10;
        const double late = static_cast<double>(candidate.position) / words_to_fade;
        candidate.score = sum / (1 + sum) / std::log(std::numbers::e + late);
    }
}

bool holds(const Candidate& candidate, const std::string& stem) {
    return std::find(candidate.stems.begin(), candidate.stems.end(), stem) != candidate.stems.end();
}

}  // namespace

std::vector<KeyPhrase> find_key_phrases(std::string_view text, const Locale& locale) {
    const FoldedText folded = fold_with_origins(text);
    auto candidates = candidates_of(content_runs(folded.text, language_of(locale)));
    score(candidates);
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& left, const Candidate& right) { return left.score > right.score; });
    std::vector<KeyPhrase> phrases;
    for (auto one = candidates.begin(); one != candidates.end() && phrases.size() < most_key_phrases; ++one) {
        const bool told =
            one->stems.size() == 1 && std::any_of(candidates.begin(), one, [&](const Candidate& better) {
                return holds(better, one->stems.front());
            });
        if (told) continue;
        phrases.push_back({folded.text.substr(one->span.begin, one->span.length()),
                           folded.original(one->span), static_cast<float>(one->score)});
    }
    return phrases;
}

}  // namespace parlance::nlu
