#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "nlu/token_phrase.h"

namespace parlance::nlu {

// The rows of a table of phrases by the word that they begin with: most words of a text begin none, and are
// told so with one look. A row has `words`: folded tokens between blanks. The table must outlive the index.
// Immutable; safe to share.
template <typename Row>
class PhraseIndex {
public:
    explicit PhraseIndex(std::span<const Row> rows) {
        for (const Row& row : rows) by_first_word_[row.words.substr(0, row.words.find(' '))].push_back(&row);
        for (auto& [word, begun] : by_first_word_)
            std::stable_sort(begun.begin(), begun.end(), [](const Row* left, const Row* right) {
                return std::ranges::count(left->words, ' ') > std::ranges::count(right->words, ' ');
            });
    }

    // The rows that begin with the word, those of more words first, else in the table's order.
    std::span<const Row* const> begun_with(std::string_view word) const {
        const auto found = by_first_word_.find(word);
        return found == by_first_word_.end() ? std::span<const Row* const>() : std::span(found->second);
    }

private:
    std::unordered_map<std::string_view, std::vector<const Row*>> by_first_word_;
};

// A row that stands in a text, and the token behind it.
template <typename Row>
struct PhraseMatch {
    const Row* row = nullptr;  // nullptr when none stands there
    std::size_t end = 0;
};

// The row of most words that stands at token `at`.
template <typename Row>
PhraseMatch<Row> longest_phrase(const PhraseIndex<Row>& index, const TokenizedText& text, std::size_t at) {
    for (const Row* row : index.begun_with(text.text(at))) {
        if (const std::size_t end = behind_phrase(text, at, row->words); end > at) return {row, end};
    }
    return {};
}

}  // namespace parlance::nlu
