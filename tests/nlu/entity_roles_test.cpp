#include "nlu/entity_roles.h"

#include <catch2/catch.hpp>

#include "nlu/negation_reader.h"
#include "tests/nlu/extraction.h"

using namespace parlance;
using namespace parlance::nlu;

namespace {

EntitySpec account_spec() {
    EntitySpec spec;
    spec.kind = {"account"};
    spec.roles = {{"from", {{"en", {"from", "out of"}}, {"de", {"von", "vom"}}}},
                  {"to", {{"en", {"to", "into"}}, {"de", {"auf"}}}}};
    return spec;
}

Entity entity_at(const Utterance& utterance, const std::string& text, const std::string& kind) {
    const auto begin = utterance.text.find(text);
    REQUIRE(begin != std::string::npos);
    return {{kind}, {begin, begin + text.size()}, SlotValue(text), 1};
}

std::string kind_of(const std::string& text, const std::string& value, const std::string& language) {
    const auto utterance = tests::utterance_of(text, language);
    std::vector<Entity> entities{entity_at(utterance, value, "account")};
    EntityRoles({account_spec()}).assign(utterance, entities);
    return entities.front().kind.text;
}

// The values that are left, in order.
std::vector<std::string> left_of(const std::string& text,
                                 const std::vector<std::pair<std::string, std::string>>& said) {
    const NegationReader reader({{Locale{"en"}, {{}, {}, {}, {}, {"no", "sorry", "make it", "i mean"}}}});
    const auto utterance = tests::utterance_of(text, "en");
    std::vector<Entity> entities;
    for (const auto& [value, kind] : said) entities.push_back(entity_at(utterance, value, kind));
    reader.drop_taken_back(utterance, entities);
    std::vector<std::string> values;
    for (const Entity& entity : entities) values.push_back(to_text(entity.value));
    return values;
}

}  // namespace

TEST_CASE("the words in front of a value say its role", "[nlu][entities]") {
    const auto [text, value, language, kind] =
        GENERATE(table<std::string, std::string, std::string, std::string>({
            {"from savings to current", "savings", "en", "account.from"},
            {"from savings to current", "current", "en", "account.to"},
            {"move it out of my savings", "savings", "en", "account.from"},
            {"Into the savings", "savings", "en", "account.to"},
            {"savings", "savings", "en", "account"},
            {"my savings", "savings", "en", "account"},
            {"close to it are savings", "savings", "en", "account"},
            {"undo savings", "savings", "en", "account"},
            {"vom Sparkonto", "Sparkonto", "de", "account.from"},
            {"auf mein Sparkonto", "Sparkonto", "de", "account.to"},
            {"from Sparkonto", "Sparkonto", "de", "account"},
        }));
    CAPTURE(text, language);
    CHECK(kind_of(text, value, language) == kind);
}

TEST_CASE("a value with a role serves where its kind is wanted", "[nlu][entities]") {
    CHECK(serves({"account.from"}, {"account"}));
    CHECK(serves({"account"}, {"account"}));
    CHECK_FALSE(serves({"account"}, {"account.from"}));
    CHECK_FALSE(serves({"account.from"}, {"account.to"}));
    CHECK_FALSE(serves({"account_number"}, {"account"}));
}

TEST_CASE("a message takes a value back by another of its kind", "[nlu][entities]") {
    using Said = std::vector<std::pair<std::string, std::string>>;
    const auto [text, said, left] = GENERATE(table<std::string, Said, std::vector<std::string>>({
        {"send 2.5k to Anna, no, make it 3k", {{"2.5k", "number"}, {"3k", "number"}}, {"3k"}},
        {"send 50 euros no 60", {{"50 euros", "money"}, {"60", "number"}}, {"60"}},
        {"to Ben, sorry, Maria", {{"Ben", "payee"}, {"Maria", "payee"}}, {"Maria"}},
        {"50 to Ben, i mean to Maria",
         {{"50", "number"}, {"Ben", "payee"}, {"Maria", "payee"}},
         {"50", "Maria"}},
        {"50 to Ben and 60 to Maria", {{"50", "number"}, {"60", "number"}}, {"50", "60"}},
        {"from 50 with no fee to 60", {{"50", "number"}, {"60", "number"}}, {"50", "60"}},
        {"50, no, to Maria", {{"50", "number"}, {"Maria", "payee"}}, {"50", "Maria"}},
    }));
    CAPTURE(text);
    CHECK(left_of(text, said) == left);
}
