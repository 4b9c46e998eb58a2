#pragma once

#include <optional>

#include "nlu/number_expression.h"

namespace parlance::nlu {

// A number, or an English word that counts beside one: "a", "an", "half a", "a quarter", "a couple of", "a
// pair", "a dozen", "a few" (three), "single", "nil". Nothing when none starts at token `at`. Pure.
std::optional<NumberExpression> read_count(const TokenizedText& text, std::size_t at);

// The same without the articles alone: "a litre" has no number in it, "a dozen" has.
std::optional<NumberExpression> read_counting_words(const TokenizedText& text, std::size_t at);

}  // namespace parlance::nlu
