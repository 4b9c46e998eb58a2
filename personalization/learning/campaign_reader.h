#pragma once

#include <string>

#include "intents/findings.h"
#include "personalization/learning/campaign_log.h"

namespace parlance::personalization {

// What the columns are called in the files of a campaign log.
struct CampaignColumns {
    std::string person = "person";
    std::string offer = "offer";
    std::string start = "start";  // an offer's first day
    std::string end = "end";      // its last
    std::string kind = "kind";    // the table of offers may lack it
    std::string day = "day";      // of taking one
};

// The tables a campaign log is made of. Columns that have no part in it are passed over.
struct CampaignTables {
    DataTable offered;  // person, offer: who was offered what
    DataTable offers;   // offer, start, end, kind
    DataTable taken;    // person, offer, day: who took what when, once for every time
    DataTable people;   // person, and what else is known of him; may be empty
};

// Brings the tables together. Everything that is wrong is told at once: E1007 (no day), E1009 (no such
// column), E1015 (no such offer), E1016 (the same offer, invitation or person twice), E1017 (an end before
// its start). Rows that are wrong are left out.
CampaignLog campaign_log(const CampaignTables& tables, const CampaignColumns& columns, Findings& findings);

}  // namespace parlance::personalization
