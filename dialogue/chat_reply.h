#pragma once

#include <iosfwd>
#include <string>

#include "dialogue/turn_engine.h"

namespace parlance::dialogue {

// A turn as `parlance chat --json` prints it: one line of JSON with the reply, what was understood and the
// state.
std::string to_json(const TurnTaken& taken);

// The reply for a person: text, recommendations, reading tips, numbered actions.
void write_reply(const TurnTaken& taken, std::ostream& out);

// What was understood and decided, and where the time went: `--debug`.
void write_debug(const TurnTaken& taken, std::ostream& out);

// The open flows with their slots, the innermost last: `/state`.
void write_state(const DialogueState& state, std::ostream& out);

// The responses said, and every fact that they may state with its source: `/why`.
void write_why(const TurnTaken& taken, std::ostream& out);

}  // namespace parlance::dialogue
