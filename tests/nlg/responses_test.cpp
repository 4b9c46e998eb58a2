#include "nlg/responses.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "tests/personalization/written_pack.h"

using namespace parlance;
using namespace parlance::nlg;
using parlance::tests::known_names;
using parlance::tests::WrittenPack;

namespace {

struct Loaded {
    Responses responses;
    std::vector<Finding> findings;
};

Loaded load(const std::string& english, const std::string& german) {
    WrittenPack pack;
    pack.write("responses/en.json", "{\"language\": \"en\", \"responses\": {" + english + "}}");
    pack.write("responses/de.json", "{\"language\": \"de\", \"responses\": {" + german + "}}");
    Findings findings;
    const auto source = pack.read(findings);
    Responses responses = load_responses(source, known_names(), findings);
    return {std::move(responses), findings.sorted()};
}

const std::string list = R"("list": {"text": ["Your latest {count}:"], "each": "transaction",
    "item": "{n}. {date}: {merchant}, {amount}", "apologetic": "Sorry. {count}:",
    "actions": [{"title": "More", "payload": "/savings_rates"}, {"title": "Yes", "payload": "yes"}]})";

}  // namespace

TEST_CASE("responses are read with variants, list, tone and actions", "[nlg][responses]") {
    const auto [responses, findings] = load(list + R"(, "hi": "Hello.", "bye": ["Bye.", "See you."])",
                                            list + R"(, "hi": "Hallo.", "bye": ["Tsch\u00fcss."])");
    for (const auto& finding : findings) UNSCOPED_INFO(finding.code + " " + finding.message);
    REQUIRE(findings.empty());
    const Response* read = responses.find({"list"}, {"en"});
    REQUIRE(read != nullptr);
    CHECK(read->each == "transaction");
    CHECK(read->apologetic == "Sorry. {count}:");
    CHECK(read->actions == std::vector<SuggestedAction>{{"More", "/savings_rates"}, {"Yes", "yes"}});
    CHECK(responses.find({"bye"}, {"en"})->variants.size() == 2);
    CHECK(responses.find({"bye"}, {"fr"}) == nullptr);
    CHECK(responses.find({"nothing"}, {"en"}) == nullptr);
    CHECK(responses.names() == std::vector<std::string>{"bye", "hi", "list"});
    CHECK(responses.placeholders_of({"list"}) == std::set<std::string>{"count", "transaction_N_amount",
                                                                       "transaction_N_date",
                                                                       "transaction_N_merchant"});
    CHECK(responses.placeholders_of({"nothing"}).empty());
}

TEST_CASE("every mistake in a response is found", "[nlg][responses]") {
    const auto [english, german, code] = GENERATE(table<std::string, std::string, std::string>({
        {R"("a": "x", "b": "y")", R"("a": "x")", "E0502"},
        {R"("a": "x")", R"("a": "x", "b": "y")", "E0502"},
        {R"("a": "{amount} x")", R"("a": "{betrag} x")", "E0503"},
        {R"("a": "{amount x")", R"("a": "{amount} x")", "E0504"},
        {R"("a": "in 3 days")", R"("a": "x")", "E0505"},
        {R"("a": "ten euros")", R"("a": "x")", "E0505"},
        {R"("a": "x")", R"("a": "zehn Euro")", "E0505"},
        {R"("a": "on 20 November")", R"("a": "x")", "E0505"},
        {R"("a": "{n, plural, one {1 card} other {# cards}}")", R"("a": "{n}")", "E0505"},
        {R"("a": {"text": "x", "actions": [{"title": "t", "payload": "/greeet"}]})", R"("a": "x")", "E0506"},
        {R"("a": {"text": "x", "each": "transaction"})", R"("a": "x")", "E0507"},
        {R"("a": {"text": "x", "item": "{amount}"})", R"("a": "x")", "E0507"},
        {R"("a": "x", "a": "y")", R"("a": "x")", "E0508"},
        {R"("a": [])", R"("a": "x")", "E0508"},
        {R"("a": 3)", R"("a": "x")", "E0103"},
        {R"("a": ["x", 3])", R"("a": "x")", "E0103"},
        {R"("a": {"text": "x", "action": []})", R"("a": "x")", "E0104"},
    }));
    CAPTURE(english, german);
    const auto findings = load(english, german).findings;
    CHECK(std::any_of(findings.begin(), findings.end(), [&, &code = code](const Finding& finding) {
        return finding.code == code && !finding.message.empty() && finding.position.line >= 1;
    }));
}

TEST_CASE("selectors of plurals are no literal numbers", "[nlg][responses]") {
    const auto findings = load(R"("a": "{n, plural, =0 {none} =1 {a card} other {# cards}}")",
                               R"("a": "{n, plural, =0 {keine} =1 {eine Karte} other {# Karten}}")")
                              .findings;
    CHECK(findings.empty());
}

TEST_CASE("a language without a file, or with another language's, is found", "[nlg][responses]") {
    WrittenPack pack;
    pack.write("responses/en.json", R"({"language": "de", "responses": {"a": "x"}})");
    Findings findings;
    const auto source = pack.read(findings);
    load_responses(source, known_names(), findings);
    const auto sorted = findings.sorted();
    CHECK(std::count_if(sorted.begin(), sorted.end(), [](const Finding& f) { return f.code == "E0501"; }) ==
          2);
}

TEST_CASE("an unknown intent in an action comes with the nearest name", "[nlg][responses]") {
    const auto findings =
        load(R"("a": {"text": "x", "actions": [{"title": "t", "payload": "/savings_rate"}]})", R"("a": "x")")
            .findings;
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].fix.find("savings_rates") != std::string::npos);
}
