#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/dialogue/small_flows.h"

using namespace parlance;

namespace {

// What is found in a pack whose flow `bad` has these members besides its name.
std::vector<Finding> findings_with(const std::string& path, const std::string& text) {
    tests::SmallFlows pack;
    pack.files.write(path, text);
    Findings findings;
    const auto source = PackSource::read(pack.files.root(), findings);
    const auto loaded = load_pack(source, findings);
    dialogue::load_flows(source, loaded, findings);
    return findings.sorted();
}

}  // namespace

TEST_CASE("each defect of a flow is found, with a hint", "[dialogue][flow]") {
    struct Row {
        std::string members, code, hint;
    };
    const std::string ok_steps = R"("steps": {"a": {"end": true}})";
    const auto row = GENERATE_COPY(values<Row>({
        {R"("start": "b", )" + ok_steps, "E0620", ""},
        {R"("start": "a", "steps": {"a": {"say": "x", "next": "ende"}, "end": {"end": true}})", "E0620",
         "\"end\""},
        {R"("start": "a", "steps": {"a": {"end": true}, "b": {"end": true}})", "E0623", ""},
        {R"("start": "a", "steps": {"a": {"say": "x", "next": "b"}, "b": {"say": "y", "next": "a"}})",
         "E0624", ""},
        {R"("start": "a", "steps": {"a": {"branch": [{"if": "true", "next": "a"}], "else": "b"}, "b": {"end": true}})",
         "E0625", ""},
        {R"("start": "a", "steps": {"a": {"act": "transfer", "next": "b", "refused": "b"}, "b": {"end": true}})",
         "E0626", ""},
        {R"("start": "c", "steps": {"c": {"confirm": "x", "yes": "a", "no": "b"}, "a": {"act": "t", "next": "d", "refused": "b"},
            "d": {"act": "t", "next": "b", "refused": "b"}, "b": {"end": true}})",
         "E0626", ""},
        {R"("start": "a", "slots": {"s": {"from_text": true}}, "steps": {"a": {"collect": "s", "next": "b"}, "b": {"end": true}})",
         "E0627", ""},
        {R"("start": "a", "slots": {"s": {"ask": "x"}}, "steps": {"a": {"collect": "s", "next": "b"}, "b": {"end": true}})",
         "E0628", ""},
        {R"("start": "a", "slots": {"s": {"entities": ["mony"], "ask": "x"}}, "steps": {"a": {"collect": "s", "next": "b"}, "b": {"end": true}})",
         "E0622", "money"},
        {R"("start": "a", "steps": {"a": {"collect": "s", "next": "b"}, "b": {"end": true}})", "E0621", ""},
        {R"("start": "a", "steps": {"a": {"branch": [{"if": "slots.x > 1", "next": "b"}], "else": "b"}, "b": {"end": true}})",
         "E0621", ""},
        {R"("start": "a", "steps": {"a": {"branch": [{"if": "slots.x >", "next": "b"}], "else": "b"}, "b": {"end": true}})",
         "E0106", ""},
        {R"("start": "a", "steps": {"a": {"colect": "s", "next": "b"}, "b": {"end": true}})", "E0610",
         "collect"},
        {R"("start": "a", "steps": {"a": {"say": "x", "end": true}})", "E0610", ""},
        {R"("start": "a", "interruptions": "sometimes", )" + ok_steps, "E0601", ""},
        {R"("start": "a", "carry_over": ["ammount"], "slots": {"amount": {"entities": ["money"], "ask": "x"}}, )" +
             ok_steps,
         "E0621", "amount"},
        {R"("start": "a", "carry_over": ["pin"], "slots": {"pin": {"entities": ["number"], "ask": "x", "pii": "secret"}}, )" +
             ok_steps,
         "E0629", ""},
        {R"("start": "a", "triggers": ["pya"], )" + ok_steps, "E0632", "pay"},
        {R"("start": "a", "triggers": ["pay"], )" + ok_steps, "E0631", ""},
        {R"("start": "a", "steps": {"a": {"call": "orders", "next": "b"}, "b": {"end": true}})", "E0633",
         "order"},
    }));
    CAPTURE(row.members);
    const auto found = findings_with("flows/zz.json", R"({"flow": "zz", )" + row.members + "}");
    const auto match =
        std::find_if(found.begin(), found.end(), [&](const Finding& f) { return f.code == row.code; });
    for (const auto& f : found) UNSCOPED_INFO(f.code << " " << f.message << " " << f.fix);
    REQUIRE(match != found.end());
    CHECK(match->file == "flows/zz.json");
    CHECK(match->position.line >= 1);
    CHECK(match->fix.find(row.hint) != std::string::npos);
}

TEST_CASE("an act behind its own confirmation is accepted, also after a branch", "[dialogue][flow]") {
    const auto found =
        findings_with("flows/zz.json", R"({"flow": "zz", "triggers": [], "start": "c", "steps": {
        "c": {"confirm": "x", "yes": "a", "no": "b"}, "a": {"act": "t", "next": "c2", "refused": "b"},
        "c2": {"confirm": "x", "yes": "a2", "no": "b"}, "a2": {"act": "t", "next": "b", "refused": "b"}, "b": {"end": true}}})");
    for (const auto& f : found) CHECK(f.severity != Severity::error);
}

TEST_CASE("the same flow twice in one version is refused; a newer version wins", "[dialogue][flow]") {
    const std::string body = R"("start": "a", "steps": {"a": {"end": true}}})";
    const auto twice = findings_with("flows/zz.json", R"({"flow": "pay", )" + body);
    CHECK(std::any_of(twice.begin(), twice.end(), [](const Finding& f) { return f.code == "E0630"; }));
    tests::SmallFlows pack;
    auto newer = *pack.flows.find({"pay"});
    newer.version.number = 2;
    auto all = pack.flows.all();
    all.push_back(newer);
    const dialogue::Flows flows(all);
    CHECK(flows.find({"pay"})->version.number == 2);
    CHECK(flows.find({"pay"}, {1})->version.number == 1);
    CHECK(flows.started_by({"pay"})->version.number == 2);
}
