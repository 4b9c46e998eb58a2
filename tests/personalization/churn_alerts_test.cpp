#include "personalization/churn_alerts.h"

#include <catch2/catch.hpp>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

using namespace parlance;
using namespace parlance::personalization;
using std::chrono::hours;

namespace {

const TimePoint begin = parse_rfc3339("2026-11-20T12:00:00Z").value();

// A risk of so many percent after so many hours, and what is expected of it: '+' raised, '-' cleared, '.'
// none.
struct Step {
    int hour;
    int percent;
    char change;
};

}  // namespace

TEST_CASE("a churn alert is raised once, holds between the thresholds and pauses",
          "[personalization][churn]") {
    const auto [what, steps] = GENERATE(table<std::string, std::vector<Step>>({
        {"a low risk says nothing", {{0, 10, '.'}, {1, 59, '.'}}},
        {"the threshold itself raises", {{0, 60, '+'}, {1, 90, '.'}, {2, 60, '.'}}},
        {"between the thresholds nothing changes", {{0, 80, '+'}, {1, 45, '.'}, {2, 61, '.'}, {3, 40, '.'}}},
        {"below the lower one it is over", {{0, 80, '+'}, {1, 39, '-'}, {2, 39, '.'}, {3, 50, '.'}}},
        {"it does not come back within the pause",
         {{0, 80, '+'}, {1, 10, '-'}, {47, 99, '.'}, {48, 99, '+'}}},
        {"an alert that stays open is not raised again", {{0, 80, '+'}, {500, 90, '.'}, {501, 10, '-'}}},
    }));
    CAPTURE(what);
    ChurnAlerts alerts({0.6, 0.4, hours{48}});
    for (const Step& step : steps) {
        CAPTURE(step.hour);
        const auto change = alerts.observe({"C1"}, step.percent / 100.0, begin + hours{step.hour});
        const char seen = !change ? '.' : change == ChurnChange::raised ? '+' : '-';
        CHECK(seen == step.change);
    }
}

TEST_CASE("customers' alerts are their own, and go with them", "[personalization][churn]") {
    ChurnAlerts alerts;
    CHECK(alerts.observe({"C1"}, .9, begin) == ChurnChange::raised);
    CHECK(alerts.observe({"C2"}, .9, begin) == ChurnChange::raised);
    CHECK(alerts.open() == 2);
    CHECK(alerts.observe({"C1"}, .1, begin) == ChurnChange::cleared);
    CHECK(alerts.open() == 1);
    alerts.forget({"C2"});
    alerts.forget({"C2"});
    CHECK(alerts.open() == 0);
    CHECK(alerts.observe({"C2"}, .9, begin) == ChurnChange::raised);
}

TEST_CASE("one alert comes of many estimates at once", "[personalization][churn]") {
    ChurnAlerts alerts;
    std::vector<std::thread> threads;
    std::atomic<int> raised = 0;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int estimate = 0; estimate < 1000; ++estimate) {
                if (alerts.observe({"C" + std::to_string(estimate % 10)}, .9, begin)) ++raised;
            }
        });
    }
    for (auto& thread : threads) thread.join();
    CHECK(raised == 10);
    CHECK(alerts.open() == 10);
}
