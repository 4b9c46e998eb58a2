#include "dialogue/script.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "dialogue/storage/temporary_folder.h"

using namespace parlance;
using namespace parlance::dialogue;

namespace {

// "E0702 3:1 fix"
std::vector<std::string> findings_of(const std::string& text) {
    Findings findings;
    const auto script = parse_script(text, "a.chat", findings);
    CHECK(script.has_value() != findings.has_errors());
    std::vector<std::string> found;
    for (const auto& finding : findings.sorted()) {
        found.push_back(finding.code + " " + std::to_string(finding.position.line) + ":" +
                        std::to_string(finding.position.column));
    }
    return found;
}

Script parsed(const std::string& text) {
    Findings findings;
    auto script = parse_script(text, "folder/a.chat", findings);
    for (const auto& finding : findings.sorted()) UNSCOPED_INFO(finding.message);
    REQUIRE(script.has_value());
    return *script;
}

template <typename Kind>
Kind only(const std::string& line) {
    const auto script = parsed("> hello\n" + line + "\n");
    REQUIRE(script.turns.front().expectations.size() == 1);
    const auto* found = std::get_if<Kind>(&script.turns.front().expectations.front().expectation);
    REQUIRE(found != nullptr);
    return *found;
}

}  // namespace

TEST_CASE("a script is read whole", "[dialogue][script]") {
    const auto script = parsed(
        "# Transfer with a correction\n"
        "# a second comment\n"
        "customer C007\n"
        "clock 2026-01-02T03:04:05Z\n"
        "language de\n"
        "unavailable account\n"
        "unavailable cards\n"
        "\n"
        "  > send 50 to Jonas \r\n"
        "\t< transfer.confirm\n"
        "restart\n"
        "> [m1] yes\n"
        "# between\n"
        "< transfer.done ...\n"
        "no flow");
    CHECK(script.file == "folder/a.chat");
    CHECK(script.title == "Transfer with a correction");
    CHECK(script.customer.text == "C007");
    CHECK(to_rfc3339(script.clock) == "2026-01-02T03:04:05.000Z");
    CHECK(script.locale.tag == "de");
    CHECK(script.unavailable == std::vector<std::string>{"account", "cards"});
    REQUIRE(script.turns.size() == 2);
    CHECK(script.turns[0].text == "send 50 to Jonas");
    CHECK(script.turns[0].position == SourcePosition{9, 3});
    CHECK_FALSE(script.turns[0].restart_before);
    CHECK(script.turns[1].text == "yes");
    CHECK(script.turns[1].client_message_id == "m1");
    CHECK(script.turns[1].restart_before);
    REQUIRE(script.turns[1].expectations.size() == 2);
    CHECK(script.turns[1].expectations[0].words == "< transfer.done ...");
    CHECK(script.turns[1].expectations[1].position == SourcePosition{15, 1});
}

TEST_CASE("a script needs to give nothing", "[dialogue][script]") {
    const auto script = parsed("> hello\n< small_talk.greet\n");
    CHECK(script.title == "a");
    CHECK(script.customer.text == "C001");
    CHECK(script.locale.tag == "en");
    CHECK(to_rfc3339(script.clock) == "2026-11-20T10:00:00.000Z");
}

TEST_CASE("a message is taken as it is written", "[dialogue][script]") {
    const auto [line, text, id] = GENERATE(table<std::string, std::string, std::string>({
        {">", "", ""},
        {"> ", "", ""},
        {">hi", "hi", ""},
        {">  two  words ", "two  words", ""},
        {"> # no comment", "# no comment", ""},
        {"> < no response", "< no response", ""},
        {"> one\\ntwo", "one\ntwo", ""},
        {"> back\\\\slash \\x", "back\\slash \\x", ""},
        {"> [m1] hi", "hi", "m1"},
        {"> [m1]", "", "m1"},
        {"> [] [in brackets]", "[in brackets]", ""},
        {"> [x3] ab c", "ab c ab c ab c", ""},
        {"> [ m1  x2 ] a", "a a", "m1"},
        {"> [xylophone] a", "a", "xylophone"},
    }));
    CAPTURE(line);
    const auto script = parsed(line + "\nno flow\n");
    CHECK(script.turns.front().text == text);
    CHECK(script.turns.front().client_message_id == id);
}

