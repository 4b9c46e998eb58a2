#include "personalization/ingest/ingest_command.h"

#include <chrono>
#include <fstream>
#include <istream>
#include <ostream>
#include <string>
#include <vector>

#include "personalization/ingest/behavior_folder.h"
#include "personalization/ingest/ingest_report.h"

namespace parlance::personalization {
namespace {

constexpr const char* default_folder = "var";
constexpr std::size_t batch_lines = 1000;  // in one transaction

ExitCode told(const Error& error, const CommandStreams& streams) {
    streams.notes << error.detail << "\n";
    return error.code == ErrorCode::bad_request ? ExitCode::usage : ExitCode::io;
}

// A file's lines on their way into the store, a batch at a time.
class FileIngest {
public:
    FileIngest(EventIngest& ingest, std::string file, const CommandStreams& streams)
        : ingest_(ingest), file_(std::move(file)), streams_(streams) {}

    // Fails with storage_failed; what was counted before stays counted, and reading the file again is
    // harmless.
    Result<IngestReport> read(std::istream& in) {
        const auto begin = std::chrono::steady_clock::now();
        std::string line;
        for (std::size_t number = 1; std::getline(in, line); ++number) {
            if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
            lines_.push_back(std::move(line));
            numbers_.push_back(number);
            if (lines_.size() < batch_lines) continue;
            if (const auto taken = take(); !taken) return taken.error();
        }
        if (const auto taken = take(); !taken) return taken.error();
        if (streams_.notes_is_terminal) streams_.notes << "\r";
        report_.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        return report_;
    }

private:
    Result<void> take() {
        const std::vector<std::string_view> texts(lines_.begin(), lines_.end());
        const auto receipts = ingest_.track_texts(texts);
        if (!receipts) return receipts.error();
        for (std::size_t i = 0; i < receipts->size(); ++i) {
            const IngestReceipt& receipt = (*receipts)[i];
            report_.count(receipt);
            if (receipt.outcome == IngestReceipt::Outcome::dead)
                streams_.notes << file_ << ":" << numbers_[i] << ": " << to_text(*receipt.reason) << ": "
                               << receipt.detail << "\n";
        }
        if (streams_.notes_is_terminal) streams_.notes << "\r" << report_.events << " events" << std::flush;
        lines_.clear();
        numbers_.clear();
        return {};
    }

    EventIngest& ingest_;
    std::string file_;
    const CommandStreams& streams_;
    std::vector<std::string> lines_;
    std::vector<std::size_t> numbers_;  // of the lines in the file
    IngestReport report_;
};

ExitCode ingest_file(EventIngest& ingest, const CommandArguments& arguments, const CommandStreams& streams) {
    const std::string file = arguments.get("file");
    std::ifstream opened;
    if (file != "-") {
        opened.open(file, std::ios::binary);
        if (!opened || std::filesystem::is_directory(file)) {
            streams.notes << file << ": cannot be read\n";
            return ExitCode::io;
        }
    }
    const auto report = FileIngest(ingest, file, streams).read(file == "-" ? streams.in : opened);
    if (!report) return told(report.error(), streams);
    streams.out << (arguments.has("json") ? to_json_text(*report) : describe(*report));
    return report->dead > 0 ? ExitCode::findings : ExitCode::ok;
}

ExitCode show_dead(const DeadLetters& dead, const CommandStreams& streams) {
    const auto letters = dead.all();
    if (!letters) return told(letters.error(), streams);
    for (const DeadLetter& letter : *letters) streams.out << to_json_line(letter);
    return ExitCode::ok;
}

ExitCode replay_dead(EventIngest& ingest, const CommandArguments& arguments, const CommandStreams& streams) {
    const auto counts = ingest.replay(arguments.has("accept-late") ? Lateness::accept : Lateness::refuse);
    if (!counts) return told(counts.error(), streams);
    if (arguments.has("json"))
        streams.out << to_json_text(*counts);
    else
        streams.out << counts->accepted << " counted now, " << counts->repeated << " known before, "
                    << counts->still_dead << " still dead\n";
    return counts->still_dead > 0 ? ExitCode::findings : ExitCode::ok;
}

ExitCode run_ingest(const CommandArguments& arguments, const CommandStreams& streams) {
    const int wishes =
        int{arguments.has("file")} + int{arguments.has("dead-letters")} + int{arguments.has("replay-dead")};
    if (wishes != 1) {
        streams.notes << "say one thing to do: a file to read (- for the standard input), --dead-letters or "
                         "--replay-dead\n";
        return ExitCode::usage;
    }
    if (arguments.has("accept-late") && !arguments.has("replay-dead")) {
        streams.notes << "--accept-late goes with --replay-dead\n";
        return ExitCode::usage;
    }
    const auto folder = BehaviorFolder::open(arguments.get("store", default_folder));
    if (!folder) return told(folder.error(), streams);
    if (arguments.has("dead-letters")) return show_dead(*folder->dead, streams);
    EventIngest ingest(*folder->events, *folder->dead, system_clock());
    if (arguments.has("replay-dead")) return replay_dead(ingest, arguments, streams);
    return ingest_file(ingest, arguments, streams);
}

}  // namespace

ProgramCommand ingest_command() {
    using Kind = CommandOption::Kind;
    return {"ingest",
            "Count behaviour events (CloudEvents, one a line) into a data folder, each once",
            {{"file", "the file; - for the standard input", Kind::positional, false, ""},
             {"--store", "the data folder (default var)", Kind::text, false, ""},
             {"--dead-letters", "print the events that were not counted, one JSON object a line", Kind::flag,
              false, ""},
             {"--replay-dead", "try those events again", Kind::flag, false, ""},
             {"--accept-late", "with --replay-dead: count late events too", Kind::flag, false, ""}},
            run_ingest};
}

}  // namespace parlance::personalization
