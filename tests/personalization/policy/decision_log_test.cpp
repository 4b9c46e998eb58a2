#include "personalization/policy/decision_log.h"

#include <catch2/catch.hpp>

#include "personalization/learning/csv_reader.h"

using namespace parlance;
using namespace parlance::personalization;

namespace {

DecisionLog read(std::string_view content, Findings& findings, const DecisionColumns& columns = {}) {
    return decision_log(parse_table(content, "log.csv", findings), columns, findings);
}

}  // namespace

TEST_CASE("a log of decisions is read with its contexts and the new policy", "[personalization][policy]") {
    Findings findings;
    const DecisionLog log = read(
        "age,action,propensity,reward,target_letter,target_phone\n"
        "30,phone,.5,1,.2,.8\n45,letter,.25,0,.6,.4\n45,letter,.25,1,1,0\n",
        findings);
    CHECK_FALSE(findings.has_errors());
    CHECK(log.actions == std::vector<std::string>{"letter", "phone"});
    CHECK(log.taken == std::vector<std::size_t>{1, 0, 0});
    CHECK(log.propensities == std::vector<double>{.5, .25, .25});
    CHECK(log.target->of(1, 1) == Approx(.4));
    CHECK(log.contexts.names == std::vector<std::string>{"age"});
    CHECK(log.contexts.size() == 3);
}

TEST_CASE("everything wrong in a log is told at once", "[personalization][policy]") {
    Findings findings;
    read(
        "action,propensity,reward,target_letter,target_phone\n"
        "phone,0,1,.2,.8\nletter,.5,much,.6,.4\nletter,.5,0,.6,.6\n",
        findings);
    const auto found = findings.sorted();
    REQUIRE(found.size() == 3);
    CHECK(found[0].code == "E1012");
    CHECK(found[0].position.line == 2);
    CHECK(found[1].code == "E1008");
    CHECK(found[2].code == "E1013");
}

TEST_CASE("a column that is not there is told with what is near", "[personalization][policy]") {
    Findings findings;
    read("action,propensty,reward\nphone,.5,1\n", findings);
    const auto found = findings.sorted();
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == "E1009");
    CHECK(found[0].fix == "did you mean \"propensty\"?");
}
