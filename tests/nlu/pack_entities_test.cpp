#include <catch2/catch.hpp>

#include "tests/nlu/extraction.h"
#include "tests/pack_root.h"

using namespace parlance;
using namespace parlance::nlu;

namespace {

const Pack& banking() {
    static const Pack pack = [] {
        Findings findings;
        return load_pack(PackSource::read(tests::pack_root(), findings), findings);
    }();
    return pack;
}

// The values of one kind that the banking pack's extractors find.
std::vector<std::string> found_in(const std::string& text, const std::string& kind,
                                  const std::string& language = "en") {
    static const auto extractors = make_extractors(banking());
    const auto utterance = tests::utterance_of(text, language);
    std::vector<Entity> entities;
    for (const auto& extractor : extractors) extractor->extract(utterance, entities);
    std::vector<std::string> values;
    for (const Entity& entity : entities) {
        if (entity.kind.text == kind) values.push_back(to_text(entity.value));
    }
    return values;
}

}  // namespace

TEST_CASE("the banking pack's accounts are found misspelt, though some slips stand in its examples",
          "[nlu][entities]") {
    const auto [text, language, values] = GENERATE(table<std::string, std::string, std::vector<std::string>>({
        {"from savngs to checking", "en", {"savings", "current"}},
        {"from savigns", "en", {"savings"}},
        {"my svaings please", "en", {"savings"}},
        {"the curent account", "en", {"current"}},
        {"von meinem Girokoto", "de", {"current"}},
        {"aufs Sparkonot", "de", {"savings"}},
        {"I am saving money", "en", {}},
        {"the currency account", "en", {}},
    }));
    CAPTURE(text);
    CHECK(found_in(text, "account", language) == values);
}

TEST_CASE("nobody is paid who was not named", "[nlu][entities]") {
    for (const std::string& payee : found_in("send 20 to Marla", "payee")) CHECK(payee != "Maria");
}

TEST_CASE("a place is no payee, but somebody of its name is", "[nlu][entities]") {
    CHECK(found_in("I fly to France", "country") == std::vector<std::string>{"FR"});
    CHECK(found_in("how much did I spend in Munich", "city") == std::vector<std::string>{"munich"});
    CHECK(found_in("send 20 to Jordan Miller", "payee") == std::vector<std::string>{"Jordan Miller"});
}
