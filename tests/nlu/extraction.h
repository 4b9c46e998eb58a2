#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "nlu/normaliser.h"
#include "nlu/understander.h"

namespace parlance::tests {

// Wednesday: the day that the corpora in tests/corpora are read on.
inline constexpr std::string_view corpus_day = "2026-11-18";

inline nlu::Utterance utterance_of(std::string_view text, const std::string& language = "en") {
    const TimePoint received = parse_rfc3339(corpus_day).value();
    return nlu::make_utterance(text, Locale{language}, received).value();
}

// What all built-in extractors find, unsettled.
inline std::vector<nlu::Entity> extract_all(const nlu::Utterance& utterance) {
    static const auto extractors = nlu::make_extractors(Pack{});
    std::vector<nlu::Entity> found;
    for (const auto& extractor : extractors) extractor->extract(utterance, found);
    return found;
}

// The values of one kind, in order of position.
inline std::vector<std::string> values_of(const nlu::Utterance& utterance, const std::string& kind) {
    std::vector<std::string> values;
    for (const nlu::Entity& entity : extract_all(utterance)) {
        if (entity.kind.text == kind) values.push_back(to_text(entity.value));
    }
    return values;
}

}  // namespace parlance::tests
