#include "nlu/near_phrases.h"

#include <algorithm>
#include <optional>

#include "intents/edit_distance.h"
#include "nlu/normaliser.h"

namespace parlance::nlu {

namespace {

constexpr std::size_t least_letters = 5;

std::size_t reach_of(std::string_view word) {
    constexpr std::size_t long_word = 9;
    return word.size() < least_letters ? 0 : word.size() < long_word ? 1 : 2;
}

// How far a written word is from the one meant; nothing when it cannot be that one.
std::optional<std::size_t> edits_between(std::string_view written, std::string_view meant,
                                         const KnownWords& known) {
    if (written == meant) return 0;
    const std::size_t reach = reach_of(meant);
    const std::size_t apart = std::max(written.size(), meant.size()) - std::min(written.size(), meant.size());
    if (reach == 0 || apart > reach || written.front() != meant.front()) return {};
    if (known.contains(written)) return {};
    const std::size_t edits = edit_distance(written, meant);
    return edits <= reach ? std::optional(edits) : std::nullopt;
}

// The same for all words of a phrase.
std::optional<std::size_t> edits_between(std::span<const Word> written, const std::vector<std::string>& meant,
                                         const KnownWords& known) {
    if (written.size() < meant.size()) return {};
    std::size_t edits = 0;
    for (std::size_t i = 0; i < meant.size(); ++i) {
        const auto more = edits_between(written[i].text, meant[i], known);
        if (!more) return {};
        edits += *more;
    }
    return edits;
}

}  // namespace

void NearPhrases::add(std::string_view phrase, const std::string& value) {
    auto words = words_of(fold(phrase));
    const bool is_long_enough = std::any_of(words.begin(), words.end(),
                                            [](const auto& word) { return word.size() >= least_letters; });
    if (!is_long_enough) return;
    const char first = words.front().front();
    by_first_letter_[first].push_back({std::move(words), value});
}

NearPhrases::Match NearPhrases::nearest_at(std::span<const Word> words, std::size_t at,
                                           const KnownWords& known) const {
    const auto phrases = by_first_letter_.find(words[at].text.front());
    if (phrases == by_first_letter_.end()) return {};
    Match best;
    bool is_open = false;  // another value is as near
    for (const Phrase& phrase : phrases->second) {
        const auto edits = edits_between(words.subspan(at), phrase.words, known);
        if (!edits) continue;
        const bool is_nearer = best.value == nullptr || *edits < best.edits ||
                               (*edits == best.edits && phrase.words.size() > best.words);
        const bool is_as_near = !is_nearer && *edits == best.edits && phrase.words.size() == best.words;
        if (is_as_near && phrase.value != *best.value) is_open = true;
        if (!is_nearer) continue;
        best = {&phrase.value, phrase.words.size(), *edits};
        is_open = false;
    }
    return is_open ? Match{} : best;
}

}  // namespace parlance::nlu
