#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "intents/program_command.h"

namespace parlance::tests {

// What a command answered.
struct Answer {
    ExitCode exit = ExitCode::ok;
    std::string out;
    std::string notes;

    nlohmann::json json() const { return nlohmann::json::parse(out); }
};

// Runs a command as the command line would, with its defaults filled in.
inline Answer run(const ProgramCommand& command, const std::map<std::string, std::string>& given) {
    CommandArguments arguments{given};
    for (const CommandOption& option : command.options) {
        const std::string key = option.name.substr(option.name.rfind("--") + 2);
        if (!option.default_value.empty()) arguments.values.emplace(key, option.default_value);
    }
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream notes;
    const ExitCode exit = command.run(arguments, {in, out, notes});
    return {exit, out.str(), notes.str()};
}

}  // namespace parlance::tests