TEST_CASE("what is expected is read", "[dialogue][script]") {
    CHECK(only<ExpectSaid>("<").names.empty());
    CHECK_FALSE(only<ExpectSaid>("< a b").more);
    CHECK(only<ExpectSaid>("< a b ...").more);
    CHECK(only<ExpectSaid>("< a b ...").names == std::vector<ResponseName>{{"a"}, {"b"}});
    CHECK(only<ExpectSaid>("< ...").names.empty());
    CHECK(only<ExpectIntent>("intent greet").intent.text == "greet");
    CHECK(only<ExpectFlow>("flow f").step.empty());
    CHECK(only<ExpectFlow>("flow f s").step.text == "s");
    CHECK(only<ExpectFlow>("no flow").flow.empty());
    CHECK(only<ExpectPhase>("phase asking").phase == "asking");
    CHECK(only<ExpectSlot>("slot amount = 50.00 EUR").value == "50.00 EUR");
    CHECK(only<ExpectSlot>("slot payee=Jonas  Weber").value == "Jonas  Weber");
    CHECK(only<ExpectSlot>("slot payee =").value == "");
    CHECK(only<ExpectSlot>("no slot amount").value == std::nullopt);
    CHECK(only<ExpectOffer>("offer o-1").offer.text == "o-1");
    CHECK(only<ExpectOffer>("no offers").offer.empty());
    CHECK(only<ExpectAction>("action Talk to a person").title == "Talk to a person");
    CHECK(only<ExpectAction>("no actions").title.empty());
    CHECK(only<ExpectError>("error bad_request").code == "bad_request");
    CHECK(only<ExpectLedger>("ledger current = -12.50 EUR").balance == Money{-1250, {"EUR"}});
    CHECK(only<ExpectText>("text ~ Jonas").pattern == "Jonas");
    CHECK_FALSE(only<ExpectText>("text ~ a/b").is_expression);
    CHECK(only<ExpectText>("text ~ /[0-9]+ EUR/").is_expression);
    CHECK(only<ExpectText>("text !~ Jonas").absent);
}

TEST_CASE("a fact may come with its value and its source", "[dialogue][script]") {
    const auto [line, value, source] =
        GENERATE(table<std::string, std::optional<std::string>, std::optional<std::string>>({
            {"fact a.b", std::nullopt, std::nullopt},
            {"fact a.b from ledger", std::nullopt, "ledger"},
            {"fact a.b = 1.00 EUR", "1.00 EUR", std::nullopt},
            {"fact a.b = 1.00 EUR from price list, section 4", "1.00 EUR", "price list, section 4"},
            {"fact a.b = money from home from ledger", "money from home", "ledger"},
            {"fact a.b = from ledger", "", "ledger"},
        }));
    CAPTURE(line);
    const auto fact = only<ExpectFact>(line);
    CHECK(fact.fact.text == "a.b");
    CHECK(fact.value == value);
    CHECK(fact.source == source);
}

