#include "personalization/storage/knowledge_index.h"

#include <catch2/catch.hpp>
#include <future>

using namespace parlance;
using namespace parlance::personalization;

namespace {

const CalendarDate today = parse_date("2026-11-20").value();

KnowledgePage page(std::string id, std::string language, std::string title,
                   std::vector<std::string> paragraphs) {
    return {std::move(id), std::move(language), std::move(title), "guide", "", {}, {}, std::move(paragraphs)};
}

KnowledgeIndex small_index() {
    std::vector<KnowledgePage> pages = {
        page("tan", "en", "What a TAN is", {"A code for one order.", "Codes arrive in the app."}),
        page("heirs", "en", "Access for heirs", {"Heirs show a certificate of inheritance."}),
        page("orders", "en", "Standing orders", {"A standing order pays the same amount again and again."}),
        page("heirs", "de", "Zugang für Erben", {"Erben zeigen den Erbschein.", "Überweisungen ruhen."}),
        page("old", "en", "Cheques", {"Cheques are cashed at the counter."}),
        page("new", "en", "Passkeys", {"A passkey replaces the password."})};
    pages[4].validity.until = parse_date("2026-11-19").value();
    pages[5].validity.from = parse_date("2026-11-21").value();
    return KnowledgeIndex::build(pages).value();
}

}  // namespace

TEST_CASE("a question finds the paragraph that answers it", "[personalization][knowledge]") {
    const auto [language, question, expected] = GENERATE(table<std::string, std::string, std::string>({
        {"en", "where do the codes arrive?", "Codes arrive in the app."},
        {"en", "what can an HEIR do", "Heirs show a certificate of inheritance."},
        {"en", "do standing orders repeat", "A standing order pays the same amount again and again."},
        {"de", "Was zeigt der Erbe?", "Erben zeigen den Erbschein."},
        {"de", "Was ist mit der Überweisung?", "Überweisungen ruhen."},
    }));
    CAPTURE(question);
    const auto found = small_index().search({question, language, today, 3}).value();
    REQUIRE_FALSE(found.empty());
    CHECK(found[0].text == expected);
}

TEST_CASE("nothing is found where nothing fits", "[personalization][knowledge]") {
    const auto [language, question] = GENERATE(table<std::string, std::string>({
        {"en", "weather on mars"},
        {"en", "what is that?"},
        {"en", ""},
        {"fr", "code"},
        {"en", "cheques"},
        {"en", "passkeys"},
    }));
    CAPTURE(question);
    CHECK(small_index().search({question, language, today, 3}).value().empty());
}

TEST_CASE("a question is never syntax", "[personalization][knowledge]") {
    const std::string question =
        GENERATE(as<std::string>{}, "\" OR NEAR(code order)", "code* AND (", "title:code",
                 "code'); DROP TABLE passage_0; --", "^code NOT order", "{code}");
    CAPTURE(question);
    const auto found = small_index().search({question, "en", today, 3});
    REQUIRE(found.has_value());
    REQUIRE_FALSE(found->empty());
    CHECK((*found)[0].page == "tan");
}

TEST_CASE("a page is found once, by its best paragraph", "[personalization][knowledge]") {
    const auto found = small_index().search({"code", "en", today, 3}).value();
    REQUIRE(found.size() == 1);
    CHECK(found[0].score > 0);
}

TEST_CASE("coverage is the share of the question that a passage holds", "[personalization][knowledge]") {
    const KnowledgeIndex index = small_index();
    CHECK(index.search({"heirs certificate", "en", today, 1}).value()[0].coverage == Approx(1));
    const double half = index.search({"heirs dragons", "en", today, 1}).value()[0].coverage;
    CHECK(half > 0.2);
    CHECK(half < 0.5);  // a word that no passage holds weighs more than one that some do
}

TEST_CASE("several threads may ask at once", "[personalization][knowledge]") {
    const KnowledgeIndex index = small_index();
    std::vector<std::future<std::string>> answers;
    for (int i = 0; i < 8; ++i) {
        answers.push_back(std::async(std::launch::async, [&index] {
            return index.search({"certificate of the heirs", "en", today, 1}).value()[0].page;
        }));
    }
    for (auto& answer : answers) CHECK(answer.get() == "heirs");
}

TEST_CASE("a question of very many words, or of marks only, is a question like any other",
          "[personalization][knowledge]") {
    std::string question = "code";
    for (int i = 0; i < 1000; ++i) question += " q" + std::to_string(i) + "z";
    const auto found = small_index().search({question, "en", today, 3});
    REQUIRE(found.has_value());
    REQUIRE(found->size() == 1);
    CHECK((*found)[0].coverage < 0.01);
    CHECK(small_index().search({"\u0301 \u0308?", "en", today, 3}).value().empty());
}
