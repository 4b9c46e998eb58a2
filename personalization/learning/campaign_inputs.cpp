#include "personalization/learning/campaign_inputs.h"

#include <array>
#include <ostream>
#include <string>

#include "nlu/command_inputs.h"
#include "personalization/learning/campaign_reader.h"
#include "personalization/learning/learning_inputs.h"

namespace parlance::personalization {

namespace {

constexpr std::array<const char*, 3> needed = {"offered", "offers", "taken"};

struct ColumnRole {
    const char* name;
    std::string CampaignColumns::*column;
};

constexpr std::array<ColumnRole, 6> roles = {{{"person", &CampaignColumns::person},
                                              {"offer", &CampaignColumns::offer},
                                              {"start", &CampaignColumns::start},
                                              {"end", &CampaignColumns::end},
                                              {"kind", &CampaignColumns::kind},
                                              {"day", &CampaignColumns::day}}};

// Puts what "person=household_id" says into the columns; false, and told, when it says nothing sound.
bool name_column(const std::string& pair, CampaignColumns& columns, const CommandStreams& streams) {
    const std::size_t sign = pair.find('=');
    const std::string role = pair.substr(0, sign);
    std::vector<std::string> names;
    for (const ColumnRole& one : roles) {
        names.emplace_back(one.name);
        if (role != one.name || sign == std::string::npos || sign + 1 == pair.size()) continue;
        columns.*one.column = pair.substr(sign + 1);
        return true;
    }
    streams.notes << "--columns: \"" << pair << "\" names no column; write person=household_id, with person, "
                  << "offer, start, end, kind or day before the sign";
    const std::string fix = did_you_mean(role, names);
    streams.notes << (fix.empty() || fix.find('"' + role + '"') != std::string::npos ? "" : "; " + fix)
                  << "\n";
    return false;
}

std::optional<CampaignColumns> columns_from(const CommandArguments& arguments, const CommandStreams& streams,
                                            ExitCode& exit) {
    CampaignColumns columns;
    bool is_good = true;
    for (const std::string& pair : names_in(arguments.get("columns")))
        is_good = name_column(pair, columns, streams) && is_good;
    if (is_good) return columns;
    exit = ExitCode::usage;
    return std::nullopt;
}

// The table that the option names; an empty one when it is not given.
bool read_into(DataTable& table, const char* option, const CommandArguments& arguments,
               const CommandStreams& streams, ExitCode& exit) {
    if (!arguments.has(option)) return true;
    auto read = table_from(arguments.get(option), streams, exit);
    if (read) table = std::move(*read);
    return read.has_value();
}

}  // namespace

bool has_campaigns(const CommandArguments& arguments) {
    for (const char* option : needed) {
        if (arguments.has(option)) return true;
    }
    return false;
}

std::optional<CampaignRows> campaign_rows_from(const CommandArguments& arguments,
                                               const CommandStreams& streams, ExitCode& exit) {
    bool is_complete = !arguments.has("data");
    for (const char* option : needed) is_complete = is_complete && arguments.has(option);
    if (!is_complete) {
        streams.notes << "give --data, or all of --offered, --offers and --taken\n";
        exit = ExitCode::usage;
        return std::nullopt;
    }
    const auto columns = columns_from(arguments, streams, exit);
    if (!columns) return std::nullopt;
    CampaignTables tables;
    bool is_read = read_into(tables.offered, "offered", arguments, streams, exit);
    is_read = read_into(tables.offers, "offers", arguments, streams, exit) && is_read;
    is_read = read_into(tables.taken, "taken", arguments, streams, exit) && is_read;
    is_read = read_into(tables.people, "people", arguments, streams, exit) && is_read;
    if (!is_read) return std::nullopt;
    Findings findings;
    const CampaignLog log = campaign_log(tables, *columns, findings);
    nlu::print(findings, {}, streams.notes);
    if (!findings.has_errors()) return campaign_rows(log);
    exit = ExitCode::findings;
    return std::nullopt;
}

std::vector<CommandOption> campaign_options() {
    using Kind = CommandOption::Kind;
    return {
        {"--offered", "in place of --data: who was offered what (CSV: person, offer)", Kind::text, false, ""},
        {"--offers", "with it: the offers (CSV: offer, start, end, kind)", Kind::text, false, ""},
        {"--taken", "with it: who took what when (CSV: person, offer, day)", Kind::text, false, ""},
        {"--people", "with it: what else is known of people (CSV: person, ...)", Kind::text, false, ""},
        {"--columns", "what these files call their columns: person=household_id,day=redemption_date",
         Kind::text, false, ""}};
}

}  // namespace parlance::personalization
