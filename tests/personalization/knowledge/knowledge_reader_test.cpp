#include "personalization/knowledge/knowledge_reader.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/pack_root.h"
#include "tests/personalization/written_pack.h"

using namespace parlance;
using namespace parlance::personalization;

namespace {

constexpr const char* good =
    "---\nid: tan\nlanguage: en\ntitle: What a TAN is\nsource: guide\ntopics: savings, loans\n"
    "valid_until: 2027-12-31\n---\n\nA code for\none order.\n\nIt runs out.\n";

std::string with(const std::string& from, const std::string& to) {
    std::string text = good;
    return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("a page is read with its paragraphs", "[personalization][knowledge]") {
    const tests::WrittenPack written;
    written.write("knowledge/tan.en.md", good);
    Findings findings;
    const auto pages = read_knowledge(written.read(findings), tests::known_names(), findings);
    CHECK(findings.sorted().empty());
    REQUIRE(pages.size() == 1);
    CHECK(pages[0].title == "What a TAN is");
    CHECK(pages[0].topics == std::vector<TopicName>{{"savings"}, {"loans"}});
    CHECK(pages[0].validity.until == parse_date("2027-12-31").value());
    CHECK(pages[0].paragraphs == std::vector<std::string>{"A code for one order.", "It runs out."});
}

TEST_CASE("what is wrong with a page is said with its place", "[personalization][knowledge]") {
    const auto [from, to, code, line, column, words] =
        GENERATE(table<std::string, std::string, std::string, int, int, std::string>({
            {"order", "\xff", "E0421", 1, 1, "UTF-8"},
            {"id: tan", "tan", "E0422", 2, 1, "colon"},
            {"title:", "titel:", "E0422", 4, 1, "title"},
            {"source: guide", "id: other", "E0422", 5, 1, "twice"},
            {"2027-12-31\n---", "2027-12-31", "E0422", 1, 1, "three hyphens"},
            {"source: guide\n", "", "E0423", 1, 1, "source"},
            {"\nA code for\none order.\n\nIt runs out.\n", "", "E0424", 9, 1, "nothing"},
            {"one order.", std::string(700, 'x'), "E0425", 11, 1, "700"},
            {"language: en", "language: fr", "E0426", 3, 11, "fr"},
            {"savings, loans", "savings, loan", "E0426", 6, 9, "loans"},
            {"2027-12-31", "soon", "E0427", 7, 14, "year-month-day"},
            {"source", "valid_from: 2028-01-01\nsource", "E0427", 8, 14, "swap"},
        }));
    CAPTURE(from, to);
    const tests::WrittenPack written;
    written.write("knowledge/tan.en.md", with(from, to));
    Findings findings;
    const auto pages = read_knowledge(written.read(findings), tests::known_names(), findings);
    CHECK(pages.empty());
    const auto found = findings.sorted();
    const auto fits = [&](const Finding& finding) {
        return finding.code == code && finding.file == "knowledge/tan.en.md" &&
               finding.position == SourcePosition{line, column} &&
               (finding.message + finding.fix).find(words) != std::string::npos;
    };
    for (const Finding& finding : found)
        UNSCOPED_INFO(finding.code << " " << finding.position.line << ":" << finding.position.column << " "
                                   << finding.message << " " << finding.fix);
    CHECK(std::any_of(found.begin(), found.end(), fits));
}

TEST_CASE("the same page twice in a language is one too many", "[personalization][knowledge]") {
    const tests::WrittenPack written;
    written.write("knowledge/a.md", good);
    written.write("knowledge/b.md", good);
    written.write("knowledge/c.md", with("language: en", "language: de"));
    Findings findings;
    const auto pages = read_knowledge(written.read(findings), tests::known_names(), findings);
    CHECK(pages.size() == 2);
    REQUIRE(findings.sorted().size() == 1);
    CHECK(findings.sorted()[0].code == "E0428");
    CHECK(findings.sorted()[0].file == "knowledge/b.md");
}

TEST_CASE("the banking pack's pages are whole, in both languages, and state no figures",
          "[personalization][knowledge]") {
    Findings findings;
    const PackSource source = PackSource::read(tests::pack_root(), findings);
    const Pack pack = load_pack(source, findings);
    const auto pages = read_knowledge(source, pack, findings);
    CHECK(findings.sorted().empty());
    REQUIRE_FALSE(pages.empty());
    for (const KnowledgePage& page : pages) {
        CAPTURE(page.id, page.language);
        CHECK(std::count_if(pages.begin(), pages.end(), [&](const auto& o) { return o.id == page.id; }) ==
              static_cast<std::ptrdiff_t>(pack.languages.size()));
        for (const std::string& paragraph : page.paragraphs)
            CHECK(paragraph.find_first_of("0123456789") == std::string::npos);
    }
}
