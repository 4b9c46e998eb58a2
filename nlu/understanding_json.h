#pragma once

#include <span>
#include <string>

#include "nlu/intent_classifier.h"
#include "nlu/understanding.h"

namespace parlance::nlu {

// An understanding as one JSON object, in the members of the protocol's `analysis` frame: text, lang,
// intent{name, confidence, ranking}, entities[{type, value, text, start, end, confidence}], sentiment{label,
// score, emotion, confidence}, topics[{name, score, phrase}], key_phrases[{phrase, start, end, score}],
// clauses[{text, start, end, intent{name, confidence}}] (none unless the message holds several requests).
// start and end count bytes of `text`. ranking: at most `ranked` intents, best first.
// detected_language{tag, confidence} when the model tells languages apart.
// similar, when there are any: [{text, intent, similarity}].
std::string to_json_text(const Understanding& understanding, std::span<const SimilarExample> similar = {},
                         std::size_t ranked = 10);

}  // namespace parlance::nlu
