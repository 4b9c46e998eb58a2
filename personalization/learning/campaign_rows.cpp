#include "personalization/learning/campaign_rows.h"

#include <algorithm>
#include <span>
#include <utility>

#include "nlu/decimal_text.h"
#include "personalization/learning/campaign_standing.h"

namespace parlance::personalization {

namespace {

struct NamedCell {
    const char* name;
    std::string text;
};

std::string number(double value) {
    return nlu::decimal_text(value, 5);
}

std::string number(const std::optional<double>& value) {
    return value ? number(*value) : "";
}

std::string word(bool value) {
    return value ? "yes" : "no";
}

void add_answers(std::vector<NamedCell>& cells, const CampaignStanding& standing, double usual,
                 double usual_of_kind) {
    const CampaignAnswers& all = standing.all;
    const CampaignAnswers& kind = standing.of_kind;
    const std::vector<NamedCell> answers = {
        {"earlier campaigns", number(all.got)},
        {"earlier campaigns taken", number(all.taken)},
        {"share of campaigns taken", number(all.share(usual))},
        {"taken beyond expectation", number(all.taken - all.expected)},
        {"share of campaigns taken lately", number(all.lately_share(usual))},
        {"took the last campaign", word(all.took_last)},
        {"earlier campaigns of the kind", number(kind.got)},
        {"earlier campaigns of the kind taken", number(kind.taken)},
        {"share of the kind taken", number(kind.share(usual_of_kind))},
        {"taken of the kind beyond expectation", number(kind.taken - kind.expected)},
        {"share of the kind taken lately", number(kind.lately_share(usual_of_kind))},
        {"took the last of the kind", word(kind.took_last)}};
    cells.insert(cells.end(), answers.begin(), answers.end());
}

void add_activity(std::vector<NamedCell>& cells, const CampaignStanding& standing) {
    const std::vector<NamedCell> activity = {
        {"campaigns running", number(standing.running)},
        {"campaigns running and taken", number(standing.running_taken)},
        {"other campaigns of the day", number(standing.same_day)},
        {"takings", number(standing.takings)},
        {"takings of the kind", number(standing.takings_of_kind)},
        {"most takings of one campaign", number(standing.most_takings)},
        {"days until taking, mean", number(standing.days_to_take)},
        {"takings a campaign taken", number(standing.takings / std::max(standing.all.taken, 1.0))},
        {"takings, halved every 30 days", number(standing.month_takings)},
        {"takings, halved every 90 days", number(standing.season_takings)},
        {"days since the last taking", number(standing.days_since_taking)},
        {"days since the last campaign", number(standing.days_since_campaign)}};
    cells.insert(cells.end(), activity.begin(), activity.end());
}

// Nothing of the campaign but its kind and length: what each campaign has a value of its own for, as its
// audience or the usual share of its day, would only name it.
std::vector<NamedCell> cells_of(const Campaign& campaign, const CampaignStanding& standing,
                                const CampaignRates& rates) {
    const double usual = rates.rate_before(campaign.start);
    const double usual_of_kind = rates.rate_before(campaign.kind, campaign.start, usual);
    std::vector<NamedCell> cells = {
        {"kind", campaign.kind},
        {"length in days", number(static_cast<double>((campaign.end - campaign.start).count() + 1))},
        {"usual share of the kind", number(usual_of_kind)}};
    add_answers(cells, standing, usual, usual_of_kind);
    add_activity(cells, standing);
    return cells;
}

// Each person's place among those who are invited with him, by what they took before: 0 the least, 1 the
// most; equals share the mean of their places.
std::vector<double> places_of(const std::vector<CampaignStanding>& invited) {
    std::vector<double> sorted;
    for (const CampaignStanding& one : invited) sorted.push_back(one.all.taken - one.all.expected);
    const std::vector<double> values = sorted;
    std::sort(sorted.begin(), sorted.end());
    std::vector<double> places;
    for (const double value : values) {
        const auto [from, to] = std::equal_range(sorted.begin(), sorted.end(), value);
        const auto middle = static_cast<double>((from - sorted.begin()) + (to - sorted.begin())) / 2;
        places.push_back(middle / static_cast<double>(sorted.size()));
    }
    return places;
}

std::optional<std::chrono::sys_days> first_taking(const Invitee& person, std::size_t campaign) {
    const auto found = std::find_if(person.takings.begin(), person.takings.end(),
                                    [&](const Taking& taking) { return taking.campaign == campaign; });
    return found == person.takings.end() ? std::nullopt : std::optional(found->day);
}

class RowBuilder {
public:
    explicit RowBuilder(const CampaignLog& log) : log_(log), rates_(log) {
        rows_.table.file = log.file;
        rows_.coverage.campaigns = log.campaigns.size();
        rows_.coverage.people = log.people.size();
        rows_.coverage.strays = log.strays;
    }

    // All invitations of one campaign.
    void add(std::span<const Invitation> invitations) {
        const Campaign& campaign = log_.campaigns[invitations.front().campaign];
        std::vector<CampaignStanding> standings;
        for (const Invitation& one : invitations)
            standings.push_back(standing_of(log_.people[one.person], log_, rates_, campaign));
        const std::vector<double> places = places_of(standings);
        for (std::size_t i = 0; i < invitations.size(); ++i) {
            auto cells = cells_of(campaign, standings[i], rates_);
            cells.push_back({"place among those invited", number(places[i])});
            add(invitations[i], std::move(cells));
            rows_.coverage.with_history += standings[i].all.got > 0 ? 1 : 0;
        }
    }

    CampaignRows take() { return std::move(rows_); }

private:
    void add(const Invitation& invitation, std::vector<NamedCell> cells) {
        const Invitee& person = log_.people[invitation.person];
        const auto taken = first_taking(person, invitation.campaign);
        if (rows_.table.columns.empty()) name_columns(cells);
        std::vector<std::string>& row = rows_.table.rows.emplace_back();
        for (NamedCell& cell : cells) row.push_back(std::move(cell.text));
        for (std::size_t i = 0; i < log_.records.width(); ++i)
            row.push_back(person.record ? log_.records.rows[*person.record][i] : "");
        row.push_back(word(taken.has_value()));
        rows_.table.lines.push_back(invitation.line);
        rows_.known.push_back(log_.campaigns[invitation.campaign].start);
        rows_.taken_on.push_back(taken);
        rows_.people.push_back(static_cast<std::uint32_t>(invitation.person));
        rows_.coverage.invitations += 1;
        rows_.coverage.taken += taken ? 1 : 0;
        rows_.coverage.on_record += person.record ? 1 : 0;
    }

    void name_columns(const std::vector<NamedCell>& cells) {
        for (const NamedCell& cell : cells) rows_.table.columns.emplace_back(cell.name);
        for (const std::string& column : log_.records.columns)
            rows_.table.columns.push_back("record: " + column);
        rows_.table.columns.emplace_back(outcome_column);
    }

    const CampaignLog& log_;
    CampaignRates rates_;
    CampaignRows rows_;
};

}  // namespace

CampaignRows campaign_rows(const CampaignLog& log) {
    RowBuilder builder(log);
    const std::span<const Invitation> all(log.invitations);
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin;
        while (end < all.size() && all[end].campaign == all[begin].campaign) ++end;
        builder.add(all.subspan(begin, end - begin));
        begin = end;
    }
    return builder.take();
}

}  // namespace parlance::personalization
