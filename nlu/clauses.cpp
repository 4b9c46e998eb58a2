#include "nlu/clauses.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>

#include "nlu/normaliser.h"
#include "nlu/phrase_table.h"
#include "nlu/request_words.h"
#include "nlu/tokens.h"

namespace parlance::nlu {

namespace {

constexpr std::size_t fewest_words = 2;

struct JoiningWords {
    std::span<const std::string_view> begin;  // join by themselves
    std::span<const std::string_view> go_on;  // and these behind them, or behind a sentence's end
};

constexpr std::array<std::string_view, 3> english_begin{"and", "then", "plus"};
constexpr std::array<std::string_view, 8> english_go_on{"and",     "then", "plus",    "also",
                                                        "finally", "next", "besides", "additionally"};
constexpr std::array<std::string_view, 1> german_begin{"und"};
constexpr std::array<std::string_view, 8> german_go_on{"und",  "dann",      "danach",     "auch",
                                                       "noch", "ausserdem", "zusätzlich", "anschliessend"};

bool among(std::span<const std::string_view> words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// A word of the text as it stands between white space, marks at its end apart.
struct SpacedWord {
    TextSpan span;  // without the mark
    char mark = 0;  // one of , ; . ? ! at its end, or none
    std::string folded;
};

std::vector<SpacedWord> spaced_words(std::string_view text) {
    std::vector<SpacedWord> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at) {
            std::size_t stop = text.find_last_not_of(",;.?!", end - 1);
            stop = stop == std::string_view::npos || stop < at ? at : stop + 1;
            SpacedWord word{{at, stop}, stop < end ? text[end - 1] : '\0', fold(text.substr(at, stop - at))};
            // "on the 3. of May" is no sentence's end, "1, 2" no list of requests.
            const bool number = stop > at && std::isdigit(static_cast<unsigned char>(text[stop - 1])) != 0;
            if (number && (word.mark == '.' || word.mark == ',')) word.mark = '\0';
            words.push_back(std::move(word));
        }
        at = end + 1;
    }
    return words;
}

// A piece's words without what says nothing in front.
std::vector<std::string> request_words(std::string_view piece, const std::string& language) {
    std::vector<std::string> words = words_of(fold(piece));
    const auto first = std::find_if_not(words.begin(), words.end(), [&](const std::string& word) {
        return is_request_word(word, RequestWord::filler, language);
    });
    words.erase(words.begin(), first);
    return words;
}

bool has_any(const std::vector<std::string>& words, RequestWord kind, const std::string& language) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return is_request_word(word, kind, language); });
}

bool is_request(const std::vector<std::string>& words, const std::string& language) {
    if (words.empty()) return false;
    const auto is = [&](std::size_t at, RequestWord kind) {
        return at < words.size() && is_request_word(words[at], kind, language);
    };
    const auto is_speaker = [&](std::size_t at) {
        return at < words.size() &&
               (words[at] == "i" || words[at] == "we" || words[at] == "ich" || words[at] == "wir");
    };
    if (is(0, RequestWord::question) || is(0, RequestWord::wisher) || is(0, RequestWord::imperative))
        return true;
    if (is(0, RequestWord::auxiliary) && is(1, RequestWord::subject)) return true;
    if (is(0, RequestWord::wish) && is_speaker(1)) return true;
    const std::size_t said = is(1, RequestWord::filler) ? 2 : 1;
    if (is_speaker(0) && is(said, RequestWord::wish)) return true;
    return words.size() >= fewest_words && is(words.size() - 1, RequestWord::infinitive);
}

}  // namespace

std::vector<Joint> find_joints(std::string_view text, const Locale& locale) {
    const bool is_german = language_of(locale) == "de";
    const JoiningWords joining =
        is_german ? JoiningWords{german_begin, german_go_on} : JoiningWords{english_begin, english_go_on};
    const std::vector<SpacedWord> words = spaced_words(text);
    std::vector<Joint> joints;
    std::size_t piece_begin = 0;  // a word
    for (std::size_t at = 1; at < words.size(); ++at) {
        if (at < piece_begin + fewest_words) continue;
        const bool marked = words[at - 1].mark != '\0';
        if (!marked && !among(joining.begin, words[at].folded)) continue;
        std::size_t next = at;
        bool sequence = false;
        while (next < words.size() && words[next].mark == '\0' && among(joining.go_on, words[next].folded)) {
            sequence = sequence || !(words[next].folded == "and" || words[next].folded == "und");
            ++next;
        }
        if (next + fewest_words > words.size()) break;
        joints.push_back({{words[at - 1].span.end, words[next].span.begin}, sequence});
        piece_begin = next;
        at = next;
    }
    return joints;
}

std::vector<TextSpan> pieces_between(std::string_view text, const std::vector<Joint>& joints) {
    std::vector<TextSpan> pieces;
    std::size_t begin = 0;
    for (const Joint& joint : joints) {
        pieces.push_back({begin, joint.span.begin});
        begin = joint.span.end;
    }
    if (!joints.empty()) pieces.push_back({begin, text.size()});
    return pieces;
}

bool is_request(std::string_view piece, const Locale& locale) {
    const std::string language = language_of(locale);
    return is_request(request_words(piece, language), language);
}

bool borrows_verb(std::string_view left, std::string_view right, const Locale& locale) {
    const std::string language = language_of(locale);
    const std::vector<std::string> words = request_words(right, language);
    return !words.empty() && !is_request(words, language) && is_request(left, locale) &&
           is_request_word(words.front(), RequestWord::determiner, language);
}

bool may_part(std::string_view left, std::string_view right, const Joint& joint, const Locale& locale) {
    const std::string language = language_of(locale);
    const std::vector<std::string> before = request_words(left, language);
    const std::vector<std::string> after = request_words(right, language);
    if (before.empty() || after.empty() || has_any(before, RequestWord::pairing, language)) return false;
    const bool left_asks = is_request(before, language);
    const bool right_asks = is_request(after, language);
    // "I want to buy and sell shares": one object for both verbs.
    if (is_request_word(before.back(), RequestWord::imperative, language) &&
        is_request_word(after.front(), RequestWord::imperative, language))
        return false;
    // "My mother died and I need to close her account": the first part is why.
    if (!left_asks && has_any(after, RequestWord::dependent, language)) return false;
    return right_asks || (joint.sequence && left_asks) || borrows_verb(left, right, locale);
}

}  // namespace parlance::nlu
