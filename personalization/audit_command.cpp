#include "personalization/audit_command.h"

#include <ostream>

#include "personalization/acceptance/decision_table.h"
#include "personalization/learning/learning_inputs.h"
#include "personalization/storage/audit_log.h"

namespace parlance::personalization {

namespace {

constexpr const char* default_file = "var/audit.db";

ExitCode told(const Error& error, const CommandStreams& streams) {
    streams.notes << error.detail << "\n";
    return ExitCode::io;
}

// Looking at a trail must not make one.
std::unique_ptr<AuditLog> opened(const CommandArguments& arguments, const CommandStreams& streams,
                                 ExitCode& exit) {
    const std::string file = arguments.get("file", default_file);
    exit = ExitCode::io;
    if (!std::filesystem::exists(file)) {
        streams.notes << "there is no audit trail " << file << "; `parlance serve` writes one into its data "
                      << "folder, --file names another\n";
        return nullptr;
    }
    auto log = AuditLog::open(file);
    if (!log) {
        told(log.error(), streams);
        return nullptr;
    }
    exit = ExitCode::ok;
    return std::move(*log);
}

std::string in_words(const AuditVerdict& verdict) {
    if (verdict.broken)
        return "broken at entry " + std::to_string(*verdict.broken) + ": " + verdict.problem + "\n" +
               std::to_string(verdict.entries) + " entries before it are whole\n";
    return "whole: " + std::to_string(verdict.entries) + " entries, head " + verdict.head + "\n";
}

ExitCode run_verify(const CommandArguments& arguments, const CommandStreams& streams) {
    ExitCode exit = ExitCode::ok;
    const auto log = opened(arguments, streams, exit);
    if (log == nullptr) return exit;
    auto verdict = log->verify();
    if (!verdict) return told(verdict.error(), streams);
    if (const std::string head = arguments.get("head"); !head.empty() && !verdict->broken) {
        const auto known = log->has_digest(head);
        if (!known) return told(known.error(), streams);
        if (!*known) {
            verdict->broken = verdict->entries + 1;
            verdict->problem = "no entry has the digest " + head + ": the newest entries were cut off";
        }
    }
    streams.out << (arguments.has("json") ? to_json_text(*verdict) + "\n" : in_words(*verdict));
    return verdict->broken ? ExitCode::findings : ExitCode::ok;
}

ExitCode run_show(const CommandArguments& arguments, const CommandStreams& streams) {
    ExitCode exit = ExitCode::ok;
    const auto log = opened(arguments, streams, exit);
    if (log == nullptr) return exit;
    const auto entries = log->entries_of({arguments.get("customer")});
    if (!entries) return told(entries.error(), streams);
    for (const std::string& entry : *entries) streams.out << entry << "\n";
    return ExitCode::ok;
}

ExitCode run_decisions(const CommandArguments& arguments, const CommandStreams& streams) {
    ExitCode exit = ExitCode::ok;
    const auto log = opened(arguments, streams, exit);
    if (log == nullptr) return exit;
    DecisionTable table;
    const auto read = log->follow([&table](const AuditRecord& record) { table.note(record); });
    if (!read) return told(read.error(), streams);
    if (!arguments.has("output")) {
        streams.out << table.csv();
    } else if (!write_text(arguments.get("output"), table.csv(), streams)) {
        return ExitCode::io;
    }
    streams.notes << table.rows() << " offers with what came of them; " << table.waiting()
                  << " more may still be answered\n";
    return ExitCode::ok;
}

ExitCode run_nothing(const CommandArguments&, const CommandStreams& streams) {
    streams.notes << "say what to do with the audit trail: `parlance audit verify`, `parlance audit show "
                     "CUSTOMER` or `parlance audit decisions`\n";
    return ExitCode::usage;
}

}  // namespace

ProgramCommand audit_command() {
    using Kind = CommandOption::Kind;
    const CommandOption file{"--file", "the audit trail (default var/audit.db)", Kind::text, false, ""};
    return {
        "audit",
        "Check or read the trail of everything that was recommended",
        {},
        run_nothing,
        {{"verify",
          "Walk the chain of digests: 1 at the end means that an entry was changed, removed or added",
          {file, {"--head", "a head that was noted before: it must still be there", Kind::text, false, ""}},
          run_verify},
         {"show",
          "Print a customer's entries, oldest first, one JSON object a line",
          {{"customer", "the customer's id", Kind::positional, true, ""}, file},
          run_show},
         {"decisions",
          "Print what was shown, how likely it was chosen and what came of it, to learn from",
          {file, {"-o,--output", "the file to write (default: standard output)", Kind::text, false, ""}},
          run_decisions}}};
}

}  // namespace parlance::personalization
