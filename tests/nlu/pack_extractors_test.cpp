#include "nlu/pack_extractors.h"

#include <catch2/catch.hpp>

#include "tests/nlu/extraction.h"

using namespace parlance;
using namespace parlance::nlu;

namespace {

EntitySpec account_spec() {
    EntitySpec spec;
    spec.kind = {"account"};
    spec.values = {
        {"savings_account", {{"en", {"savings", "savings pot"}}, {"de", {"sparkonto", "erspartes"}}}},
        {"current", {{"any", {"giro"}}, {"en", {"current account"}}}}};
    return spec;
}

struct Found {
    std::string text;
    std::string value;
    bool operator==(const Found&) const = default;
};

std::vector<Found> run(const EntityExtractor& extractor, const std::string& text,
                       const std::string& language) {
    const Utterance utterance = tests::utterance_of(text, language);
    std::vector<Entity> entities;
    extractor.extract(utterance, entities);
    std::vector<Found> found;
    for (const Entity& entity : entities) {
        found.push_back(
            {utterance.text.substr(entity.span.begin, entity.span.length()), to_text(entity.value)});
    }
    return found;
}

}  // namespace

TEST_CASE("a gazetteer finds whole words, longest first, in the utterance's language", "[nlu][entities]") {
    const auto [text, language, found] = GENERATE(table<std::string, std::string, std::vector<Found>>({
        {"from SAVINGS to giro", "en", {{"SAVINGS", "savings_account"}, {"giro", "current"}}},
        {"my savings pot please", "en", {{"savings pot", "savings_account"}}},
        {"vom Sparkonto", "de", {{"Sparkonto", "savings_account"}}},
        {"my savings", "de", {}},
        {"the savings account", "de", {{"savings account", "savings_account"}}},  // the value's own name
        {"savingsbank", "en", {}},
        {"erspartes", "en", {}},
    }));
    CAPTURE(text, language);
    CHECK(run(GazetteerExtractor(account_spec()), text, language) == found);
}

TEST_CASE("a pattern gives its first group as the customer wrote it; letter case counts", "[nlu][entities]") {
    EntitySpec spec;
    spec.kind = {"payee"};
    spec.patterns = {{"en", {R"(\b(?i:to) (\p{Lu}\pL+))"}}, {"any", {R"(\bref\d+)"}}};
    Findings findings;
    const PatternExtractor extractor(spec, findings);
    CHECK_FALSE(findings.has_errors());
    CHECK(run(extractor, "pay TO J\u00fcrgen ref12", "en") ==
          std::vector<Found>{{"J\u00fcrgen", "J\u00fcrgen"}, {"ref12", "ref12"}});
    CHECK(run(extractor, "to anna, REF12", "en").empty());
    CHECK(run(extractor, "to Anna", "de").empty());
}

TEST_CASE("a pattern's value may not start with an excepted word", "[nlu][entities]") {
    EntitySpec spec;
    spec.kind = {"payee"};
    spec.patterns = {{"en", {R"(\bto (\pL+(?: \pL+)?))"}}};
    spec.except = {{"en", {"My"}}};
    Findings findings;
    const PatternExtractor extractor(spec, findings);
    CHECK(run(extractor, "to my landlord", "en").empty());
    CHECK(run(extractor, "to myriam", "en") == std::vector<Found>{{"myriam", "myriam"}});
}

TEST_CASE("a broken pattern is a finding and the others still work", "[nlu][entities]") {
    EntitySpec spec;
    spec.kind = {"code"};
    spec.file = "entities/code.json";
    spec.position = {3, 5};
    spec.patterns = {{"any", {"([a-z", R"(\bx(\d)\b)", "(?=look)"}}};
    Findings findings;
    const PatternExtractor extractor(spec, findings);
    REQUIRE(findings.count(Severity::error) == 2);
    CHECK(findings.sorted().front().code == "E0301");
    CHECK(findings.sorted().front().file == "entities/code.json");
    CHECK(run(extractor, "x7", "en") == std::vector<Found>{{"7", "7"}});
}

TEST_CASE("a pattern that can match nothing comes to an end", "[nlu][entities]") {
    EntitySpec spec;
    spec.kind = {"any"};
    spec.patterns = {{"any", {"x*"}}};
    Findings findings;
    const PatternExtractor extractor(spec, findings);
    CHECK(run(extractor, "a\u00fcxxb", "en") == std::vector<Found>{{"xx", "xx"}});
}
