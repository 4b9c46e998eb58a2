#include "nlu/evaluation_report.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "nlu/reliability_svg.h"
#include "tests/nlu/evaluation_fixture.h"

using namespace parlance;
using namespace parlance::nlu;
using parlance::tests::is_well_formed;
using parlance::tests::LetterClassifier;

namespace {

EvaluationReport nasty_report() {
    const std::vector<LabelledText> texts{
        {{"b"}, "a<script>alert('1' & \"2\")</script>\x01"}, {{"<img src=x>"}, "b2"}, {{"a"}, "a3"}};
    return {"letters<1>",
            {"all", evaluate(LetterClassifier(), texts, std::vector<LabelledText>{{{"x"}, "?"}}), {}},
            {}};
}

}  // namespace

TEST_CASE("markup is checked by a reader that sees mistakes", "[nlu][evaluation][report]") {
    const auto [text, is_good] = GENERATE(table<std::string, bool>({
        {"<p class=\"x\">a &lt; b<br/></p>", true},
        {"<p>a<b></p></b>", false},
        {"<p>a", false},
        {"<p>a & b, all of it</p>", false},
        {"<p class=\"x>a</p>", false},
    }));
    CAPTURE(text);
    CHECK(is_well_formed(text) == is_good);
}

TEST_CASE("characters with a meaning in HTML are escaped", "[nlu][evaluation][report]") {
    CHECK(escaped_for_html("<a b='c'>\"&\x02\x7f\u00e4") == "&lt;a b=&#39;c&#39;&gt;&quot;&amp;\x7f\u00e4");
}

TEST_CASE("a report is well-formed and runs nothing of what customers wrote", "[nlu][evaluation][report]") {
    const std::string page = to_html(nasty_report());
    CHECK(is_well_formed(page));
    CHECK_THAT(page, !Catch::Contains("<script") && !Catch::Contains("<img") && !Catch::Contains("<b>"));
    CHECK_THAT(page, Catch::Contains("&lt;script&gt;alert") && Catch::Contains("&lt;img src=x&gt;"));
    CHECK_THAT(page, Catch::Contains("like &lt;b&gt;") && Catch::Contains("letters&lt;1&gt;"));
    CHECK_THAT(page, Catch::Contains("<svg") && !Catch::Contains("src=\"") && !Catch::Contains("href"));
}

TEST_CASE("the diagram shows each bin that has answers", "[nlu][evaluation][report]") {
    const std::vector<JudgedAnswer> answers{{0.95F, true}, {0.97F, false}, {0.5F, true}};
    const std::string diagram = reliability_svg(reliability_bins(answers));
    CHECK(is_well_formed(diagram));
    CHECK_THAT(diagram, Catch::StartsWith("<svg xmlns=\"http://www.w3.org/2000/svg\""));
    CHECK_THAT(diagram, Catch::Contains("confidence 0.960, accuracy 0.500, answers 2"));
    CHECK_THAT(diagram, Catch::Contains("confidence 0.500, accuracy 1.000, answers 1"));
    CHECK(is_well_formed(reliability_svg(reliability_bins({}))));
}

TEST_CASE("the JSON has every number, and null for what was not measured", "[nlu][evaluation][report]") {
    const auto json = nlohmann::json::parse(to_json_text(nasty_report()));
    CHECK(json.at("method") == "letters<1>");
    CHECK(json.at("examples") == 3);
    for (const char* key : {"accuracy", "accuracy_with_refusals", "macro_f1", "ece", "messages_per_second",
                            "oos_auroc", "oos_recall_at_95", "oos_recall_at_97", "oos_fpr_at_95_recall"}) {
        CAPTURE(key);
        CHECK(json.at(key).is_number());
    }
    for (const char* share : {"0.8", "0.9", "0.95"})
        CHECK(json.at("accuracy_at_coverage").at(share).is_number());
    CHECK(json.at("latency_ms").at("p50") <= json.at("latency_ms").at("p99"));
    CHECK(json.at("reliability").size() == 15);
    CHECK(json.at("worst").at(0).at("neighbours").at(0).at("intent") == "a");
    CHECK_FALSE(json.contains("robustness"));
    CHECK_FALSE(json.contains("languages"));
    const Evaluation inside = evaluate(LetterClassifier(), std::vector<LabelledText>{{{"a"}, "a1"}}, {});
    CHECK(nlohmann::json::parse(to_json_text(inside, "letters")).at("oos_fpr_at_95_recall").is_null());
}

TEST_CASE("a report of languages has a block for each", "[nlu][evaluation][report]") {
    const Evaluation one = nasty_report().overall.evaluation;
    const EvaluationReport report{"letters", {"all", one, {}}, {{"en", one, {}}, {"de", one, {}}}};
    CHECK_THAT(describe(report), Catch::Contains("language en") && Catch::Contains("language de") &&
                                     Catch::Contains("all languages"));
    const auto json = nlohmann::json::parse(to_json_text(report));
    CHECK(json.at("languages").at("de").at("accuracy") == json.at("accuracy"));
    CHECK(is_well_formed(to_html(report)));
    CHECK_THAT(to_html(report), Catch::Contains("Language de"));
}
