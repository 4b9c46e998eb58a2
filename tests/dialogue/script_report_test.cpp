#include "dialogue/script_report.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace parlance::dialogue;

namespace {

std::vector<ScriptOutcome> outcomes() {
    ScriptOutcome passed{"a.chat", "All well", {}, 3, std::chrono::microseconds{1500}};
    ScriptOutcome failed{"b.chat", "Goes <wrong> & \"how\"", {}, 2, std::chrono::microseconds{500}};
    failed.failures.push_back(
        {{4, 1}, "< transfer.done", "said: transfer.confirm", "Send it?\nTwo lines \x01"});
    failed.failures.push_back({{5, 1}, "no flow", "flow: transfer_money confirm", ""});
    return {passed, failed};
}

}  // namespace

TEST_CASE("a report shows what failed and counts", "[dialogue][script]") {
    std::ostringstream out;
    write_report(outcomes(), out);
    CHECK(out.str() ==
          "FAILED Goes <wrong> & \"how\"\n"
          "  b.chat:4:1: expected: < transfer.done\n"
          "    seen: said: transfer.confirm\n"
          "    reply: Send it?\n"
          "           Two lines \x01\n"
          "  b.chat:5:1: expected: no flow\n"
          "    seen: flow: transfer_money confirm\n"
          "1 passed, 1 failed\n");
}

TEST_CASE("a report for programs is JSON", "[dialogue][script]") {
    const auto json = nlohmann::json::parse(to_json(outcomes()));
    CHECK(json["passed"] == 1);
    CHECK(json["failed"] == 1);
    CHECK(json["scripts"][0]["failures"].empty());
    CHECK(json["scripts"][0]["us"] == 1500);
    CHECK(json["scripts"][1]["passed"] == false);
    CHECK(json["scripts"][1]["failures"][0]["line"] == 4);
    CHECK(json["scripts"][1]["failures"][1]["seen"] == "flow: transfer_money confirm");
}

TEST_CASE("a report for CI is XML with its signs spelled out", "[dialogue][script]") {
    const auto xml = to_junit(outcomes());
    CHECK_THAT(xml,
               Catch::Contains("<testsuite name=\"scripts\" tests=\"2\" failures=\"1\" time=\"0.002000\">"));
    CHECK_THAT(xml, Catch::Contains("<testcase classname=\"a.chat\" name=\"All well\" time=\"0.001500\"/>"));
    CHECK_THAT(xml, Catch::Contains("name=\"Goes &lt;wrong&gt; &amp; &quot;how&quot;\""));
    CHECK_THAT(xml, Catch::Contains("<failure message=\"expected: &lt; transfer.done\">"));
    CHECK(xml.find('\x01') == std::string::npos);
    CHECK_THAT(xml, Catch::EndsWith("</testsuite>\n"));
}

TEST_CASE("a run of no scripts is reported as such", "[dialogue][script]") {
    std::ostringstream out;
    write_report({}, out);
    CHECK(out.str() == "0 passed, 0 failed\n");
    CHECK(to_json(std::span<const ScriptOutcome>{}) == R"({"passed":0,"failed":0,"scripts":[]})");
}
