#include "dialogue/validate_command.h"

#include <algorithm>
#include <chrono>
#include <ostream>

#include "dialogue/command_inputs.h"
#include "dialogue/findings_report.h"
#include "dialogue/script.h"
#include "intents/shipped_folder.h"
#include "nlu/sentiment_lines.h"
#include "personalization/knowledge/knowledge_reader.h"

namespace parlance::dialogue {
namespace {

namespace fs = std::filesystem;

// Reads the pack's own scripts; returns how many there are.
std::size_t check_scripts(const fs::path& pack, Findings& findings) {
    std::error_code unreadable;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(pack / "tests", unreadable)) {
        if (entry.path().extension() == ".chat") files.push_back(entry.path().filename());
    }
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
        // A script with errors is nothing to play, and that is all that is asked here.
        [[maybe_unused]] const auto script = read_script(pack, (fs::path("tests") / file).string(), findings);
    }
    return files.size();
}

// The lines that sentiment is trained and measured on; nothing else reads them until then.
void check_sentiment_lines(const PackSource& source, Findings& findings) {
    Findings told;  // load_assistant reports what is wrong with the pack itself
    const auto languages = load_pack(source, told).languages;
    [[maybe_unused]] const auto training = nlu::read_sentiment_training(source, languages, findings);
    [[maybe_unused]] const auto held_out = nlu::read_held_out_sentiment(source, languages, findings);
}

// The pages of the pack's knowledge; a conversation does not read them.
void check_knowledge(const PackSource& source, Findings& findings) {
    Findings told;  // as above
    const auto pack = load_pack(source, told);
    [[maybe_unused]] const auto pages = personalization::read_knowledge(source, pack, findings);
}

std::string count(int number, const char* one, const char* several) {
    return std::to_string(number) + " " + (number == 1 ? one : several);
}

// "2 problems (1 error, 1 warning) in 14 files, 23 ms".
std::string summary(const Findings& findings, std::size_t files, std::chrono::milliseconds spent) {
    const int errors = findings.count(Severity::error);
    const int warnings = findings.count(Severity::warning);
    const std::string where = " in " + count(static_cast<int>(files), "file", "files") + ", " +
                              std::to_string(spent.count()) + " ms";
    if (errors + warnings == 0) return "no problems" + where;
    return count(errors + warnings, "problem", "problems") + " (" + count(errors, "error", "errors") + ", " +
           count(warnings, "warning", "warnings") + ")" + where;
}

ExitCode run_validate(const CommandArguments& arguments, const CommandStreams& streams) {
    const auto begin = std::chrono::steady_clock::now();
    const fs::path pack = arguments.get("pack", default_pack());
    std::error_code unreadable;
    if (!fs::is_directory(pack, unreadable)) {
        streams.notes << "there is no folder " << pack.string() << "\n";
        return ExitCode::io;
    }
    Findings findings;
    const auto source = PackSource::read(pack, findings);
    [[maybe_unused]] const auto assistant = load_assistant(source, {}, findings);
    check_sentiment_lines(source, findings);
    check_knowledge(source, findings);
    const auto files = source.file_count() + check_scripts(pack, findings);
    const auto spent =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
    if (arguments.has("json")) {
        streams.out << to_json(findings, files) << "\n";
    } else {
        print(findings, pack, streams.out);
    }
    (arguments.has("json") ? streams.notes : streams.out) << summary(findings, files, spent) << "\n";
    const bool strict = arguments.has("strict") && findings.count(Severity::warning) > 0;
    return findings.has_errors() || strict ? ExitCode::findings : ExitCode::ok;
}

}  // namespace

ProgramCommand make_validate_command() {
    using Kind = CommandOption::Kind;
    return {"validate",
            "Report everything wrong with a pack",
            {{"pack", "the pack's folder", Kind::positional, false, default_pack()},
             {"--strict", "warnings count as errors", Kind::flag, false, ""}},
            run_validate};
}

}  // namespace parlance::dialogue
