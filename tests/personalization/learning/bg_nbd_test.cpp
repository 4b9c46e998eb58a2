#include "personalization/learning/bg_nbd.h"

#include <catch2/catch.hpp>

#include <cmath>

#include "personalization/learning/activity_rows.h"
#include "tests/pack_root.h"

using namespace parlance;
using namespace parlance::personalization;

TEST_CASE("the hypergeometric series agrees with closed forms", "[personalization][bg_nbd]") {
    const double z = GENERATE(0.0, 0.1, 0.5, 0.9, 0.99);
    CAPTURE(z);
    CHECK(hypergeometric_2f1(2, 3, 3, z) == Approx(std::pow(1 - z, -2)));
    if (z > 0) CHECK(hypergeometric_2f1(1, 1, 2, z) == Approx(-std::log(1 - z) / z));
}

TEST_CASE("who buys often and lately is alive, who stopped is not", "[personalization][bg_nbd]") {
    const BgNbd model{0.243, 4.414, 0.793, 2.426};
    CHECK(model.alive({0, 0, 30}) == 1);
    CHECK(model.alive({10, 38, 39}) > 0.9);
    CHECK(model.alive({10, 10, 39}) < 0.01);
    CHECK(model.expected_purchases({10, 38, 39}, 39) > model.expected_purchases({1, 38, 39}, 39));
    CHECK(model.expected_purchases({2, 30, 39}, 0) == Approx(0).margin(1e-9));
}

TEST_CASE("nothing can be fitted when nobody came twice", "[personalization][bg_nbd]") {
    const std::vector<PurchaseHistory> once(20, {0, 0, 10});
    CHECK(BgNbd::fit(once).error().code == ErrorCode::bad_training);
    CHECK(BgNbd::fit({}).error().code == ErrorCode::bad_training);
}

TEST_CASE("the published parameters of the CDNOW sample are found", "[personalization][bg_nbd][data]") {
    const auto file = tests::data_root() / "cdnow/CDNOW_sample.txt";
    if (!std::filesystem::exists(file)) {
        WARN("skipped: " << file.string() << " is not there; set PARLANCE_DATA");
        return;
    }
    Findings findings;
    const auto log = read_transactions(file, findings);
    REQUIRE(log.has_value());
    REQUIRE(log->customers.size() == 2357);
    const auto histories = purchase_histories(*log, log->last_day - std::chrono::weeks(39));
    const auto model = BgNbd::fit(histories);
    REQUIRE(model.has_value());
    CHECK(model->r == Approx(0.2426).margin(1e-3));
    CHECK(model->alpha == Approx(4.4136).margin(1e-3));
    CHECK(model->a == Approx(0.7929).margin(1e-3));
    CHECK(model->b == Approx(2.4259).margin(1e-3));
    CHECK(model->log_likelihood(histories) == Approx(-9582.43).margin(0.01));
    double expected = 0;
    for (const PurchaseHistory& one : histories) expected += model->expected_purchases(one, 39);
    CHECK(expected == Approx(1653).margin(1));
}
