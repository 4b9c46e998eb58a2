#pragma once

#include <vector>

#include "dialogue/command.h"
#include "dialogue/flow.h"
#include "dialogue/state.h"
#include "nlu/understanding.h"

namespace parlance::dialogue {

// When to act on an intent, when to ask, when to give up. Confidences are calibrated.
struct PolicyThresholds {
    float act = 0.45F;               // at least this sure to begin a task
    float act_in_flow = 0.60F;       // and this sure to leave a form for another task
    float act_in_text = 0.90F;       // and this sure when the question takes any words for an answer
    float act_in_free_text = 0.98F;  // and this sure when it takes nothing but free words
    float clarify = 0.15F;           // candidates at least this likely are offered
    float margin = 0.15F;            // two candidates closer than this are ambiguous
};

// Turns an understanding into commands. Order of claims: a label offered in the last prompt, then the
// asked slot, then corrections, then repair words (cancel, repeat, wait, why), then other tasks and
// questions. One span of text fills at most one slot. Pure; never empty.
struct PolicyInput {
    const Flows& flows;
    const DialogueState& state;
    const std::vector<nlg::SuggestedAction>& offered;  // under the last reply
    CurrencyCode currency;                             // bare numbers become this when money is asked for
    PolicyThresholds thresholds;
};
std::vector<Command> decide_commands(const nlu::Understanding& understanding, const PolicyInput& input);

}  // namespace parlance::dialogue
