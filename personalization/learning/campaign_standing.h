#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "personalization/learning/campaign_log.h"
#include "personalization/learning/campaign_rates.h"

namespace parlance::personalization {

// How a person had answered campaigns of some sort until a day.
struct CampaignAnswers {
    double got = 0;
    double taken = 0;
    double expected = 0;      // had he taken each as often as its people did
    double lately_got = 0;    // each counting half as much every 90 days since its start
    double lately_taken = 0;  // likewise
    bool took_last = false;

    // The share taken, drawn to `otherwise` as by one campaign.
    double share(double otherwise) const { return (taken + otherwise) / (got + 1); }
    double lately_share(double otherwise) const { return (lately_taken + otherwise) / (lately_got + 1); }
};

// Where a person stood with campaigns on one day: everything from before it, nothing of it or later.
struct CampaignStanding {
    CampaignAnswers all;
    CampaignAnswers of_kind;
    double running = 0;        // campaigns that he had and that were not over
    double running_taken = 0;  // of these
    double same_day = 0;       // other campaigns that reach him on the day
    double takings = 0;        // every time counts
    double most_takings = 0;   // of one campaign
    double takings_of_kind = 0;
    std::optional<double> days_to_take;  // from a campaign's start to the first taking, mean
    double month_takings = 0;            // likewise, each time counting half as much every 30 days
    double season_takings = 0;           // every 90 days
    std::optional<double> days_since_taking;
    std::optional<double> days_since_campaign;
};

// campaign: the one that the person is looked at for; the day is its start.
CampaignStanding standing_of(const Invitee& person, const CampaignLog& log, const CampaignRates& rates,
                             const Campaign& campaign);

}  // namespace parlance::personalization
