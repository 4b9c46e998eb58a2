#include "personalization/learning/campaign_reader.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "personalization/learning/calendar_day.h"

namespace parlance::personalization {

namespace {

using Columns = std::vector<std::size_t>;

// The places of the names; none, with findings, unless all are there.
std::optional<Columns> columns_of(const DataTable& table, const std::vector<std::string>& names,
                                  Findings& findings) {
    Columns places;
    for (const std::string& name : names) {
        const auto found = std::find(table.columns.begin(), table.columns.end(), name);
        if (found == table.columns.end()) {
            findings.error("E1009", table.file, {1, 1}, "there is no column \"" + name + "\"",
                           did_you_mean(name, table.columns));
        } else {
            places.push_back(static_cast<std::size_t>(found - table.columns.begin()));
        }
    }
    return places.size() == names.size() ? std::optional(std::move(places)) : std::nullopt;
}

// Builds the log table by table: offers first, then who got them, then who took them.
class LogBuilder {
public:
    LogBuilder(const CampaignColumns& columns, Findings& findings) : columns_(columns), findings_(findings) {}

    void add_offers(const DataTable& table) {
        std::vector<std::string> names = {columns_.offer, columns_.start, columns_.end};
        const auto& there = table.columns;
        const bool has_kind = std::find(there.begin(), there.end(), columns_.kind) != there.end();
        // Only the usual name may be missing; one that was asked for must be there.
        if (has_kind || columns_.kind != CampaignColumns{}.kind) names.push_back(columns_.kind);
        const auto places = columns_of(table, names, findings_);
        if (!places) return;
        for (std::size_t i = 0; i < table.size(); ++i) {
            const auto& row = table.rows[i];
            const SourcePosition at{table.lines[i], 1};
            const auto start = day_in(row[(*places)[1]], table, at);
            const auto end = day_in(row[(*places)[2]], table, at);
            const std::string& id = row[(*places)[0]];
            ids_.push_back(id);
            if (start && end && *end < *start)
                findings_.error("E1017", table.file, at, "offer \"" + id + "\" ends before it starts");
            if (!offers_.emplace(id, 0).second) told_twice(table, at, "offer \"" + id + "\"");
            if (!start || !end) continue;
            log_.campaigns.push_back({id, has_kind ? row[(*places)[3]] : "", *start, *end});
        }
        std::stable_sort(
            log_.campaigns.begin(), log_.campaigns.end(),
            [](const Campaign& left, const Campaign& right) { return left.start < right.start; });
        for (std::size_t i = 0; i < log_.campaigns.size(); ++i) offers_[log_.campaigns[i].id] = i;
    }

    void add_invitations(const DataTable& table) {
        log_.file = table.file;
        const auto places = columns_of(table, {columns_.person, columns_.offer}, findings_);
        if (!places) return;
        for (std::size_t i = 0; i < table.size(); ++i) {
            const std::string& person = table.rows[i][(*places)[0]];
            const SourcePosition at{table.lines[i], 1};
            const auto offer = offer_in(table.rows[i][(*places)[1]], table, at);
            if (!offer) continue;
            const auto [known, is_new] = people_.emplace(person, log_.people.size());
            if (is_new) log_.people.push_back({person, {}, {}, {}});
            if (invited_.emplace(known->second, *offer).second) {
                log_.invitations.push_back({*offer, known->second, at.line});
            } else {
                told_twice(table, at, "the invitation of \"" + person + "\"");
            }
        }
        std::stable_sort(
            log_.invitations.begin(), log_.invitations.end(),
            [](const Invitation& left, const Invitation& right) { return left.campaign < right.campaign; });
        for (const Invitation& invitation : log_.invitations)
            log_.people[invitation.person].campaigns.push_back(invitation.campaign);
    }

    void add_takings(const DataTable& table) {
        const auto places = columns_of(table, {columns_.person, columns_.offer, columns_.day}, findings_);
        if (!places) return;
        for (std::size_t i = 0; i < table.size(); ++i) {
            const auto& row = table.rows[i];
            const SourcePosition at{table.lines[i], 1};
            const auto offer = offer_in(row[(*places)[1]], table, at);
            const auto day = day_in(row[(*places)[2]], table, at);
            if (offer && day) add_taking(row[(*places)[0]], {*offer, *day});
        }
        for (Invitee& person : log_.people)
            std::stable_sort(person.takings.begin(), person.takings.end(),
                             [](const Taking& left, const Taking& right) { return left.day < right.day; });
    }

    void add_records(const DataTable& table) {
        if (table.columns.empty()) return;
        const auto places = columns_of(table, {columns_.person}, findings_);
        if (!places) return;
        log_.records = table;
        const auto place = static_cast<std::ptrdiff_t>(places->front());
        std::set<std::string> seen;
        for (std::size_t i = 0; i < table.size(); ++i) {
            const std::string& id = table.rows[i][places->front()];
            if (!seen.insert(id).second) told_twice(table, {table.lines[i], 1}, "person \"" + id + "\"");
            if (const auto known = people_.find(id); known != people_.end())
                log_.people[known->second].record = i;
            log_.records.rows[i].erase(log_.records.rows[i].begin() + place);
        }
        log_.records.columns.erase(log_.records.columns.begin() + place);
    }

    CampaignLog take() { return std::move(log_); }

private:
    void told_twice(const DataTable& table, SourcePosition at, const std::string& what) {
        findings_.error("E1016", table.file, at, what + " is there twice");
    }

    std::optional<std::chrono::sys_days> day_in(const std::string& text, const DataTable& table,
                                                SourcePosition at) {
        const auto day = day_of(text);
        if (!day) {
            findings_.error("E1007", table.file, at, "\"" + text + "\" is no day",
                            "write it as 2026-01-31 or 20260131");
        }
        return day;
    }

    // Of offers that could not be read nothing more is told.
    std::optional<std::size_t> offer_in(const std::string& id, const DataTable& table, SourcePosition at) {
        const auto found = offers_.find(id);
        if (found != offers_.end()) return found->second;
        if (!ids_.empty())
            findings_.error("E1015", table.file, at, "there is no offer \"" + id + "\"",
                            did_you_mean(id, ids_));
        return std::nullopt;
    }

    void add_taking(const std::string& person, const Taking& taking) {
        ++log_.takings;
        if (log_.campaigns.size() <= taking.campaign) return;  // its days were told to be wrong
        const Campaign& campaign = log_.campaigns[taking.campaign];
        const auto known = people_.find(person);
        const bool fits = known != people_.end() && invited_.contains({known->second, taking.campaign}) &&
                          taking.day >= campaign.start && taking.day <= campaign.end;
        if (fits) {
            log_.people[known->second].takings.push_back(taking);
        } else {
            ++log_.strays;
        }
    }

    const CampaignColumns& columns_;
    Findings& findings_;
    CampaignLog log_;
    std::vector<std::string> ids_;
    std::map<std::string, std::size_t> offers_;
    std::map<std::string, std::size_t> people_;
    std::set<std::pair<std::size_t, std::size_t>> invited_;  // person, campaign
};

}  // namespace

CampaignLog campaign_log(const CampaignTables& tables, const CampaignColumns& columns, Findings& findings) {
    LogBuilder builder(columns, findings);
    builder.add_offers(tables.offers);
    builder.add_invitations(tables.offered);
    builder.add_takings(tables.taken);
    builder.add_records(tables.people);
    return builder.take();
}

}  // namespace parlance::personalization
