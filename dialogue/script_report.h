#pragma once

#include <ostream>
#include <span>
#include <string>

#include "dialogue/script_runner.h"

namespace parlance::dialogue {

// What came of a run of scripts, for people: every failure, then "12 passed, 1 failed".
void write_report(std::span<const ScriptOutcome> outcomes, std::ostream& out);

// For programs: one line {"passed":12,"failed":1,"scripts":[{"file":...,"failures":[...]}]}.
std::string to_json(std::span<const ScriptOutcome> outcomes);

// For CI: JUnit XML, one test case a script.
std::string to_junit(std::span<const ScriptOutcome> outcomes);

std::size_t count_failed(std::span<const ScriptOutcome> outcomes);

}  // namespace parlance::dialogue
