#include "nlu/baseline.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/nlu/evaluation_fixture.h"

using namespace parlance;
using namespace parlance::nlu;
using parlance::tests::LetterClassifier;

namespace {

Evaluation before() {
    return evaluate(LetterClassifier(), std::vector<LabelledText>{{{"a"}, "a1"}, {{"b"}, "a2"}}, {});
}

Evaluation after() {
    return evaluate(LetterClassifier(),
                    std::vector<LabelledText>{{{"a"}, "a1"}, {{"b"}, "b2"}, {{"c"}, "b3"}}, {});
}

}  // namespace

TEST_CASE("an evaluation is compared with the JSON of an earlier one", "[nlu][evaluation][baseline]") {
    const auto baseline = parse_baseline(to_json_text(before(), "letters"), "old.json");
    REQUIRE(baseline.has_value());
    const BaselineDifference difference = difference_from(baseline->overall, after());
    const auto accuracy = std::find_if(difference.measures.begin(), difference.measures.end(),
                                       [](const MeasureChange& change) { return change.key == "accuracy"; });
    REQUIRE(accuracy != difference.measures.end());
    CHECK(accuracy->before == Approx(0.5));
    CHECK(accuracy->after == Approx(2.0 / 3));
    CHECK(accuracy->difference() == Approx(1.0 / 6));
    const auto has = [&](const std::string& key) {
        return std::any_of(difference.measures.begin(), difference.measures.end(),
                           [&](const MeasureChange& change) { return change.key == key; });
    };
    CHECK(has("latency_ms/p50"));
    CHECK(has("accuracy_at_coverage/0.95"));
    CHECK_FALSE(has("oos_auroc"));            // measured on neither side
    REQUIRE(difference.intents.size() == 2);  // c is new
    CHECK(difference.intents[0].key == "b");  // 0 to 2/3
    CHECK(difference.intents[1].key == "a");  // 2/3 to 1
}

TEST_CASE("the difference is part of every form of a report", "[nlu][evaluation][baseline]") {
    const auto baseline = parse_baseline(to_json_text(before(), "letters"), "old.json");
    REQUIRE(baseline.has_value());
    const EvaluationReport report{
        "letters", {"all", after(), difference_from(baseline->overall, after())}, {}};
    const auto json = nlohmann::json::parse(to_json_text(report));
    CHECK(json.at("baseline").at("accuracy").at("difference") == Approx(1.0 / 6));
    CHECK(json.at("baseline").at("intents").at("b").at("before") == 0.0);
    CHECK_THAT(describe(report), Catch::Contains("against the baseline") && Catch::Contains("+0.1667"));
    CHECK_THAT(to_html(report), Catch::Contains("Against the baseline") && Catch::Contains("+0.1667"));
}

TEST_CASE("a baseline keeps its languages apart", "[nlu][evaluation][baseline]") {
    const EvaluationReport report{
        "letters", {"all", after(), {}}, {{"en", before(), {}}, {"de", after(), {}}}};
    const auto baseline = parse_baseline(to_json_text(report), "old.json");
    REQUIRE(baseline.has_value());
    REQUIRE(baseline->languages.size() == 2);
    CHECK(baseline->languages.at("en").values.at("accuracy") == Approx(0.5));
    CHECK(baseline->languages.at("de").values.at("accuracy") == Approx(2.0 / 3));
}

TEST_CASE("what is no evaluation is no baseline", "[nlu][evaluation][baseline]") {
    const auto [text, problem] = GENERATE(table<std::string, std::string>({
        {"", "not a JSON object"},
        {"[1]", "not a JSON object"},
        {"{\"accuracy\": 1", "not a JSON object"},
        {R"({"macro_f1": 1, "intents": []})", "\"accuracy\""},
        {R"({"accuracy": "high", "macro_f1": 1, "intents": []})", "\"accuracy\""},
        {R"({"accuracy": 1, "macro_f1": 1})", "\"intents\""},
        {R"({"accuracy": 1, "macro_f1": 1, "intents": [{"intent": 3}]})", "\"f1\""},
        {R"({"accuracy": 1, "macro_f1": 1, "intents": [], "languages": {"en": {}}})", "/languages/en"},
    }));
    CAPTURE(text);
    const auto baseline = parse_baseline(text, "old.json");
    REQUIRE_FALSE(baseline.has_value());
    CHECK(baseline.error().code == ErrorCode::bad_request);
    CHECK_THAT(baseline.error().detail, Catch::Contains("old.json") && Catch::Contains(problem));
    CHECK(read_baseline("/nowhere/old.json").error().code == ErrorCode::io_failed);
}
