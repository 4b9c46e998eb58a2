#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

#include "personalization/state/amount_sketch.h"
#include "personalization/state/balance_trend.h"
#include "personalization/state/day_streak.h"
#include "personalization/state/decayed_trend.h"
#include "personalization/state/feature_breadth.h"
#include "personalization/state/hour_profile.h"
#include "personalization/state/ranked_counts.h"
#include "personalization/state/salary_rhythm.h"
#include "personalization/state/visit_rhythm.h"

using namespace parlance;
using namespace parlance::personalization;

namespace {

// Friday, 20 November 2026.
const TimePoint friday = std::chrono::sys_days{std::chrono::year{2026} / 11 / 20};

TimePoint after_days(double days) {
    return friday + std::chrono::milliseconds(static_cast<std::int64_t>(days * 86'400'000));
}

}  // namespace

TEST_CASE("sums halve with their half-lives, at read", "[personalization][state]") {
    DecayedTrend trend;
    CHECK(trend.sums(friday)[0] == 0);
    trend.add(8, friday);
    CHECK(trend.sums(after_days(7))[0] == Approx(4));
    CHECK(trend.sums(after_days(30))[1] == Approx(4));
    CHECK(trend.sums(after_days(180))[2] == Approx(2));
    trend.add(1, after_days(14));
    CHECK(trend.sums(after_days(14))[0] == Approx(3));
    CHECK(trend.sums(after_days(13))[0] == Approx(3));
}

TEST_CASE("a trend tells more from less", "[personalization][state]") {
    DecayedTrend steady, growing, falling;
    for (int day = 0; day < 720; ++day) {
        steady.add(1, after_days(day));
        growing.add(day < 700 ? 1 : 3, after_days(day));
        falling.add(day < 700 ? 1 : 0.1, after_days(day));
    }
    CHECK(steady.ratio(after_days(719)) == Approx(1).margin(0.1));
    CHECK(growing.ratio(after_days(719)) > 2);
    CHECK(falling.ratio(after_days(719)) < 0.5);
    CHECK(std::isnan(DecayedTrend{}.ratio(friday)));
}

TEST_CASE("quantiles of amounts are within five percent", "[personalization][state]") {
    AmountSketch sketch;
    CHECK(std::isnan(sketch.quantile(0.5)));
    std::vector<double> amounts;
    for (int i = 1; i <= 5000; ++i) amounts.push_back(0.5 * std::pow(1.002, i));  // 0.50 to 11,000
    for (const double amount : amounts) sketch.add(amount);
    sketch.add(std::nan(""));
    CHECK(sketch.count() == 5000);
    for (const double q : {0.0, 0.1, 0.5, 0.9, 0.99, 1.0}) {
        CAPTURE(q);
        const double exact = amounts[static_cast<std::size_t>(q * 4999)];
        CHECK(sketch.quantile(q) == Approx(exact).epsilon(0.0501));
    }
}

