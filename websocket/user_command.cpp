#include "websocket/user_command.h"

#include <ostream>

#include "websocket/user_records.h"

namespace parlance::websocket {

namespace {

constexpr const char* default_folder = "var";

ExitCode told(const Error& error, const CommandStreams& streams) {
    streams.notes << error.detail << "\n";
    return ExitCode::io;
}

ExitCode run_export(const CommandArguments& arguments, const CommandStreams& streams) {
    const auto records = UserRecords::open(arguments.get("store", default_folder));
    if (!records) return told(records.error(), streams);
    const auto found = records->export_of({arguments.get("customer")}, system_clock()());
    if (!found) return told(found.error(), streams);
    streams.out << to_json(*found) << "\n";
    return ExitCode::ok;
}

std::string in_words(const UserErasure& erasure) {
    return "erased " + erasure.customer.text + ": " + std::to_string(erasure.behavior_events) +
           " behaviour events, " + std::to_string(erasure.dead_letters) + " dead letters, " +
           std::to_string(erasure.conversations) + " conversations, " + std::to_string(erasure.sessions) +
           " sessions" +
           (erasure.audit_unlinked ? "; the audit trail keeps its entries, but not whose they are" : "") +
           "\n";
}

ExitCode run_erase(const CommandArguments& arguments, const CommandStreams& streams) {
    auto records = UserRecords::open(arguments.get("store", default_folder));
    if (!records) return told(records.error(), streams);
    const auto erasure = records->erase({arguments.get("customer")});
    if (!erasure) return told(erasure.error(), streams);
    streams.out << (arguments.has("json") ? to_json(*erasure) + "\n" : in_words(*erasure));
    return ExitCode::ok;
}

ExitCode run_nothing(const CommandArguments&, const CommandStreams& streams) {
    streams.notes << "say what to do: `parlance user export CUSTOMER` or `parlance user erase CUSTOMER`\n";
    return ExitCode::usage;
}

}  // namespace

ProgramCommand make_user_command() {
    using Kind = CommandOption::Kind;
    const CommandOption customer{"customer", "the customer's id", Kind::positional, true, ""};
    const CommandOption store{"--store", "the data folder (default var)", Kind::text, false, ""};
    return {"user",
            "Give or forget everything that is kept of a customer",
            {},
            run_nothing,
            {{"export", "Print it as one JSON object", {customer, store}, run_export},
             {"erase", "Erase it from every file, at once", {customer, store}, run_erase}}};
}

}  // namespace parlance::websocket
