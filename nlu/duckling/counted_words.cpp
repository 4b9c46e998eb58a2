#include "nlu/duckling/counted_words.h"

#include <array>
#include <string_view>

#include "nlu/phrase_index.h"

namespace parlance::nlu {

namespace {

struct CountingPhrase {
    std::string_view words;  // folded tokens between blanks
    double value;
};

constexpr std::array<CountingPhrase, 20> phrases{{
    {"a couple of", 2}, {"a couple", 2},  {"couple of", 2}, {"couple", 2}, {"a pair of", 2},
    {"a pair", 2},      {"pair of", 2},   {"pairs", 2},     {"pair", 2},   {"a dozen of", 12},
    {"a dozen", 12},    {"dozen of", 12}, {"dozen", 12},    {"a few", 3},  {"few", 3},
    {"single", 1},      {"nil", 0},       {"naught", 0},    {"nought", 0}, {"none", 0},
}};

// "half a litre", "a half-litre", "a quarter litre".
std::optional<NumberExpression> read_part(const TokenizedText& text, std::size_t at) {
    const std::size_t word = text.is(at, "a") ? at + 1 : at;
    const double value = text.is(word, "half") ? 0.5 : text.is(word, "quarter") ? 0.25 : 0;
    if (value == 0) return std::nullopt;
    std::size_t end = word + 1;
    if (text.is(end, "of")) ++end;
    if (text.is(end, "a") || text.is(end, "an")) ++end;
    return NumberExpression{value, at, end, NumberForm::decimal};
}

}  // namespace

std::optional<NumberExpression> read_counting_words(const TokenizedText& text, std::size_t at) {
    static const PhraseIndex<CountingPhrase> index{phrases};
    const auto found = longest_phrase(index, text, at);
    if (found.row == nullptr) return std::nullopt;
    return NumberExpression{found.row->value, at, found.end, NumberForm::integer};
}

std::optional<NumberExpression> read_count(const TokenizedText& text, std::size_t at) {
    if (auto number = read_number_expression(text, at, "en")) return number;
    if (auto words = read_counting_words(text, at)) return words;
    if (auto part = read_part(text, at)) return part;
    if (text.is(at, "a") || text.is(at, "an")) return NumberExpression{1, at, at + 1, NumberForm::integer};
    return std::nullopt;
}

}  // namespace parlance::nlu
