#include "nlu/recognizers/boolean_recognizer.h"

#include <optional>

#include "nlu/text_pattern.h"

namespace parlance::nlu {

namespace {

// A hand may carry one of the five colours of skin.
const TextPattern& yes_pattern() {
    static const TextPattern pattern =
        TextPattern::compile(
            "\\b(?:true|yes|yep|yup|yeah|yea|ya|y|sure|ok|okay|agree|agreed|absolutely|of course)\\b"
            "|[\U0001F44D\U0001F44C][\U0001F3FB-\U0001F3FF]?")
            .value();
    return pattern;
}

const TextPattern& no_pattern() {
    static const TextPattern pattern =
        TextPattern::compile(
            "\\b(?:false|no|nope|nop|nah|n|disagree|no way|not (?:ok|okay|sure|agreed?)"
            "|(?:don'?t|do not|didn'?t) agree)\\b"
            "|[\U0001F44E\u270B\U0001F590]\uFE0F?[\U0001F3FB-\U0001F3FF]?")
            .value();
    return pattern;
}

std::optional<TextSpan> first_match(const TextPattern& pattern, std::string_view text) {
    const auto matches = pattern.find_all(text);
    return matches.empty() ? std::nullopt : std::optional(matches.front().whole);
}

}  // namespace

std::vector<Recognition> recognize_booleans(std::string_view text, TimePoint) {
    const auto yes = first_match(yes_pattern(), text);
    const auto no = first_match(no_pattern(), text);
    if (!yes && !no) return {};
    const bool is_yes = yes && (!no || yes->begin < no->begin);
    return {{is_yes ? *yes : *no, "boolean", {{"value", is_yes ? "true" : "false"}}}};
}

}  // namespace parlance::nlu
