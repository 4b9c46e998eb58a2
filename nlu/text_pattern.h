#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "intents/result.h"
#include "nlu/understanding.h"

namespace re2 {
class RE2;
}

namespace parlance::nlu {

// Where a pattern matched: the whole, and its first group (the whole when it has none or the group took no
// part).
struct PatternMatch {
    TextSpan whole;
    TextSpan value;
};

enum class LetterCase { counts, ignored };

// A regular expression of RE2's syntax: linear time. Immutable; safe to call from several threads.
class TextPattern {
public:
    // Fails with bad_pack, quoting the expression and what is wrong with it.
    static Result<TextPattern> compile(std::string_view expression,
                                       LetterCase letter_case = LetterCase::ignored);

    // The matches from left to right, without overlap and without empty ones.
    std::vector<PatternMatch> find_all(std::string_view text) const;

private:
    explicit TextPattern(std::shared_ptr<const re2::RE2> pattern) : pattern_(std::move(pattern)) {}

    std::shared_ptr<const re2::RE2> pattern_;
};

}  // namespace parlance::nlu
