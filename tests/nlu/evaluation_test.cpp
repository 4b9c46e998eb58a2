#include "nlu/evaluation.h"

#include <catch2/catch.hpp>

using namespace parlance;
using namespace parlance::nlu;

namespace {

// Answers by the text's first letter: "a..." is intent a; "?" is mostly out of scope.
class LetterClassifier final : public IntentClassifier {
public:
    std::vector<IntentScore> classify(std::string_view text, const Locale&) const override {
        if (text.starts_with('?')) return {{out_of_scope_intent(), 0.6F}, {{"a"}, 0.3F}, {{"b"}, 0.1F}};
        const std::string best = text.starts_with('a') ? "a" : "b";
        const std::string other = best == "a" ? "b" : "a";
        return {{{best}, 0.8F}, {{other}, 0.1F}, {out_of_scope_intent(), 0.1F}};
    }
    std::string_view method() const override { return "letters"; }
};

}  // namespace

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

TEST_CASE("the area under the curve counts ties half", "[nlu][evaluation]") {
    CHECK(area_under_roc({0.1F, 0.2F}, {0.3F, 0.4F}).value() == Approx(1));
    CHECK(area_under_roc({0.3F}, {0.3F}).value() == Approx(0.5));
    CHECK(area_under_roc({0.9F}, {0.1F}).value() == Approx(0));
    CHECK_FALSE(area_under_roc({}, {0.1F}));
}
