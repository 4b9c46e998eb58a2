#include "dialogue/test_command.h"

#include <algorithm>
#include <fstream>
#include <ostream>

#include "dialogue/command_inputs.h"
#include "dialogue/script_report.h"
#include "dialogue/script_runner.h"
#include "intents/shipped_folder.h"

namespace parlance::dialogue {
namespace {

namespace fs = std::filesystem;

// Where a pack's scripts are: in its own folder, or in the source tree that it stands in.
fs::path scripts_of(const fs::path& pack) {
    std::error_code unreadable;
    for (const auto& place : {pack / "tests", pack / "../../../tests/scripts"}) {
        if (fs::is_directory(place, unreadable)) return place.lexically_normal();
    }
    return pack / "tests";
}

// The *.chat files of a folder and those below it, by name; a file stands for itself.
std::vector<fs::path> files_of(const fs::path& place) {
    std::error_code unreadable;
    if (fs::is_regular_file(place, unreadable)) return {place};
    std::vector<fs::path> files;
    for (auto entry = fs::recursive_directory_iterator(place, unreadable);
         !unreadable && entry != fs::recursive_directory_iterator(); entry.increment(unreadable)) {
        if (entry->path().extension() == ".chat") files.push_back(entry->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

// The scripts to play; what is wrong with a file goes to `findings`.
std::vector<Script> read_scripts(const fs::path& place, const std::string& filter, Findings& findings) {
    std::vector<Script> scripts;
    for (const auto& file : files_of(place)) {
        auto script = read_script({}, file.string(), findings);
        if (!script) continue;
        const bool wanted =
            script->file.find(filter) != std::string::npos || script->title.find(filter) != std::string::npos;
        if (wanted) scripts.push_back(std::move(*script));
    }
    return scripts;
}

struct TestOptions {
    ScriptTransport transport;
    ScriptStore store = ScriptStore::memory;
};

bool read_options(const CommandArguments& arguments, const ScriptTransport& websocket,
                  const CommandStreams& streams, TestOptions& options) {
    const auto transport = arguments.get("transport", "engine");
    if (transport == "engine")
        options.transport = engine_transport();
    else if (transport == "websocket")
        options.transport = websocket;
    if (!options.transport) {
        streams.notes << "--transport must be engine or websocket, not \"" << transport << "\"\n";
        return false;
    }
    const auto store = arguments.get("store", "memory");
    if (store != "memory" && store != "sqlite") {
        streams.notes << "--store must be memory or sqlite, not \"" << store << "\"\n";
        return false;
    }
    options.store = store == "sqlite" ? ScriptStore::sqlite : ScriptStore::memory;
    return true;
}

ExitCode report(const CommandArguments& arguments, const CommandStreams& streams,
                const std::vector<ScriptOutcome>& outcomes) {
    if (arguments.has("json")) streams.out << to_json(outcomes) << "\n";
    write_report(outcomes, arguments.has("json") ? streams.notes : streams.out);
    if (arguments.has("junit")) {
        std::ofstream file(arguments.get("junit"), std::ios::binary);
        file << to_junit(outcomes);
        if (!file.flush()) {
            streams.notes << "cannot write " << arguments.get("junit") << "\n";
            return ExitCode::io;
        }
    }
    return count_failed(outcomes) == 0 ? ExitCode::ok : ExitCode::findings;
}

ExitCode run_test(const CommandArguments& arguments, const CommandStreams& streams,
                  const ScriptTransport& websocket) {
    TestOptions options;
    if (!read_options(arguments, websocket, streams, options)) return ExitCode::usage;
    const fs::path pack = arguments.get("pack", default_pack());
    const fs::path place = arguments.has("scripts") ? fs::path(arguments.get("scripts")) : scripts_of(pack);
    Findings findings;
    const auto scripts = read_scripts(place, arguments.get("filter"), findings);
    print(findings, {}, streams.notes);
    if (scripts.empty()) {
        streams.notes << "no script to play in " << place.string() << "\n";
        return findings.has_errors() ? ExitCode::findings : ExitCode::usage;
    }
    ExitCode exit = ExitCode::ok;
    const auto read = read_assistant(arguments, streams, exit);
    if (!read) return exit;
    const ScriptWorld world{read->assistant, read->source, options.store};
    std::vector<ScriptOutcome> outcomes;
    for (const auto& script : scripts) outcomes.push_back(run_script(script, world, options.transport));
    exit = report(arguments, streams, outcomes);
    return exit == ExitCode::ok && findings.has_errors() ? ExitCode::findings : exit;
}

}  // namespace

ProgramCommand make_test_command(ScriptTransport websocket) {
    using Kind = CommandOption::Kind;
    return {
        "test",
        "Play a pack's scripted conversations",
        {{"pack", "the pack's folder", Kind::positional, false, default_pack()},
         {"--scripts", "a script or a folder of them (default PACK/tests, or tests/scripts of the sources)",
          Kind::text, false, ""},
         {"--filter", "only scripts with this in their file name or title", Kind::text, false, ""},
         {"--transport", "engine (a function call) or websocket (a server on a free port)", Kind::text, false,
          "engine"},
         {"--model", "the model file (default var/<pack name>.model, or keywords)", Kind::text, false, ""},
         {"--store", "memory or sqlite", Kind::text, false, "memory"},
         {"--junit", "also write a JUnit XML file", Kind::text, false, ""}},
        [websocket = std::move(websocket)](const CommandArguments& arguments, const CommandStreams& streams) {
            return run_test(arguments, streams, websocket);
        }};
}

}  // namespace parlance::dialogue
