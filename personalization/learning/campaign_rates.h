#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "personalization/learning/campaign_log.h"

namespace parlance::personalization {

// How often campaigns were taken up, as it was known on each day. Immutable; safe to call from several
// threads.
class CampaignRates {
public:
    explicit CampaignRates(const CampaignLog& log);

    // The share of a campaign's people who had taken it before `day`.
    double taken_before(std::size_t campaign, std::chrono::sys_days day) const;

    // The same over the earlier campaigns of a kind, each person of each campaign counting once, drawn to
    // `otherwise` as by `prior_weight` people. Earlier are those that start before `day`.
    double rate_before(const std::string& kind, std::chrono::sys_days day, double otherwise) const;

    // Over all earlier campaigns, drawn to nothing.
    double rate_before(std::chrono::sys_days day) const;

    static constexpr double prior_weight = 50;

private:
    struct Sum {
        double people = 0;
        double taken = 0;
    };
    Sum sum_before(const std::string* kind, std::chrono::sys_days day) const;

    const std::vector<Campaign>& campaigns_;
    std::vector<double> audiences_;
    std::vector<std::vector<std::chrono::sys_days>> first_takings_;  // by campaign, ascending
};

}  // namespace parlance::personalization
