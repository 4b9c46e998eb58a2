#include "websocket/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <deque>
#include <map>
#include <ostream>
#include <span>

#include "intents/findings.h"
#include "websocket/version.h"

namespace parlance::websocket {

namespace {

// "output" of "-o,--output".
std::string key_of(const CommandOption& option) {
    const auto dashes = option.name.find("--");
    return dashes == std::string::npos ? option.name : option.name.substr(dashes + 2);
}

// What CLI11 fills in for one command.
struct Registered {
    const ProgramCommand* command = nullptr;
    CLI::App* app = nullptr;
    std::map<std::string, std::string> texts;
    std::map<std::string, bool> flags;

    CommandArguments arguments() const {
        CommandArguments result;
        for (const auto& option : command->options) {
            if (!option.default_value.empty()) result.values[key_of(option)] = option.default_value;
        }
        for (const auto& [key, value] : texts) {
            if (!value.empty()) result.values[key] = value;
        }
        for (const auto& [key, given] : flags) {
            if (given) result.values[key] = "true";
        }
        return result;
    }
};

void add_options(Registered& registered) {
    for (const auto& option : registered.command->options) {
        const auto key = key_of(option);
        if (option.kind == CommandOption::Kind::flag) {
            registered.app->add_flag(option.name, registered.flags[key], option.description);
            continue;
        }
        auto* added = registered.app->add_option(option.name, registered.texts[key], option.description);
        added->required(option.required);
        if (option.kind == CommandOption::Kind::integer)
            added->type_name("NUMBER")->check(CLI::TypeValidator<long>());
        if (option.kind == CommandOption::Kind::optional_text) added->expected(0, 1);
        if (!option.default_value.empty()) added->default_str(option.default_value);
    }
    registered.app->add_flag("--json", registered.flags["json"], "answer with one JSON object");
}

// The command and, behind it, its subjects; a deque, for CLI11 keeps pointers into what is there.
void add_command(CLI::App& parent, const ProgramCommand& command, std::deque<Registered>& registered) {
    Registered& added = registered.emplace_back();
    added.command = &command;
    added.app = parent.add_subcommand(command.name, command.description);
    add_options(added);
    for (const ProgramCommand& subject : command.subjects) add_command(*added.app, subject, registered);
}

std::string with_hint(const std::string& problem, const std::string& hint) {
    return hint.empty() ? problem : problem + "; " + hint;
}

void add_names(const ProgramCommand& command, std::vector<std::string>& options) {
    for (const auto& option : command.options) options.push_back("--" + key_of(option));
}

const ProgramCommand* subject_of(const ProgramCommand* command, const std::string& word) {
    if (command == nullptr) return nullptr;
    for (const ProgramCommand& subject : command->subjects) {
        if (subject.name == word) return &subject;
    }
    return nullptr;
}

// For a word that is nearly a subject of the command: `"chrun" is nothing to eval; did you mean "churn"?`.
std::string near_subject(const ProgramCommand* command, const std::string& word) {
    if (command == nullptr || word.starts_with('-')) return {};
    std::vector<std::string> names;
    for (const ProgramCommand& subject : command->subjects) names.push_back(subject.name);
    const std::string hint = did_you_mean(word, names);
    return hint.empty() ? hint : "\"" + word + "\" is nothing to " + command->name + "; " + hint;
}

// `"srve" is no command; did you mean "serve"?` for the first wrong word: a command's name, or an option of
// the command given. Empty when the words are right and something else is wrong.
std::string wrong_word(std::span<const char* const> words, const std::vector<ProgramCommand>& commands) {
    std::vector<std::string> names;
    for (const auto& command : commands) names.push_back(command.name);
    const ProgramCommand* command = nullptr;
    std::vector<std::string> options = {"--json", "--help", "--version"};
    for (const std::string word : words) {
        if (command == nullptr && !word.starts_with('-')) {
            const auto named = std::find(names.begin(), names.end(), word);
            if (named == names.end())
                return with_hint("\"" + word + "\" is no command", did_you_mean(word, names));
            command = &commands[static_cast<std::size_t>(named - names.begin())];
            add_names(*command, options);
            continue;
        }
        const ProgramCommand* subject = subject_of(command, word);
        if (subject != nullptr) {
            command = subject;
            add_names(*command, options);
            continue;
        }
        if (const auto near = near_subject(command, word); !near.empty()) return near;
        const auto bare = word.substr(0, word.find('='));
        const bool is_known = std::find(options.begin(), options.end(), bare) != options.end();
        if (bare.starts_with("--") && bare != "--" && !is_known) {
            return with_hint("there is no option " + bare, did_you_mean(bare, options));
        }
    }
    return {};
}

}  // namespace

ExitCode run_command_line(int argc, const char* const* argv, const std::vector<ProgramCommand>& commands,
                          const CommandStreams& streams) {
    CLI::App app("Parlance: a conversational assistant engine", "parlance");
    app.set_version_flag("--version", "parlance " + std::string(version));
    app.require_subcommand(1);
    std::deque<Registered> registered;
    for (const ProgramCommand& command : commands) add_command(app, command, registered);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) {  // --help, --version
            app.exit(error, streams.out, streams.notes);
            return ExitCode::ok;
        }
        const std::span<const char* const> words(argv + std::min(argc, 1), argv + argc);
        const auto wrong = wrong_word(words, commands);
        streams.notes << "parlance: " << (wrong.empty() ? error.what() : wrong)
                      << "\nRun `parlance --help`, or --help after a command.\n";
        return ExitCode::usage;
    }
    // Subjects come behind their command, so the last one that was named is what is meant.
    const auto named = std::find_if(registered.rbegin(), registered.rend(),
                                    [](const auto& one) { return one.app->parsed(); });
    if (named == registered.rend()) return ExitCode::usage;
    return named->command->run(named->arguments(), streams);
}

}  // namespace parlance::websocket
