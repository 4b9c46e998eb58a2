#include "websocket/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
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
    CLI::App* app = nullptr;
    std::map<std::string, std::string> texts;
    std::map<std::string, bool> flags;

    CommandArguments arguments(const ProgramCommand& command) const {
        CommandArguments result;
        for (const auto& option : command.options) {
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

void add_options(const ProgramCommand& command, Registered& registered) {
    for (const auto& option : command.options) {
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

std::string with_hint(const std::string& problem, const std::string& hint) {
    return hint.empty() ? problem : problem + "; " + hint;
}

// `"srve" is no command; did you mean "serve"?` for the first wrong word: a command's name, or an option of
// the command given. Empty when the words are right and something else is wrong.
std::string wrong_word(std::span<const char* const> words, const std::vector<ProgramCommand>& commands) {
    std::vector<std::string> names;
    for (const auto& command : commands) names.push_back(command.name);
    bool has_command = false;
    std::vector<std::string> options = {"--json", "--help", "--version"};
    for (const std::string word : words) {
        if (!has_command && !word.starts_with('-')) {
            const auto named = std::find(names.begin(), names.end(), word);
            if (named == names.end())
                return with_hint("\"" + word + "\" is no command", did_you_mean(word, names));
            has_command = true;
            const auto& command = commands[static_cast<std::size_t>(named - names.begin())];
            for (const auto& option : command.options) options.push_back("--" + key_of(option));
            continue;
        }
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
    std::vector<Registered> registered(commands.size());
    for (std::size_t i = 0; i < commands.size(); ++i) {
        registered[i].app = app.add_subcommand(commands[i].name, commands[i].description);
        add_options(commands[i], registered[i]);
    }
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
    for (std::size_t i = 0; i < commands.size(); ++i) {
        if (registered[i].app->parsed())
            return commands[i].run(registered[i].arguments(commands[i]), streams);
    }
    return ExitCode::usage;
}

}  // namespace parlance::websocket
