#pragma once

#include <functional>
#include <iosfwd>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace parlance {

// Exit codes of the program, the same for every command.
enum class ExitCode : int { ok = 0, findings = 1, usage = 2, io = 3, cannot_connect = 4, interrupted = 130 };

// One option or positional argument of a command.
struct CommandOption {
    // optional_text: given without a value it has its default.
    enum class Kind { flag, text, optional_text, integer, positional };
    std::string name;  // "--data", "-o,--output", or "pack" for a positional
    std::string description;
    Kind kind = Kind::text;
    bool required = false;
    std::string default_value;
};

// What was given on the command line; keys are option names without dashes ("data", "output").
// An option not given and without a default is absent; a flag that was given is "true".
struct CommandArguments {
    std::map<std::string, std::string> values;

    bool has(const std::string& name) const { return values.contains(name); }
    std::string get(const std::string& name, const std::string& otherwise = {}) const {
        const auto found = values.find(name);
        return found == values.end() ? otherwise : found->second;
    }
};

// Where a command writes: the answer to `out` (with --json one object), people's text to `notes`.
struct CommandStreams {
    std::istream& in;
    std::ostream& out;
    std::ostream& notes;
    bool notes_is_terminal = false;  // progress bars only then
};

// A command of the program. It lives beside the library it fronts; only `main` sees the library that
// parses the command line. Every command gets --json besides its own options.
struct ProgramCommand {
    std::string name;
    std::string description;
    std::vector<CommandOption> options;
    std::function<ExitCode(const CommandArguments&, const CommandStreams&)> run;
    // What else the command can be about, each with options of its own: `parlance train churn` runs the
    // subject "churn" of "train". A first word that names no subject is the command's own.
    std::vector<ProgramCommand> subjects = {};
};

// The command with these subjects besides those it has.
inline ProgramCommand with_subjects(ProgramCommand command, std::vector<ProgramCommand> subjects) {
    for (ProgramCommand& subject : subjects) command.subjects.push_back(std::move(subject));
    return command;
}

}  // namespace parlance
