#include "personalization/policy/uplift.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "personalization/learning/csv_reader.h"

using namespace parlance;
using namespace parlance::personalization;

namespace {

// Every second row is treated, which lifts a chance of .2 to .2 + lift where x is above 0.
Trial simulated(std::size_t rows, double lift) {
    std::mt19937 random(5);
    const auto uniform = [&] { return static_cast<double>(random()) / 4294967296.0; };
    Trial trial;
    trial.rows.features.names = {"x"};
    for (std::size_t row = 0; row < rows; ++row) {
        const double x = 2 * uniform() - 1;
        trial.treated.push_back(row % 2 == 0 ? 1 : 0);
        trial.rows.features.values.push_back(static_cast<float>(x));
        const double chance = 0.2 + (row % 2 == 0 && x > 0 ? lift : 0);
        trial.rows.labels.push_back(uniform() < chance ? 1 : 0);
    }
    return trial;
}

}  // namespace

TEST_CASE("whom treatment helps is found, and what it gains there", "[personalization][uplift]") {
    const Trial trial = simulated(20000, 0.3);
    const UpliftMeasures measures = measure_uplift(trial, foretell_effects(trial, 5, 42));
    CHECK(measures.rows == 20000);
    CHECK(measures.treated == 10000);
    CHECK(measures.at.front().gain.low < 0.3);
    CHECK(measures.at.front().gain.high > 0.3);
    CHECK(measures.at.back().gain.value == Approx(0.15).margin(0.02));
    CHECK(measures.qini > 0.01);
}

TEST_CASE("an order without meaning has a Qini near zero", "[personalization][uplift]") {
    const Trial trial = simulated(20000, 0.3);
    std::mt19937 random(9);
    std::vector<double> effects;
    for (std::size_t row = 0; row < trial.treated.size(); ++row)
        effects.push_back(static_cast<double>(random()));
    CHECK(std::abs(measure_uplift(trial, effects).qini) < 0.004);
}

TEST_CASE("the gain is the difference of rates among the highest effects", "[personalization][uplift]") {
    Trial trial;
    trial.treated = {1, 0, 1, 0, 1, 0, 1, 0, 1, 0};
    trial.rows.labels = {1, 0, 1, 0, 0, 0, 0, 1, 0, 0};
    const UpliftMeasures measures = measure_uplift(trial, {9, 8, 7, 6, 5, 4, 3, 2, 1, 0});
    CHECK(measures.at[1].rows == 2);
    CHECK(measures.at[1].gain.value == Approx(1));
    CHECK(measures.at.back().gain.value == Approx(0.2));
}

TEST_CASE("everything wrong with a trial's columns is told at once", "[personalization][uplift]") {
    Findings findings;
    const DataTable table = parse_table("arm,age,visit\nmail,30,1\nnone,31,0\n", "trial.csv", findings);
    trial_from(table, {"arn", "mail", "none", "visits", {}}, findings);
    REQUIRE(findings.sorted().size() == 2);
    CHECK(findings.sorted()[0].fix == "did you mean \"arm\"?");
    CHECK(findings.sorted()[1].fix == "did you mean \"visit\"?");
    Findings values;
    trial_from(table, {"arm", "mall", "none", "visit", {}}, values);
    REQUIRE(values.sorted().size() == 1);
    CHECK(values.sorted().front().code == "E1014");
}
