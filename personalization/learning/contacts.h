#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "personalization/learning/campaign_inputs.h"
#include "personalization/learning/churn_data.h"
#include "personalization/learning/learning_inputs.h"

namespace parlance::personalization {

// What people were offered and whether they accepted, in the order of time: a table of contacts, or the
// rows of a campaign log.
struct Contacts {
    std::string file;
    ChurnData rows;
    std::optional<CampaignRows> campaigns;  // their table is that of the rows
    std::uint32_t seed = 42;
};

// The contacts that --data, or --offered and its like, name. Nothing, told and with `exit` set, when they or
// another option are wrong.
std::optional<Contacts> contacts_from(const CommandArguments& arguments, const CommandStreams& streams,
                                      ExitCode& exit);

// What is learned from on some day, and what is foretold from then on.
struct ContactSplit {
    LabelledMatrix earlier;
    LabelledMatrix later;
};

// The first `share` of the contacts and the rest. Campaigns are not parted: what starts on the day of the
// first row of the rest or after it is foretold. What is learned from are the answers that had come before
// that day, so that a campaign that still ran then has those only.
ContactSplit split_in_time(const Contacts& contacts, double share);

// The options that say what is read and how.
std::vector<CommandOption> contact_options();

}  // namespace parlance::personalization
