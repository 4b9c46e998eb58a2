#include "intents/pack.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/intents/temporary_pack.h"
#include "tests/pack_root.h"

using namespace parlance;
using parlance::tests::TemporaryPack;

namespace {

std::vector<Finding> findings_of(const TemporaryPack& files) {
    Findings findings;
    const auto source = PackSource::read(files.root(), findings);
    load_pack(source, findings);
    return findings.sorted();
}

}  // namespace

TEST_CASE("the banking pack loads without errors", "[intents][pack]") {
    Findings findings;
    const auto source = PackSource::read(tests::pack_root(), findings);
    const auto pack = load_pack(source, findings);
    for (const auto& finding : findings.sorted()) UNSCOPED_INFO(describe(finding, source.root()));
    CHECK_FALSE(findings.has_errors());
    CHECK(pack.intents.size() >= 60);
    for (const auto& intent : pack.intents) {
        CAPTURE(intent.name.text);
        CHECK(intent.examples.at({"en"}).size() >= 30);
    }
}

TEST_CASE("a minimal pack has nothing wrong", "[intents][pack]") {
    TemporaryPack files;
    files.write_minimum();
    CHECK(findings_of(files).empty());
}

TEST_CASE("each defect is found where it stands, with a hint", "[intents][pack]") {
    struct Row {
        std::string path, text, code;
        int line, column;
        std::string hint;
    };
    const auto row = GENERATE(values<Row>({
        {"pack.json", R"({"pack": "x", "languages": ["en"], "curency": "EUR"})", "E0104", 1, 36, "currency"},
        {"pack.json", R"({"pack": "x", "languages": ["en"]})", "E0102", 1, 1, ""},
        {"pack.json", R"({"pack": "x", "languages": ["en"], "currency": "euro"})", "E0202", 1, 48, ""},
        {"pack.json", R"({"pack": "x", "languages": [], "currency": "EUR"})", "E0201", 1, 28, ""},
        {"pack.json",
         R"({"pack": "x", "languages": ["en"], "currency": "EUR", "session": {"expires_after_minutes": -1}})",
         "E0204", 1, 92, ""},
        {"pack.json", "{\"pack\": \"x\",\n \"languages\": [}", "E0003", 2, 16, ""},
        {"intents/a.json", "{\"intent\": \"a\",\n \"examples\": {\"en\": [\"pay [me](mony)\"]}}", "E0222", 2,
         22, "money"},
        {"intents/a.json", R"({"intent": "a", "examples": {"en": ["pay [me"]}})", "E0221", 1, 37, ""},
        {"intents/a.json", R"({"intent": "a", "examples": {"en": ["x"], "fr": ["y"]}})", "E0223", 1, 43, ""},
        {"intents/a.json", R"({"intent": "a", "examples": {"en": []}})", "E0224", 1, 29, ""},
        {"intents/zz.json", R"({"intent": "out_of_scope", "examples": {"en": ["x"]}})", "E0220", 1, 12, ""},
        {"intents/zz.json", R"({"intent": "zz", "examples": {"en": ["A!"]}})", "E0225", 1, 38, ""},
        {"entities/money.json", R"({"entity": "money", "values": [{"value": "x"}]})", "E0212", 1, 12, ""},
        {"entities/a.json", R"({"entity": "a"})", "E0211", 1, 12, ""},
        {"topics.json", R"({"topics": [{"topic": "t", "intents": ["out_of_scop"]}]})", "E0203", 1, 39,
         "out_of_scope"},
        {"intents/a.json", R"([1])", "E0101", 1, 1, ""},
        {"intents/a.json", R"({"intent": 5, "examples": {"en": ["x"]}})", "E0103", 1, 12, ""},
        {"intents/a.json", R"({"intent": "a", "intent": "b", "examples": {"en": ["x"]}})", "E0105", 1, 17,
         ""},
    }));
    CAPTURE(row.path, row.text);
    TemporaryPack files;
    files.write_minimum().write(row.path, row.text);
    const auto found = findings_of(files);
    const auto match =
        std::find_if(found.begin(), found.end(), [&](const Finding& f) { return f.code == row.code; });
    for (const auto& f : found) UNSCOPED_INFO(describe(f, files.root()));
    REQUIRE(match != found.end());
    CHECK(match->file == row.path);
    CHECK(match->position.line == row.line);
    CHECK(match->position.column == row.column);
    CHECK(match->fix.find(row.hint) != std::string::npos);
}

TEST_CASE("all findings come in one run", "[intents][pack]") {
    TemporaryPack files;
    files.write_minimum();
    files.write("pack.json", R"({"pack": 1, "languages": ["en"], "currency": "x", "extra": 0})");
    files.write("intents/a.json", "{");
    CHECK(findings_of(files).size() >= 4);
}

TEST_CASE("a folder without a pack says so", "[intents][pack]") {
    TemporaryPack files;
    const auto found = findings_of(files);
    REQUIRE_FALSE(found.empty());
    CHECK(found.front().code == "E0001");
}

TEST_CASE("annotations are taken out of examples", "[intents][pack]") {
    TemporaryPack files;
    files.write_minimum().write(
        "intents/pay.json", R"({"intent": "pay", "examples": {"en": ["send [10 euros](money) to him"]}})");
    Findings findings;
    const auto pack = load_pack(PackSource::read(files.root(), findings), findings);
    const auto& example = pack.find_intent({"pay"})->examples.at({"en"}).front();
    CHECK(example.text == "send 10 euros to him");
    REQUIRE(example.annotations.size() == 1);
    CHECK(example.text.substr(example.annotations[0].begin,
                              example.annotations[0].end - example.annotations[0].begin) == "10 euros");
}

TEST_CASE("the fingerprint changes with a byte and only with its folder", "[intents][pack]") {
    TemporaryPack files;
    files.write_minimum();
    Findings findings;
    const auto before = PackSource::read(files.root(), findings);
    files.write("flows/x.json", "{}");
    const auto after = PackSource::read(files.root(), findings);
    CHECK(before.fingerprint("intents") == after.fingerprint("intents"));
    CHECK(before.fingerprint("") != after.fingerprint(""));
}

TEST_CASE("a finding shows the line and points at the column", "[intents][findings]") {
    TemporaryPack files;
    files.write("a.json", "{\n  \"b\": 1\n}");
    const Finding finding{Severity::error, "E1", "a.json", {2, 3}, "wrong", "did you mean \"c\"?"};
    CHECK(describe(finding, files.root()) ==
          "error[E1]: wrong\n  --> a.json:2:3\n  |\n2 |   \"b\": 1\n  |   ^ did you mean \"c\"?\n");
}

TEST_CASE("did-you-mean finds near names and no far ones", "[intents][findings]") {
    const std::vector<std::string> names{"confirm", "collect", "say"};
    const auto [word, hint] = GENERATE(table<std::string, std::string>({
        {"confrim", "did you mean \"confirm\"?"},
        {"colect", "did you mean \"collect\"?"},
        {"sya", "did you mean \"say\"?"},
        {"entirely", ""},
        {"", ""},
    }));
    CAPTURE(word);
    CHECK(did_you_mean(word, names) == hint);
}
