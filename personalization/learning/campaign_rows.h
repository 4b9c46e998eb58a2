#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "personalization/learning/campaign_log.h"

namespace parlance::personalization {

// How much is known of those who were invited.
struct CampaignCoverage {
    std::size_t campaigns = 0;
    std::size_t people = 0;
    std::size_t invitations = 0;
    std::size_t taken = 0;         // of them: the base rate is this over the invitations
    std::size_t with_history = 0;  // of them: the person had an earlier campaign
    std::size_t on_record = 0;     // of them: the person is among the records
    std::size_t strays = 0;        // takings of what was not offered to that person then; left out
};

// A row for every invitation, in the order of the campaigns' starts, with what was known of campaign and
// person before that day, and whether he took it.
struct CampaignRows {
    DataTable table;                           // the lines are those of the invitations' file
    std::vector<std::chrono::sys_days> known;  // one a row: the day before which everything in it was known
    std::vector<std::optional<std::chrono::sys_days>> taken_on;  // one a row: when he first took it
    std::vector<std::uint32_t> people;                           // one a row
    CampaignCoverage coverage;
};

// The column that says whether the offer was taken, "yes" or "no".
inline constexpr std::string_view outcome_column = "outcome";

// Features are the campaign's kind and length, and how its kind fared until then; the
// person's earlier campaigns, of the kind and of any, how many he took, how lately, how often, how much
// more often than others, and how that compares with the others who are invited; and his record's columns,
// each named "record: ...". Nothing of the day itself or later is looked at. Never fails.
CampaignRows campaign_rows(const CampaignLog& log);

}  // namespace parlance::personalization
