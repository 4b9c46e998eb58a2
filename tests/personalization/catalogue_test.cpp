#include "personalization/catalogue.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "tests/personalization/written_pack.h"

using namespace parlance;
using namespace parlance::personalization;
using parlance::tests::known_names;
using parlance::tests::WrittenPack;

namespace {

const std::string article = R"({"id": "a1", "title": {"en": "Save", "de": "Sparen"},
    "summary": {"en": "How to begin.", "de": "So geht es los."}, "format": "video", "level": "beginner",
    "minutes": 6, "topics": ["savings"], "intents": ["open_savings"], "life_stages": ["starter"],
    "prerequisites": [], "url": "https://bank.example/a1"})";

const std::string offer = R"({"id": "o1", "kind": "savings", "name": {"en": "Saver", "de": "Tagesgeld"},
    "summary": {"en": "Money at hand.", "de": "Geld zur Hand."}, "topics": ["savings"],
    "intents": ["open_savings"], "life_events": ["first_child"], "risk": "none", "value": 0.4,
    "base_acceptance": 0.1, "eligible_if": "profile.age >= 18",
    "reasons": [{"if": "profile.reserve_months < 3", "weight": 1,
                 "text": {"en": "Covers {reserve_months} months.", "de": "Deckt {reserve_months} Monate."}}],
    "disclaimers": {"en": [], "de": []}, "start": "open_savings"})";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

// The article under another id, with these ids (quoted, separated by commas) as its prerequisites.
std::string needing(const std::string& id, const std::string& prerequisites) {
    return replaced(replaced(article, "\"a1\"", "\"" + id + "\""), R"("prerequisites": [])",
                    "\"prerequisites\": [" + prerequisites + "]");
}

std::vector<Finding> findings_of(const std::string& articles, const std::string& offers) {
    WrittenPack pack;
    pack.write("articles/savings.json", "{\"articles\": [" + articles + "]}");
    pack.write("offers/savings.json", "{\"offers\": [" + offers + "]}");
    Findings findings;
    const auto source = pack.read(findings);
    load_catalogue(source, known_names(), findings);
    return findings.sorted();
}

}  // namespace

TEST_CASE("a catalogue without mistakes is read whole", "[personalization][catalogue]") {
    WrittenPack pack;
    pack.write("articles/savings.json", "{\"articles\": [" + article + "]}");
    pack.write("offers/savings.json", "{\"offers\": [" + offer + "]}");
    Findings findings;
    const auto source = pack.read(findings);
    const Catalogue catalogue = load_catalogue(source, known_names(), findings);
    for (const auto& finding : findings.sorted()) UNSCOPED_INFO(finding.code + " " + finding.message);
    REQUIRE(findings.sorted().empty());
    REQUIRE(catalogue.items.size() == 1);
    CHECK(catalogue.items[0].format == ContentFormat::video);
    CHECK(catalogue.items[0].title.at("de") == "Sparen");
    REQUIRE(catalogue.offers.size() == 1);
    CHECK(catalogue.offers[0].kind == RecommendationKind::savings);
    CHECK(catalogue.offers[0].reasons.size() == 1);
    CHECK(catalogue.offers[0].start.text == "open_savings");
}

TEST_CASE("every mistake in an article is found", "[personalization][catalogue]") {
    const auto [from, to, code, fix] = GENERATE(table<std::string, std::string, std::string, std::string>({
        {R"(, "de": "Sparen")", "", "E0401", "add"},
        {R"("de": "Sparen")", R"("de": "Sparen", "dee": "x")", "E0402", "\"de\""},
        {"How to begin.", "7 ways to begin.", "E0403", "word"},
        {R"("video")", R"("vidio")", "E0404", "\"video\""},
        {R"("beginner")", R"("beginer")", "E0404", "\"beginner\""},
        {R"(["open_savings"])", R"(["open_saving"])", "E0404", "\"open_savings\""},
        {R"(["starter"])", R"(["startr"])", "E0404", "\"starter\""},
        {R"("prerequisites": [])", R"("prerequisites": ["a1"])", "E0410", "circle"},
        {R"("prerequisites": [])", R"("prerequisites": ["a2"])", "E0404", "\"a1\""},
        {R"("topics": ["savings"], "intents": ["open_savings"])", R"("topics": [])", "E0407", "list"},
        {R"("id": "a1", )", "", "E0102", ""},
        {R"("url")", R"("uri")", "E0104", "\"url\""},
        {R"("url")", R"("valid_from": "2026-02-30", "url")", "E0411", "year-month-day"},
        {R"("url")", R"("valid_until": "soon", "url")", "E0411", "year-month-day"},
        {R"("url")", R"("valid_from": "2026-03-02", "valid_until": "2026-03-01", "url")", "E0412", "swap"},
        {R"("url")", R"("valid_form": "2026-03-02", "url")", "E0104", "\"valid_from\""},
    }));
    CAPTURE(from, to);
    const auto found = findings_of(replaced(article, from, to), offer);
    REQUIRE_FALSE(found.empty());
    CHECK(std::any_of(found.begin(), found.end(), [&, &code = code, &fix = fix](const Finding& finding) {
        return finding.code == code && finding.fix.find(fix) != std::string::npos &&
               finding.position.line >= 1;
    }));
}

