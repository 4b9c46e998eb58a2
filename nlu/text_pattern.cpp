#include "nlu/text_pattern.h"

#include <re2/re2.h>

#include <array>

#include "nlu/unicode_text.h"

namespace parlance::nlu {

Result<TextPattern> TextPattern::compile(std::string_view expression, LetterCase letter_case) {
    RE2::Options options;
    options.set_case_sensitive(letter_case == LetterCase::counts);
    options.set_log_errors(false);
    const re2::StringPiece piece(expression.data(), expression.size());
    auto pattern = std::make_shared<const RE2>(piece, options);
    if (!pattern->ok()) {
        return Error{ErrorCode::bad_pack, "pattern \"" + std::string(expression) + "\": " + pattern->error()};
    }
    return TextPattern(std::move(pattern));
}

std::vector<PatternMatch> TextPattern::find_all(std::string_view text) const {
    const re2::StringPiece piece(text.data(), text.size());
    std::array<re2::StringPiece, 2> groups;
    const int wanted = pattern_->NumberOfCapturingGroups() > 0 ? 2 : 1;
    std::vector<PatternMatch> matches;
    const auto span_of = [&](const re2::StringPiece& group) {
        const auto begin = static_cast<std::size_t>(group.data() - text.data());
        return TextSpan{begin, begin + group.size()};
    };
    for (std::size_t at = 0; at < text.size();) {
        if (!pattern_->Match(piece, at, text.size(), RE2::UNANCHORED, groups.data(), wanted)) break;
        const TextSpan whole = span_of(groups[0]);
        const bool has_value = wanted == 2 && !groups[1].empty();
        if (whole.length() > 0) matches.push_back({whole, has_value ? span_of(groups[1]) : whole});
        at = whole.length() > 0
                 ? whole.end
                 : whole.end + (whole.end < text.size() ? character_at(text, whole.end).bytes : 1);
    }
    return matches;
}

}  // namespace parlance::nlu
