#include "personalization/policy/policy_value.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "personalization/policy/policy_report.h"
#include "personalization/policy/reward_model.h"

using namespace parlance;
using namespace parlance::personalization;

namespace {

constexpr double truth = 0.4;  // of the new policy: its action is right for either half of the customers

// Customers x of -1 or 1; action 1 pays with a chance of .4 where x is 1, else .2; action 0 the other way
// round. Action 1 was taken with a chance of .7 where x is 1, else .3. The new policy takes the better
// action.
DecisionLog simulated(std::size_t rows, std::uint32_t seed) {
    std::mt19937 random(seed);
    const auto chance = [&](double share) { return static_cast<double>(random()) / 4294967296.0 < share; };
    DecisionLog log;
    log.actions = {"letter", "phone"};
    log.contexts.names = {"x"};
    log.target = ActionChances{2, {}};
    for (std::size_t row = 0; row < rows; ++row) {
        const bool high = chance(0.5);
        const double phoned = high ? 0.7 : 0.3;
        const bool phone = chance(phoned);
        log.contexts.values.push_back(high ? 1.0F : -1.0F);
        log.taken.push_back(phone ? 1 : 0);
        log.propensities.push_back(phone ? phoned : 1 - phoned);
        log.rewards.push_back(chance(phone == high ? 0.4 : 0.2) ? 1 : 0);
        log.target->values.push_back(high ? 0 : 1);
        log.target->values.push_back(high ? 1 : 0);
    }
    return log;
}

struct Coverage {
    double mean = 0;
    int covered = 0;

    void add(const Estimate& estimate, double expected) {
        mean += estimate.value;
        covered += estimate.low <= expected && expected <= estimate.high ? 1 : 0;
    }
};

}  // namespace

TEST_CASE("estimates are unbiased and their intervals cover the truth over 1,000 logs",
          "[personalization][policy]") {
    constexpr int runs = 1000;
    constexpr std::size_t rows = 500;
    Coverage ips;
    Coverage snips;
    Coverage robust;
    Coverage gain;
    int surely = 0;
    for (std::uint32_t run = 0; run < runs; ++run) {
        const DecisionLog log = simulated(rows, run + 1);
        const auto foretold = foretell_rewards(log, 5, run);
        const EstimateOptions options{400, run};
        const PolicyValue value = value_of("new", *log.target, log, foretold, options);
        ips.add(value.ips, truth);
        snips.add(value.snips, truth);
        robust.add(value.doubly_robust, truth);
        gain.add(advantage(*log.target, always(log, 1), log, foretold, options), truth - 0.3);
        surely += value.surely_above <= truth ? 1 : 0;
    }
    // The mean of 1,000 estimates deviates by at most about .001 (one standard error).
    for (const Coverage* one : {&ips, &snips, &robust}) {
        CHECK(one->mean / runs == Approx(truth).margin(0.004));
        CHECK(one->covered >= 930);
        CHECK(one->covered <= 970);
    }
    CHECK(gain.mean / runs == Approx(truth - 0.3).margin(0.005));
    CHECK(gain.covered >= 930);
    CHECK(gain.covered <= 970);
    CHECK(surely >= 975);
}

TEST_CASE("doubly robust estimates vary less than those by weights alone", "[personalization][policy]") {
    const DecisionLog log = simulated(4000, 9);
    const PolicyValue value = value_of("new", *log.target, log, foretell_rewards(log, 5, 1));
    CHECK(value.doubly_robust.high - value.doubly_robust.low < value.ips.high - value.ips.low);
    CHECK_FALSE(value.is_doubtful());
}

TEST_CASE("a policy that few rows speak for is doubtful", "[personalization][policy]") {
    const DecisionLog few = simulated(100, 3);
    CHECK(value_of("new", *few.target, few, foretell_rewards(few, 5, 1)).is_doubtful());
    DecisionLog heavy = simulated(4000, 3);
    heavy.target = always(heavy, heavy.taken.front());
    heavy.propensities.front() = 1e-4;
    CHECK(value_of("new", *heavy.target, heavy, foretell_rewards(heavy, 5, 1)).is_doubtful());
}

TEST_CASE("required cases follow the base rate and the lift", "[personalization][policy]") {
    const auto [base, lift, expected] = GENERATE(table<double, double, std::size_t>({
        {0.11, 0.1, 13235},
        {0.11, 0.2, 3442},
        {0.05, 0.1, 31195},
        {0.60, 0.05, 4121},
        {0.0, 0.1, 0},
        {0.99, 0.1, 0},
    }));
    CAPTURE(base, lift);
    CHECK(std::abs(static_cast<double>(required_cases(base, lift)) - static_cast<double>(expected)) <= 40);
}

TEST_CASE("policies are compared with the best fixed action and the control", "[personalization][policy]") {
    const DecisionLog log = simulated(4000, 11);
    const PolicyReport report = compare_policies(log, "letter", {});
    REQUIRE(report.fixed.size() == 2);
    CHECK(report.fixed[0].doubly_robust.value >= report.fixed[1].doubly_robust.value);
    CHECK(report.over_best_fixed->low > 0);
    CHECK(report.over_control->low > 0);
    CHECK(report.logged.value == Approx(0.34).margin(0.03));
    CHECK(report.required > 0);
    CHECK(describe(report).find("new policy over the best fixed action") != std::string::npos);
}
