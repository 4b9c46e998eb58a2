#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "intents/findings.h"
#include "intents/locale.h"
#include "intents/pack.h"
#include "intents/pack_source.h"

namespace parlance::nlu {

// Single nouns and verbs that name several tasks ("card", "savings"): no classifier can know which one is
// meant, so the pack says what to offer. Immutable; safe to call from several threads.
class AmbiguousPhrases {
public:
    AmbiguousPhrases() = default;

    // Reads ambiguous.json: per language, phrase -> two or three intents. Findings: E034x.
    static AmbiguousPhrases load(const PackSource& source, const Pack& pack, Findings& findings);

    // The intents that a whole message may mean; empty when it is no such phrase. Case and marks at its
    // ends do not count.
    std::vector<IntentName> meanings_of(std::string_view text, const Locale& locale) const;

private:
    using Meanings = std::map<std::string, std::vector<IntentName>, std::less<>>;
    std::map<Locale, Meanings> languages_;
};

}  // namespace parlance::nlu
