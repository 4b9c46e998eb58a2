#include "personalization/learning/campaign_rows.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "personalization/learning/campaign_reader.h"
#include "personalization/learning/csv_reader.h"

using namespace parlance;
using namespace parlance::personalization;

namespace {

struct Texts {
    std::string offered = "person,offer\nann,spring\nbob,spring\nann,summer\nbob,summer\ncid,summer\n";
    std::string offers =
        "offer,kind,start,end\nsummer,mail,2026-06-01,2026-06-30\nspring,mail,2026-03-01,2026-03-31\n";
    std::string taken =
        "person,offer,day\nann,spring,2026-03-10\nann,spring,2026-03-12\nbob,summer,2026-06-05\n";
    std::string people = "person,home\nann,own\ncid,rent\n";
};

CampaignLog log_of(const Texts& texts, Findings& findings, const CampaignColumns& columns = {}) {
    const CampaignTables tables{parse_table(texts.offered, "offered.csv", findings),
                                parse_table(texts.offers, "offers.csv", findings),
                                parse_table(texts.taken, "taken.csv", findings),
                                parse_table(texts.people, "people.csv", findings)};
    return campaign_log(tables, columns, findings);
}

CampaignRows rows_of(const Texts& texts) {
    Findings findings;
    const CampaignLog log = log_of(texts, findings);
    CAPTURE(describe(findings, {}));
    REQUIRE_FALSE(findings.has_errors());
    return campaign_rows(log);
}

std::string cell(const CampaignRows& rows, std::size_t row, const std::string& column) {
    const auto& columns = rows.table.columns;
    const auto found = std::find(columns.begin(), columns.end(), column);
    REQUIRE(found != columns.end());
    return rows.table.rows[row][static_cast<std::size_t>(found - columns.begin())];
}

}  // namespace

TEST_CASE("every invitation is a row with what was known before it", "[personalization][acceptance]") {
    const CampaignRows rows = rows_of({});
    REQUIRE(rows.table.rows.size() == 5);
    CHECK(rows.table.lines == std::vector{2, 3, 4, 5, 6});  // spring's, then summer's
    const auto [row, column, value] = GENERATE(table<std::size_t, std::string, std::string>({
        {0, "earlier campaigns", "0.00000"},        // ann in spring
        {0, "outcome", "yes"},                      //
        {1, "outcome", "no"},                       // bob in spring
        {1, "record: home", ""},                    //
        {2, "earlier campaigns taken", "1.00000"},  // ann in summer
        {2, "takings", "2.00000"},                  //
        {2, "took the last campaign", "yes"},       //
        {2, "days since the last taking", "81.00000"},
        {2, "taken beyond expectation", "0.50000"},  // half of spring's people took it
        {2, "record: home", "own"},                  //
        {2, "outcome", "no"},                        //
        {3, "took the last campaign", "no"},         // bob in summer
        {3, "days since the last taking", ""},       //
        {3, "outcome", "yes"},                       //
        {4, "earlier campaigns", "0.00000"},         // cid in summer
        {4, "length in days", "30.00000"},           //
    }));
    CAPTURE(row, column);
    CHECK(cell(rows, row, column) == value);
}

TEST_CASE("what happens on a campaign's first day or later is in no feature of it",
          "[personalization][acceptance]") {
    const std::string more = GENERATE("bob,spring,2026-03-01\n", "bob,spring,2026-03-02\n",
                                      "cid,summer,2026-06-01\nann,summer,2026-06-30\n");
    CAPTURE(more);
    Texts changed;
    changed.taken += more;
    if (more.starts_with("bob")) {  // spring goes on beyond summer's start; the taking comes on that day
        changed.offers =
            "offer,kind,start,end\nsummer,mail,2026-03-01,2026-06-30\nspring,mail,2026-02-01,"
            "2026-03-31\n";
    }
    Texts plain = changed;
    plain.taken = Texts{}.taken;
    const CampaignRows before = rows_of(plain);
    const CampaignRows after = rows_of(changed);
    for (std::size_t row = 0; row < before.table.rows.size(); ++row) {
        CAPTURE(row);
        const auto& one = before.table.rows[row];
        CHECK(std::equal(one.begin(), one.end() - 1, after.table.rows[row].begin()));
    }
}

TEST_CASE("coverage says how much is known and what is left out", "[personalization][acceptance]") {
    Texts texts;
    texts.taken += "dan,spring,2026-03-10\nbob,spring,2026-04-01\n";  // not invited; too late
    const CampaignCoverage coverage = rows_of(texts).coverage;
    CHECK(coverage.campaigns == 2);
    CHECK(coverage.people == 3);
    CHECK(coverage.invitations == 5);
    CHECK(coverage.taken == 2);
    CHECK(coverage.with_history == 2);
    CHECK(coverage.on_record == 3);
    CHECK(coverage.strays == 2);
}

TEST_CASE("everything wrong with a campaign log is told at once", "[personalization][acceptance]") {
    Texts texts;
    texts.offered += "ann,sumer\nann,spring\n";
    texts.offers +=
        "spring,mail,2026-03-01,2026-03-31\nautumn,mail,2026-09-31,2026-10-01\n"
        "winter,mail,2026-12-31,2026-12-01\n";
    texts.taken += "ann,spring,soon\nann,sprng,2026-03-01\n";
    texts.people = "persn,home\nann,own\n";
    Findings findings;
    log_of(texts, findings);
    const std::string told = describe(findings, {});
    CAPTURE(told);
    for (const char* part :
         {"E1015", "offered.csv:7:1", "did you mean \"summer\"?", "offered.csv:8:1", "E1016",
          "offers.csv:4:1", "offers.csv:5:1", "E1007", "offers.csv:6:1", "E1017", "taken.csv:5:1",
          "taken.csv:6:1", "people.csv:1:1", "E1009", "did you mean \"persn\"?"}) {
        CHECK_THAT(told, Catch::Contains(part));
    }
    CHECK(findings.count(Severity::error) == 8);
}

TEST_CASE("offers need no kind unless a column is named for it", "[personalization][acceptance]") {
    Texts texts;
    texts.offers = "offer,start,end\nsummer,2026-06-01,2026-06-30\nspring,2026-03-01,2026-03-31\n";
    CHECK(cell(rows_of(texts), 2, "earlier campaigns of the kind taken") == "1.00000");
    CampaignColumns columns;
    columns.kind = "sort";
    Findings findings;
    log_of(texts, findings, columns);
    CHECK_THAT(describe(findings, {}), Catch::Contains("there is no column \"sort\""));
}
