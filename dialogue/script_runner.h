#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "dialogue/script.h"
#include "dialogue/script_setting.h"
#include "dialogue/script_transport.h"

namespace parlance::dialogue {

// One thing that did not hold.
struct ScriptFailure {
    SourcePosition position;  // of the expectation, or of the message when the turn itself went wrong
    std::string expected;     // as the script has it
    std::string seen;
    std::string reply;  // the reply's text; empty when there was none
};

// What came of a script.
struct ScriptOutcome {
    std::string file;
    std::string title;
    std::vector<ScriptFailure> failures;
    std::size_t messages = 0;  // that were played
    std::chrono::microseconds spent{0};

    bool passed() const { return failures.empty(); }
};

// Plays a script in a new setting; the clock moves on one second a message. Goes on after a failed
// expectation, stops when the transport breaks. Besides what the script says it checks that every turn gets a
// reply unless `error` is expected, and that the stored events fold to the state that was seen and survive
// being written as JSON. Never fails otherwise: a setting that cannot be built is a failure at the script's
// first message.
ScriptOutcome run_script(const Script& script, const ScriptWorld& world, const ScriptTransport& transport);

// "tests/scripts/transfer.chat:9:1: expected ...\n  seen: ...\n  reply: ...\n".
std::string describe(const ScriptFailure& failure, const std::string& file);

}  // namespace parlance::dialogue
