#pragma once

#include <functional>
#include <optional>
#include <string>

#include "dialogue/script.h"
#include "dialogue/script_transport.h"
#include "intents/result.h"

namespace parlance::dialogue {

// A turn as scripts judge it.
struct JudgedTurn {
    const ObservedTurn& seen;
    // An account's balance at the host ("current"); fails as FactSource::look_up does.
    std::function<Result<Money>(const std::string& account)> balance;
};

// What was seen where something else was expected ("responses: transfer.done"); nothing when it holds.
std::optional<std::string> mismatch(const Expectation& expectation, const JudgedTurn& turn);

}  // namespace parlance::dialogue
