#define CATCH_CONFIG_MAIN
#define CATCH_CONFIG_ENABLE_BENCHMARKING
#include <catch2/catch.hpp>

#include "nlu/classifier_training.h"
#include "nlu/keyword_classifier.h"
#include "nlu/normaliser.h"
#include "nlu/understander.h"
#include "tests/pack_root.h"

using namespace parlance;
using namespace parlance::nlu;

namespace {

const std::string message =
    "could you please transfer 100 euros from my savings to Anna next friday, and what is my balance?";

}  // namespace

TEST_CASE("understanding one message", "[nlu][!benchmark]") {
    Findings findings;
    const PackSource source = PackSource::read(tests::pack_root(), findings);
    const Pack pack = load_pack(source, findings);
    REQUIRE_FALSE(findings.has_errors());
    const auto trained = train_classifier(labelled_texts_of(pack), {}).value().classifier;
    const KeywordClassifier keywords(pack);
    const Understander understander = make_understander(pack, source, {trained}, findings);
    const Utterance utterance = make_utterance(message, Locale{"en"}, system_clock()()).value();

    BENCHMARK("make_utterance") {
        return make_utterance(message, Locale{"en"}, TimePoint{});
    };
    BENCHMARK("classify, trained") {
        return trained->classify(utterance.text, utterance.locale);
    };
    BENCHMARK("classify, keywords") {
        return keywords.classify(utterance.text, utterance.locale);
    };
    BENCHMARK("understand") {
        return understander.understand(utterance, {});
    };
}
