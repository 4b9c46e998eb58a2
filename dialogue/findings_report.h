#pragma once

#include <string>

#include "intents/findings.h"

namespace parlance::dialogue {

// One line
// {"errors":1,"warnings":1,"files":14,"problems":[{"severity":"error","code":"E0203","file":...,"line":12,
// "column":37,"message":...,"fix":...}]}, the problems in the order of files.
std::string to_json(const Findings& findings, std::size_t files);

}  // namespace parlance::dialogue
