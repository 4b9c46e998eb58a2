#pragma once

#include "nlu/entity_extractor.h"
#include "nlu/number_expression.h"

namespace parlance::nlu {

// The numbers of a text, in order: none that is part of a word ("q3") or a pronoun ("this one").
std::vector<NumberExpression> find_numbers(const TokenizedText& text, std::string_view language);

// A percentage, read from tokens: [begin, end).
struct PercentReading {
    std::optional<double> value;  // nothing for a bare "%"
    std::size_t begin = 0;
    std::size_t end = 0;
};

// "5.5 %", "minus five percent", "percent of 10"; and the bare "%" of "the % of increase".
std::vector<PercentReading> find_percents(const TokenizedText& text, std::string_view language);

// Finds numbers (kind `number`; whole ones as std::int64_t, others as double) in digits and in words, with
// their sign. "1/4" is left to the dates. Bare amounts ("send 50 to anna") come out as numbers; the dialogue
// knows when money is meant.
class NumberExtractor final : public EntityExtractor {
public:
    void extract(const Utterance& utterance, std::vector<Entity>& found) const override;
};

// Finds percentages (kind `percent`; double, 5.5 for "5.5 %").
class PercentExtractor final : public EntityExtractor {
public:
    void extract(const Utterance& utterance, std::vector<Entity>& found) const override;
};

}  // namespace parlance::nlu
