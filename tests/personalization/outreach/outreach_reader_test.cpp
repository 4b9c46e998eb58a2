#include "personalization/outreach/outreach_reader.h"

#include <catch2/catch.hpp>

#include "tests/personalization/written_pack.h"

using namespace parlance;
using namespace parlance::personalization;
using namespace parlance::tests;

namespace {

std::vector<ReadOutreachRule> read(const std::string& text, Findings& findings) {
    const WrittenPack pack;
    pack.write("outreach.json", text);
    const auto source = pack.read(findings);
    return read_outreach(source, known_names(), findings);
}

const std::string sound = R"({"id": "idle", "trigger": "idle_cash", "purpose": "marketing",
    "if": "profile.current_balance > 5000", "say": "outreach.idle", "about": "open_savings",
    "rests_days": 90, "holds_for_days": 7})";

}  // namespace

TEST_CASE("rules of outreach are read from the pack", "[outreach]") {
    Findings findings;
    const auto rules = read(R"({"outreach": [)" + sound + "]}", findings);
    for (const auto& finding : findings.sorted()) UNSCOPED_INFO(finding.message);
    REQUIRE(findings.count(Severity::error) == 0);
    REQUIRE(rules.size() == 1);
    CHECK(rules[0].rule.id == "idle");
    CHECK(rules[0].rule.trigger == OutreachTrigger::idle_cash);
    CHECK(rules[0].rule.is_marketing);
    CHECK(rules[0].rule.say.text == "outreach.idle");
    CHECK(rules[0].rule.rests == std::chrono::days(90));
    CHECK(rules[0].rule.holds_for == std::chrono::days(7));
}

TEST_CASE("a pack without rules speaks when spoken to", "[outreach]") {
    Findings findings;
    const WrittenPack pack;
    const auto source = pack.read(findings);
    CHECK(read_outreach(source, known_names(), findings).empty());
    CHECK(findings.count(Severity::error) == 0);
}

TEST_CASE("everything wrong with a rule is found", "[outreach]") {
    const auto with = [](const std::string& from, const std::string& to) {
        std::string text = sound;
        text.replace(text.find(from), from.size(), to);
        return text;
    };
    const auto [rules, code] = GENERATE_COPY(table<std::string, std::string>({
        {with("idle_cash", "idel_cash"), "E0404"},
        {with("marketing", "fun"), "E0404"},
        {with("open_savings", "open_saving"), "E0404"},
        {with("profile.current_balance", "profile.curent_balance"), "E0406"},
        {with("> 5000", "> > 5000"), "E0106"},
        {with("90", "0"), "E0413"},
        {with("\"holds_for_days\": 7", "\"holds_days\": 7"), "E0104"},
        {with("\"say\": \"outreach.idle\", ", ""), "E0102"},
        {sound + "," + sound, "E0405"},
    }));
    CAPTURE(rules);
    Findings findings;
    read(R"({"outreach": [)" + rules + "]}", findings);
    REQUIRE(findings.count(Severity::error) == 1);
    CHECK(findings.sorted().front().code == code);
    CHECK(findings.sorted().front().position.line >= 1);
}