TEST_CASE("every mistake in an offer is found", "[personalization][catalogue]") {
    const auto [from, to, code, fix] = GENERATE(table<std::string, std::string, std::string, std::string>({
        {"profile.age >= 18", "profile.agee >= 18", "E0406", "\"age\""},
        {"profile.age >= 18", "slots.age >= 18", "E0406", ""},
        {"profile.age >= 18", "profile.age >=", "E0106", ""},
        {R"("eligible_if": "profile.age >= 18",)", "", "E0102", "eligible_if"},
        {"profile.reserve_months < 3", "profile.reserve_month < 3", "E0406", "\"reserve_months\""},
        {"Covers {reserve_months}", "Covers {reserve_moths}", "E0404", "\"reserve_months\""},
        {"Covers {reserve_months}", "Covers {churn_risk}", "E0404", ""},
        {"Covers {reserve_months}", "Covers 3", "E0403", "placeholder"},
        {R"("savings", "name")", R"("saving", "name")", "E0404", "\"savings\""},
        {R"(["first_child"])", R"(["first_chield"])", "E0404", "\"first_child\""},
        {R"("risk": "none")", R"("risk": "nome")", "E0404", "\"none\""},
        {R"("value": 0.4)", R"("value": 4)", "E0408", ""},
        {R"("base_acceptance": 0.1)", R"("base_acceptance": -0.1)", "E0408", ""},
        {R"("start": "open_savings")", R"("start": "open_savins")", "E0404", "\"open_savings\""},
        {R"("disclaimers": {"en": [], "de": []})", R"("disclaimers": {"en": []})", "E0401", "de"},
    }));
    CAPTURE(from, to);
    const auto found = findings_of(article, replaced(offer, from, to));
    CHECK(std::any_of(found.begin(), found.end(), [&, &code = code, &fix = fix](const Finding& finding) {
        return finding.code == code && finding.fix.find(fix) != std::string::npos;
    }));
}

TEST_CASE("an id given twice is found also across files", "[personalization][catalogue]") {
    CHECK(findings_of(article + "," + article, offer).size() == 1);
    CHECK(findings_of(article, offer + "," + offer).size() == 1);
}

TEST_CASE("a longer circle of prerequisites is named in full at each article in it",
          "[personalization][catalogue]") {
    const auto found = findings_of(
        needing("a1", R"("a2")") + "," + needing("a2", R"("a3")") + "," + needing("a3", R"("a1")"), offer);
    REQUIRE(found.size() == 3);
    for (const Finding& finding : found) CHECK(finding.code == "E0410");
    CHECK(found[0].message == R"(a circle of prerequisites: "a1" needs "a2" needs "a3" needs "a1")");
    CHECK(found[1].message == R"(a circle of prerequisites: "a2" needs "a3" needs "a1" needs "a2")");
    CHECK(found[2].message == R"(a circle of prerequisites: "a3" needs "a1" needs "a2" needs "a3")");
}

TEST_CASE("an article that only leads to a circle is not blamed for it", "[personalization][catalogue]") {
    const auto found = findings_of(
        needing("outside", R"("own")") + "," + needing("own", R"("leaf", "own")") + "," + needing("leaf", ""),
        offer);
    REQUIRE(found.size() == 1);
    CHECK(found[0].message == R"(a circle of prerequisites: "own" needs "own")");
}

TEST_CASE("the days on which an article may be shown are read", "[personalization][catalogue]") {
    WrittenPack pack;
    pack.write("articles/savings.json",
               "{\"articles\": [" +
                   replaced(article, R"("url")",
                            R"("valid_from": "2026-03-01", "valid_until": "2026-03-01", "url")") +
                   "]}");
    Findings findings;
    const auto source = pack.read(findings);
    const Catalogue catalogue = load_catalogue(source, known_names(), findings);
    CHECK(findings.sorted().empty());
    REQUIRE(catalogue.items.size() == 1);
    const Validity& validity = catalogue.items[0].validity;
    CHECK(validity.covers(parse_date("2026-03-01").value()));
    CHECK_FALSE(validity.covers(parse_date("2026-02-28").value()));
    CHECK_FALSE(validity.covers(parse_date("2026-03-02").value()));
}

TEST_CASE("an offer that cannot be checked for eligibility is left out", "[personalization][catalogue]") {
    WrittenPack pack;
    pack.write("offers/savings.json",
               "{\"offers\": [" + replaced(offer, "profile.age >= 18", "profile.age >=") + ", 3]}");
    Findings findings;
    const auto source = pack.read(findings);
    CHECK(load_catalogue(source, known_names(), findings).offers.empty());
    CHECK(findings.has_errors());
}
