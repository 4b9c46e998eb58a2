#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "personalization/learning/data_table.h"

namespace parlance::personalization {

// An offer that was made to chosen people and could be taken from its first to its last day.
struct Campaign {
    std::string id;
    std::string kind;  // "Type B"; empty when nobody said
    std::chrono::sys_days start;
    std::chrono::sys_days end;
};

// A day on which a person took what a campaign offered.
struct Taking {
    std::size_t campaign = 0;
    std::chrono::sys_days day;
};

// One person with what he was offered and what he took.
struct Invitee {
    std::string id;
    std::vector<std::size_t> campaigns;  // that he got, in the order of their starts
    std::vector<Taking> takings;         // of these and in their time, oldest first
    std::optional<std::size_t> record;   // his row among the records
};

// A campaign's reaching a person.
struct Invitation {
    std::size_t campaign = 0;
    std::size_t person = 0;
    int line = 0;  // of the file
};

// Who was offered what, and who took it when.
struct CampaignLog {
    std::string file;                     // of the invitations
    std::vector<Campaign> campaigns;      // in the order of their starts
    std::vector<Invitee> people;          // in the order in which they come up
    std::vector<Invitation> invitations;  // in the order of the starts, of one campaign in the file's
    DataTable records;                    // what else is known of people, without their ids; may be empty
    std::size_t takings = 0;              // that were read
    std::size_t strays = 0;               // of these, by people who had no such offer, or not in its time
};

}  // namespace parlance::personalization
