#include "personalization/engine_metrics.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/personalization/customer_builder.h"

using namespace parlance;
using namespace parlance::personalization;
using namespace parlance::tests;
using namespace std::chrono_literals;

namespace {

MeasuredTarget target_of(const EngineMetrics& metrics, const std::string& engine, const std::string& name) {
    for (const EngineFigures& figures : metrics.snapshot().engines) {
        if (figures.engine != engine) continue;
        for (const MeasuredTarget& target : figures.targets) {
            if (target.name == name) return target;
        }
    }
    throw std::logic_error("no target " + name);
}

BehaviorEvent answer(const std::string& action) {
    return event_before(0, BehaviorKind::offer_answered, "saver", action);
}

}  // namespace

TEST_CASE("before anything happened nothing is measured", "[personalization][metrics]") {
    const EngineMetrics metrics;
    for (const EngineFigures& engine : metrics.snapshot().engines) {
        CAPTURE(engine.engine);
        CHECK(engine.calls == 0);
        CHECK_FALSE(engine.mean_ms);
        for (const MeasuredTarget& target : engine.targets) {
            CAPTURE(target.name);
            CHECK(target.base == 0);
            if (!target.target.empty()) CHECK_FALSE(target.value);
        }
    }
}

TEST_CASE("times are those of the calls that were made", "[personalization][metrics]") {
    EngineMetrics metrics;
    for (int i = 0; i < 99; ++i) metrics.count_round({1ms, 2ms, {}, {}});
    metrics.count_round({101ms, 2ms, {}, {}});
    const auto engines = metrics.snapshot().engines;
    CHECK(engines[0].calls == 100);
    CHECK(*engines[0].mean_ms == Approx(2));
    CHECK(*target_of(metrics, "behavioral_analyzer", "p99_ms").value == Approx(1).epsilon(0.06));
    metrics.count_round({101ms, {}, {}, {}});
    CHECK(*target_of(metrics, "behavioral_analyzer", "p99_ms").value == Approx(101).epsilon(0.06));
    CHECK(target_of(metrics, "content_engine", "p99_ms").base == 0);
    CHECK(engines[2].calls == 0);
}

TEST_CASE("rates have what customers saw as their base", "[personalization][metrics]") {
    EngineMetrics metrics;
    metrics.count_shown(4, 10);
    for (const char* action : {"accepted", "rejected", "later"}) metrics.count_behavior(answer(action));
    metrics.count_behavior(event_before(0, BehaviorKind::article_read, "savings"));
    const auto accepted = target_of(metrics, "recommendation_engine", "acceptance_rate");
    CHECK(accepted.value == 0.25);
    CHECK(accepted.base == 4);
    CHECK(accepted.target == "> 0.60");
    CHECK(target_of(metrics, "recommendation_engine", "rejection_rate").value == 0.25);
    CHECK(target_of(metrics, "content_engine", "share_of_shown_articles_read").value == 0.1);
}

TEST_CASE("turns, thumbs and alerts are counted", "[personalization][metrics]") {
    EngineMetrics metrics;
    metrics.count_turn(10ms, 0.9, false);
    metrics.count_turn(20ms, 0.5, true);
    metrics.count_feedback(true);
    metrics.count_feedback(false);
    metrics.count_churn(ChurnChange::raised);
    CHECK(*target_of(metrics, "conversation", "intent_confidence").value == Approx(0.7));
    CHECK(target_of(metrics, "conversation", "fallback_rate").value == 0.5);
    CHECK(target_of(metrics, "conversation", "helpful_rate").value == 0.5);
    CHECK(target_of(metrics, "behavioral_analyzer", "churn_alerts_raised").value == 1);
    CHECK(target_of(metrics, "behavioral_analyzer", "churn_alerts_cleared").value == 0);
}

TEST_CASE("what has not been measured is said to be so, never made up", "[personalization][metrics]") {
    EngineMetrics metrics;
    metrics.count_round({1ms, 1ms, 1ms, 1ms});
    const auto json = nlohmann::json::parse(to_json_text(metrics.snapshot()));
    const auto& engines = json.at("engines");
    CHECK(engines.at("behavioral_analyzer").at("targets").at("churn_accuracy").at("value") == "not measured");
    CHECK(engines.at("life_event_predictor").at("targets").at("accuracy").at("value") == "not measured");
    CHECK(engines.at("content_engine").at("targets").at("relevance").at("value") == "not measured");
    CHECK(engines.at("recommendation_engine").at("targets").at("acceptance_rate").at("value") ==
          "not measured");
    CHECK(engines.at("recommendation_engine").at("targets").at("p99_ms").at("value").is_number());
    CHECK(engines.at("recommendation_engine").at("targets").at("p99_ms").at("target") == "< 100");
}
