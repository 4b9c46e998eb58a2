#include "personalization/learning/campaign_standing.h"

#include <algorithm>
#include <cmath>

namespace parlance::personalization {

namespace {

using Day = std::chrono::sys_days;

double days_between(Day from, Day to) {
    return static_cast<double>((to - from).count());
}

// What a person had done with one campaign until a day.
struct Use {
    double takings = 0;
    double days_to_first = 0;
};

Use use_of(const Invitee& person, std::size_t campaign, Day start, Day before) {
    Use use;
    for (const Taking& taking : person.takings) {
        if (taking.day >= before) break;
        if (taking.campaign != campaign) continue;
        if (use.takings == 0) use.days_to_first = days_between(start, taking.day);
        use.takings += 1;
    }
    return use;
}

void count(CampaignAnswers& answers, bool taken, double expected, double age) {
    const double left = std::exp2(-age / 90);
    answers.got += 1;
    answers.taken += taken ? 1 : 0;
    answers.expected += expected;
    answers.lately_got += left;
    answers.lately_taken += taken ? left : 0;
    answers.took_last = taken;
}

void count_takings(const Invitee& person, Day day, CampaignStanding& standing) {
    for (const Taking& taking : person.takings) {
        if (taking.day >= day) return;
        const double age = days_between(taking.day, day);
        standing.takings += 1;
        standing.month_takings += std::exp2(-age / 30);
        standing.season_takings += std::exp2(-age / 90);
        standing.days_since_taking = age;
    }
}

}  // namespace

CampaignStanding standing_of(const Invitee& person, const CampaignLog& log, const CampaignRates& rates,
                             const Campaign& campaign) {
    CampaignStanding standing;
    double days_to_take = 0;
    for (const std::size_t index : person.campaigns) {
        const Campaign& earlier = log.campaigns[index];
        if (earlier.start > campaign.start) break;
        if (earlier.start == campaign.start) {
            standing.same_day += earlier.id == campaign.id ? 0 : 1;
            continue;
        }
        const Use use = use_of(person, index, earlier.start, campaign.start);
        const bool taken = use.takings > 0;
        const double expected = rates.taken_before(index, campaign.start);
        const double age = days_between(earlier.start, campaign.start);
        count(standing.all, taken, expected, age);
        standing.most_takings = std::max(standing.most_takings, use.takings);
        days_to_take += use.days_to_first;
        if (earlier.kind == campaign.kind) {
            count(standing.of_kind, taken, expected, age);
            standing.takings_of_kind += use.takings;
        }
        standing.days_since_campaign = age;
        if (earlier.end < campaign.start) continue;
        standing.running += 1;
        standing.running_taken += taken ? 1 : 0;
    }
    if (standing.all.taken > 0) standing.days_to_take = days_to_take / standing.all.taken;
    count_takings(person, campaign.start, standing);
    return standing;
}

}  // namespace parlance::personalization
