#pragma once

#include "dialogue/flow.h"
#include "dialogue/state.h"
#include "nlu/understander.h"

namespace parlance::dialogue {

// What a conversation waits for, as the policy and the understander see it.

// The active frame's flow; nullptr when none is open.
const Flow* open_flow(const DialogueState& state, const Flows& flows);

// The slot that `flow` has asked for; nullptr when the conversation waits for something else.
const SlotSpec* asked_slot(const DialogueState& state, const Flow* flow);

// True when a bare yes or no fills the slot; false for nullptr.
bool takes_yes_no(const SlotSpec* slot);

// True when the phase is a question to be answered by yes or no.
bool asks_yes_no(Phase phase);

// What the open prompt makes likely, for the understander.
nlu::Context expected_context(const DialogueState& state, const Flows& flows);

}  // namespace parlance::dialogue
