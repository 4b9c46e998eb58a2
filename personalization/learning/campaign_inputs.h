#pragma once

#include <optional>
#include <vector>

#include "intents/program_command.h"
#include "personalization/learning/campaign_rows.h"

namespace parlance::personalization {

// Whether the files of a campaign log are given (--offered, --offers, --taken) in place of one table.
bool has_campaigns(const CommandArguments& arguments);

// The rows of the campaign log that the options name. Nothing, with `exit` set and everything wrong told,
// when a file or option is missing or wrong.
std::optional<CampaignRows> campaign_rows_from(const CommandArguments& arguments,
                                               const CommandStreams& streams, ExitCode& exit);

// The options that name the files and their columns.
std::vector<CommandOption> campaign_options();

}  // namespace parlance::personalization
