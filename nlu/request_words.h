#pragma once

#include <string_view>

namespace parlance::nlu {

// How requests begin and end in a language ("de", everything else "en"). Words are folded, without their
// apostrophes ("I'd" is "id").
enum class RequestWord {
    filler,      // says nothing in front of a request: "hi", "please", "also"
    question,    // "what", "how"
    auxiliary,   // asks when a subject follows: "can", "is"
    subject,     // "I", "my", "the"
    wish,        // after "I": "want", "need"
    wisher,      // says "I want" alone: "id", "lets"
    imperative,  // "show", "pay"
    infinitive,  // ends a German request: "sperren"
    determiner,  // begins what a verb is about: "my", "the"
    dependent,   // points back to what was said before: "it", "them"
    pairing      // makes a pair of what follows: "between", "both"
};

bool is_request_word(std::string_view word, RequestWord kind, std::string_view language);

}  // namespace parlance::nlu
