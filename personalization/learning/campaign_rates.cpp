#include "personalization/learning/campaign_rates.h"

#include <algorithm>
#include <set>

namespace parlance::personalization {

CampaignRates::CampaignRates(const CampaignLog& log)
    : campaigns_(log.campaigns), audiences_(log.campaigns.size()), first_takings_(log.campaigns.size()) {
    for (const Invitation& invitation : log.invitations) audiences_[invitation.campaign] += 1;
    for (const Invitee& person : log.people) {
        std::set<std::size_t> seen;
        for (const Taking& taking : person.takings) {
            if (seen.insert(taking.campaign).second) first_takings_[taking.campaign].push_back(taking.day);
        }
    }
    for (auto& days : first_takings_) std::sort(days.begin(), days.end());
}

double CampaignRates::taken_before(std::size_t campaign, std::chrono::sys_days day) const {
    const auto& days = first_takings_[campaign];
    const auto known = std::lower_bound(days.begin(), days.end(), day) - days.begin();
    return audiences_[campaign] > 0 ? static_cast<double>(known) / audiences_[campaign] : 0;
}

CampaignRates::Sum CampaignRates::sum_before(const std::string* kind, std::chrono::sys_days day) const {
    Sum sum;
    for (std::size_t i = 0; i < campaigns_.size() && campaigns_[i].start < day; ++i) {
        if (kind != nullptr && campaigns_[i].kind != *kind) continue;
        sum.people += audiences_[i];
        sum.taken += taken_before(i, day) * audiences_[i];
    }
    return sum;
}

double CampaignRates::rate_before(const std::string& kind, std::chrono::sys_days day,
                                  double otherwise) const {
    const Sum sum = sum_before(&kind, day);
    return (sum.taken + prior_weight * otherwise) / (sum.people + prior_weight);
}

double CampaignRates::rate_before(std::chrono::sys_days day) const {
    const Sum sum = sum_before(nullptr, day);
    return sum.people > 0 ? sum.taken / sum.people : 0;
}

}  // namespace parlance::personalization