TEST_CASE("amounts over many orders of magnitude keep high quantiles exact", "[personalization][state]") {
    AmountSketch sketch;
    for (int i = 0; i < 10'000; ++i) sketch.add(std::pow(10.0, -1 + i / 1000.0));
    sketch.add(0);
    CHECK(sketch.quantile(0) == 0);
    CHECK(sketch.quantile(0.99) == Approx(std::pow(10.0, 8.9)).epsilon(0.06));
}

TEST_CASE("counts of up to sixteen names are exact, and fade", "[personalization][state]") {
    RankedCounts counts;
    for (const char* name : {"rent", "food", "food", "salary", "food", "rent"}) counts.add(name, friday);
    CHECK(counts.ranking(friday) ==
          std::vector<RankedCounts::Count>{{"food", 3}, {"rent", 2}, {"salary", 1}});
    CHECK(counts.count("food", after_days(90)) == Approx(1.5));
    CHECK(counts.count("wine", friday) == 0);
    CHECK(counts.total(friday) == Approx(6));
}

TEST_CASE("frequent names survive many rare ones in bounded space", "[personalization][state]") {
    RankedCounts counts;
    for (int i = 0; i < 2000; ++i) {
        counts.add("food", friday);
        counts.add("rare-" + std::to_string(i), friday);
    }
    CHECK(counts.size() == RankedCounts::most_names);
    CHECK(counts.ranking(friday).front().name == "food");
    CHECK(counts.count("food", friday) == Approx(2000));
}

TEST_CASE("entropy tells one name from many", "[personalization][state]") {
    RankedCounts one, four;
    CHECK(one.entropy_bits() == 0);
    for (int i = 0; i < 4; ++i) one.add("app", friday);
    for (const char* name : {"app", "web", "branch", "chat"}) four.add(name, friday);
    CHECK(one.entropy_bits() == Approx(0));
    CHECK(four.entropy_bits() == Approx(2));
}

TEST_CASE("acts within half an hour are one visit", "[personalization][state]") {
    VisitRhythm rhythm;
    CHECK(std::isnan(rhythm.days_since(friday)));
    using std::chrono::minutes;
    CHECK(rhythm.add(friday));
    CHECK_FALSE(rhythm.add(friday + minutes{30}));
    CHECK_FALSE(rhythm.add(friday + minutes{50}));
    CHECK(rhythm.add(friday + minutes{81}));
    CHECK(rhythm.add(after_days(2)));
    CHECK(rhythm.visits() == 3);
    CHECK(rhythm.minutes().mean() == Approx(25));
    CHECK(rhythm.gap_days().mean() == Approx((31.0 / 1440 + 2 - 81.0 / 1440) / 2));
    CHECK(rhythm.overdue(after_days(2)) == 0);
    CHECK(rhythm.overdue(after_days(4)) == Approx(2 / rhythm.gap_days().mean()));
}

TEST_CASE("a streak ends with a day left out", "[personalization][state]") {
    DayStreak streak;
    for (const int day : {0, 0, 1, 2, 5, 6}) streak.add(after_days(day + 0.5));
    CHECK(streak.active_days() == 5);
    CHECK(streak.longest() == 3);
    CHECK(streak.current(after_days(6.9)) == 2);
    CHECK(streak.current(after_days(7.1)) == 2);
    CHECK(streak.current(after_days(8.1)) == 0);
    CHECK(DayStreak{}.current(friday) == 0);
}

TEST_CASE("hours and weekdays are told apart", "[personalization][state]") {
    HourProfile hours;
    CHECK(hours.preferred_hour() == -1);
    for (int week = 0; week < 3; ++week) hours.add(after_days(7 * week) + std::chrono::hours{9});
    hours.add(after_days(1) + std::chrono::hours{23});
    CHECK(hours.preferred_hour() == 9);
    CHECK(hours.weekdays()[5] == 3);
    CHECK(hours.night_share() == Approx(0.25));
    CHECK(hours.weekend_share() == Approx(0.25));
    CHECK(hours.preferred_hour_share() == Approx(0.75));
}

TEST_CASE("the breadth of features is estimated closely", "[personalization][state]") {
    const int distinct = GENERATE(0, 1, 5, 20, 50);
    FeatureBreadth breadth;
    for (int time = 0; time < 3; ++time)
        for (int i = 0; i < distinct; ++i) breadth.add("feature-" + std::to_string(i));
    CAPTURE(distinct);
    CHECK(breadth.distinct() == Approx(distinct).margin(0.06 * distinct + 0.1));
}

TEST_CASE("a hash is the same on every machine", "[personalization][state]") {
    CHECK(stable_hash("") == stable_hash(""));
    CHECK(stable_hash("ACME Ltd") != stable_hash("ACME Inc"));
}

TEST_CASE("the slope of a balance is found", "[personalization][state]") {
    BalanceTrend rising, flat, fallen;
    CHECK(std::isnan(rising.latest()));
    for (int day = 0; day < 100; ++day) {
        rising.add(1000 + 10 * day, after_days(day));
        flat.add(1000, after_days(day));
        fallen.add(day < 70 ? 1000 : 1000 - 20 * (day - 70), after_days(day));
    }
    CHECK(rising.slope_30_days() == Approx(300));
    CHECK(rising.latest() == 1990);
    CHECK(flat.slope_30_days() == Approx(0).margin(1e-6));
    CHECK(fallen.slope_30_days() < -150);
}

TEST_CASE("a slope needs two moments", "[personalization][state]") {
    BalanceTrend balance;
    balance.add(100, friday);
    balance.add(900, friday + std::chrono::minutes{5});
    CHECK(std::isnan(balance.slope_30_days()));
    balance.add(900, after_days(1));
    CHECK(std::isfinite(balance.slope_30_days()));
}

TEST_CASE("a salary's rhythm and payer are watched", "[personalization][state]") {
    SalaryRhythm salary;
    CHECK(std::isnan(salary.days_since(friday)));
    for (int month = 0; month < 4; ++month)
        salary.add(2000, month < 3 ? "ACME" : "Globex", after_days(30 * month));
    salary.add(3000, "", after_days(120));
    CHECK(salary.count() == 5);
    CHECK(salary.interval_days().mean() == Approx(30));
    CHECK(salary.interval_days().deviation() == Approx(0).margin(1e-9));
    CHECK(salary.latest_ratio() == Approx(3000.0 / 2200));
    CHECK(salary.payer_changes() == 1);
    CHECK(salary.days_since_payer_change(after_days(130)) == Approx(40));
    CHECK(salary.overdue(after_days(165)) == Approx(1.5));
}
