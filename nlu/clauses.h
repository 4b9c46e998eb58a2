#pragma once

#include <string_view>
#include <vector>

#include "intents/locale.h"
#include "nlu/understanding.h"

namespace parlance::nlu {

// Where one request of a message may end and the next begin.
struct Joint {
    TextSpan span;          // the joining words with the marks and spaces around them
    bool sequence = false;  // "and then", "and also": what follows is said to be something more
};

// The joining words (and, then, plus; und, each with "then", "also" and the like behind it) and the ends of
// sentences and commas of a text, in order. Every joint has at least two words on each side, up to the next
// joint.
std::vector<Joint> find_joints(std::string_view text, const Locale& locale);

// What stands between the joints: one piece more than there are joints. Nothing for no joints.
std::vector<TextSpan> pieces_between(std::string_view text, const std::vector<Joint>& joints);

// True when a piece of a message asks for something by its form: "what is ...", "can I ...", "I want ...",
// "please show ...", "... sperren".
bool is_request(std::string_view piece, const Locale& locale);

// True when `right` may be a request apart from `left`, going by their form alone: "check my balance" and
// "pay the rent", but not "transfer 50 to Anna" and "Ben".
bool may_part(std::string_view left, std::string_view right, const Joint& joint, const Locale& locale);

// True when `right` asks only with the verb of `left`: "show my balance" and "my last transactions".
bool borrows_verb(std::string_view left, std::string_view right, const Locale& locale);

}  // namespace parlance::nlu