TEST_CASE("what is wrong with a script is found with its place", "[dialogue][script]") {
    const auto [text, found] = GENERATE(table<std::string, std::vector<std::string>>({
        {"", {"E0705 1:1"}},
        {"\n\n", {"E0705 1:1"}},
        {"# only a title\n", {"E0705 1:1"}},
        {"> hello\n", {"E0705 1:1", "W0701 1:1"}},
        {"> a\n< b\n> c\n", {"W0701 3:1"}},
        {"< a\n> b\n< c\n", {"E0703 1:1"}},
        {"> a\n< b\ncustomer C002\n", {"E0703 3:1"}},
        {"clock 2026-11-20\nclock 2026-11-21\n> a\n< b\n", {"E0704 2:1"}},
        {"clock yesterday\n> a\n< b\n", {"E0702 1:1"}},
        {"customer\n> a\n< b\n", {"E0702 1:1"}},
        {"customer C001 C002\n> a\n< b\n", {"E0702 1:15"}},
        {"> a\n  slto x = 1\n", {"E0701 2:3", "E0705 1:1", "W0701 1:1"}},
        {"> a\n< b\nslot x\n", {"E0702 3:1"}},
        {"> a\n< b\nslot\n", {"E0702 3:1"}},
        {"> a\n< b ... c\n< d\n", {"E0702 2:9"}},
        {"> a\n< b\nflow f s t\n", {"E0702 3:10"}},
        {"> a\n< b\nfact x y\n", {"E0702 3:8"}},
        {"> a\n< b\ntext Jonas\n", {"E0702 3:1"}},
        {"> a\n< b\ntext ~\n", {"E0702 3:7"}},
        {"> a\n< b\ntext ~ //\n", {"E0702 3:8"}},
        {"> a\n< b\ntext ~ /(/\n", {"E0702 3:8"}},
        {"> a\n< b\nledger current = lots\n", {"E0702 3:18"}},
        {"> a\n< b\nledger current\n", {"E0702 3:1"}},
        {"> a\n< b\nno\n", {"E0701 3:1"}},
        {"> a\n< b\nno slots\n", {"E0701 3:1"}},
        {"> a\n< b\nno slot\n", {"E0702 3:1"}},
        {"> a\n< b\naction\n", {"E0702 3:1"}},
        {"> a\n< b\nrestart\n", {"E0703 3:1"}},
        {"> a\n< b\nlater 2 hours\n", {"E0703 3:1"}},
        {"> a\n< b\nlater\n> c\n< d\n", {"E0702 3:1"}},
        {"> a\n< b\nlater soon\n> c\n< d\n", {"E0702 3:1"}},
        {"> a\n< b\nlater 0 days\n> c\n< d\n", {"E0702 3:1"}},
        {"> a\n< b\nlater 2 weeks\n> c\n< d\n", {"E0702 3:1"}},
        {"> a\nrestart\n< b\n> c\n< d\n", {"E0703 3:1", "W0701 1:1"}},
        {"> [m1 a\n< b\n> c\n< d\n", {"E0702 1:1", "E0703 2:1"}},
        {"> [x10001] a\n> c\n< d\n", {"E0702 1:1"}},
    }));
    CAPTURE(text);
    auto sorted = found;
    std::sort(sorted.begin(), sorted.end());
    auto seen = findings_of(text);
    std::sort(seen.begin(), seen.end());
    CHECK(seen == sorted);
}

TEST_CASE("a misspelt directive is told what was meant", "[dialogue][script]") {
    const auto [line, meant] = GENERATE(table<std::string, std::string>({
        {"slto x = 1", "slot"},
        {"acton Yes", "action"},
        {"ledgre current = 1.00 EUR", "ledger"},
        {"no ofers", "offers"},
    }));
    Findings findings;
    CHECK_FALSE(parse_script("> a\n< b\n" + line + "\n", "a.chat", findings).has_value());
    REQUIRE(findings.sorted().size() == 1);
    CHECK(findings.sorted().front().fix == "did you mean \"" + meant + "\"?");
}

TEST_CASE("a script is read from its folder", "[dialogue][script]") {
    const auto folder = TemporaryFolder::make().value();
    std::ofstream(folder.path() / "a.chat") << "> hello\n< small_talk.greet\n";
    Findings findings;
    REQUIRE(read_script(folder.path(), "a.chat", findings).has_value());
    CHECK(read_script(folder.path(), "a.chat", findings)->file == "a.chat");
    CHECK_FALSE(read_script(folder.path(), "b.chat", findings).has_value());
    REQUIRE(findings.sorted().size() == 1);
    CHECK(findings.sorted().front().code == "E0700");
}
