#include "nlu/evaluation.h"

#include <catch2/catch.hpp>

#include "tests/nlu/evaluation_fixture.h"

using namespace parlance;
using namespace parlance::nlu;

using parlance::tests::LetterClassifier;

TEST_CASE("in-scope data is measured among in-scope intents", "[nlu][evaluation]") {
    const std::vector<LabelledText> texts{{{"a"}, "a1"}, {{"a"}, "?2"}, {{"b"}, "b3"}, {{"b"}, "a4"}};
    const std::vector<LabelledText> outside{{out_of_scope_intent(), "?5"}, {out_of_scope_intent(), "?6"}};
    const Evaluation result = evaluate(LetterClassifier(), texts, outside);
    CHECK(result.examples == 4);
    CHECK(result.accuracy == Approx(0.75));
    CHECK(result.accuracy_with_refusals == Approx(0.5));
    REQUIRE(result.intents.size() == 2);
    CHECK(result.intents[0].precision == Approx(2.0 / 3));
    CHECK(result.intents[0].recall == Approx(1));
    CHECK(result.macro_f1 == Approx((0.8 + 2.0 / 3) / 2));
    REQUIRE(result.confusions.size() == 1);
    CHECK(result.confusions[0].gold.text == "b");
    CHECK(result.oos_auroc.value() == Approx(0.875));
    CHECK(result.oos_recall_at_95.value() == Approx(0));  // a quarter of the in-scope texts score as high
}

TEST_CASE("data with out-of-scope lines lets out_of_scope compete", "[nlu][evaluation]") {
    const std::vector<LabelledText> texts{{{"a"}, "a1"}, {out_of_scope_intent(), "?2"}};
    const Evaluation result = evaluate(LetterClassifier(), texts, {});
    CHECK(result.accuracy == Approx(1));
    CHECK(result.oos_auroc.value() == Approx(1));
    CHECK(result.oos_recall_at_95.value() == Approx(1));
    CHECK(result.ece == Approx(0.3));  // said 0.8 and 0.6, was right both times
}

TEST_CASE("without out-of-scope texts their measures are absent", "[nlu][evaluation]") {
    const std::vector<LabelledText> texts{{{"a"}, "a1"}};
    const Evaluation result = evaluate(LetterClassifier(), texts, {});
    CHECK_FALSE(result.oos_auroc);
    CHECK_THAT(to_json_text(result, "letters"), Catch::Contains("\"oos_auroc\": null"));
    CHECK_THAT(describe(result), Catch::Contains("accuracy"));
}

TEST_CASE("each set is asked in its own language", "[nlu][evaluation]") {
    const LetterClassifier classifier;
    const TestSet set{Locale{"de"}, {{{"a"}, "a1"}}, {{out_of_scope_intent(), "?2"}}};
    const EvaluationRun run = run_classifier(classifier, set, {true, 1});
    CHECK(run.texts.size() == 1);
    CHECK(run.outside.size() == 1);
    CHECK(classifier.locales == std::vector<Locale>{Locale{"de"}});
}

TEST_CASE("robustness asks every text again in five ways", "[nlu][evaluation]") {
    const TestSet set{Locale{"en"}, {{{"a"}, "a, b"}, {{"b"}, "bbb bbb bbb"}}, {}};
    const Evaluation result = measure(run_classifier(LetterClassifier(), set, {true, 1}));
    REQUIRE(result.robustness.size() == all_perturbations.size());
    for (const RobustnessMeasure& measure : result.robustness) {
        CAPTURE(to_text(measure.perturbation));
        if (measure.perturbation == Perturbation::upper_case) CHECK(measure.accuracy == Approx(0.5));
        if (measure.perturbation == Perturbation::no_punctuation) CHECK(measure.accuracy == Approx(1));
    }
    CHECK(measure(run_classifier(LetterClassifier(), set, {})).robustness.empty());
}

TEST_CASE("runs of several sets are measured as one", "[nlu][evaluation]") {
    const LetterClassifier classifier;
    EvaluationRun all =
        run_classifier(classifier, {Locale{"en"}, {{{"a"}, "a1"}, {{"a"}, "b2"}}, {}}, {true, 1});
    all.append(run_classifier(classifier, {Locale{"de"}, {{{"b"}, "b3"}}, {{{"x"}, "?"}}}, {true, 1}));
    const Evaluation result = measure(all);
    CHECK(result.examples == 3);
    CHECK(result.accuracy == Approx(2.0 / 3));
    CHECK(result.oos_auroc.value() == Approx(1));
    CHECK(result.robustness.size() == all_perturbations.size());
}

TEST_CASE("the most confident mistakes come with training texts like them", "[nlu][evaluation]") {
    std::vector<LabelledText> texts{{{"b"}, "?unsure"}};
    for (int i = 0; i < 12; ++i) texts.push_back({{"b"}, "a" + std::to_string(i)});
    const Evaluation result = evaluate(LetterClassifier(), texts, {});
    REQUIRE(result.worst.size() == 10);
    CHECK(result.worst[0].text == "a0");
    CHECK(result.worst[0].gold.text == "b");
    CHECK(result.worst[0].predicted.text == "a");
    CHECK(result.worst[0].confidence == Approx(0.8 / 0.9));
    REQUIRE(result.worst[0].neighbours.size() == 1);
    CHECK(result.worst[0].neighbours[0].text == "like <b>a0");
}
