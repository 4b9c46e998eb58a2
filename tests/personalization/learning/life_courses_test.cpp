#include "personalization/learning/life_courses.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "personalization/learning/csv_reader.h"
#include "personalization/learning/life_event_model.h"

using namespace parlance;
using namespace parlance::personalization;

namespace {

LifeCourses lives_in(const std::string& content) {
    Findings findings;
    auto lives = life_courses_in(parse_table(content, "lives.csv", findings));
    REQUIRE(lives.has_value());
    return std::move(*lives);
}

// Ages 15 to 20. The first leaves home at 17 and has a child at 19; the second divorces; the third stays.
constexpr const char* families =
    "sex,birthyr,a15,a16,a17,a18,a19,a20\n"
    "man,1950,0,0,1,1,6,6\n"
    "woman,1955,0,2,7,7,7,7\n"
    "man,1960,0,0,0,0,0,0\n";

LifeEventDefinition event_named(const LifeCourses& lives, const std::string& name) {
    const auto events = choose_life_events(lives, {name}, 0);
    REQUIRE(events.has_value());
    return events->front();
}

float feature(const LabelledMatrix& rows, std::size_t row, const std::string& name) {
    const auto& names = rows.features.names;
    const auto found = std::find(names.begin(), names.end(), name);
    REQUIRE(found != names.end());
    return rows.features.row(row)[static_cast<std::size_t>(found - names.begin())];
}

}  // namespace

TEST_CASE("the columns of the periods are found", "[personalization][life_events]") {
    const auto [content, unit, first] = GENERATE(table<std::string, std::string, int>({
        {"x,a15,a16,a17,a18\n1,0,0,0,0\n", "year", 15},
        {"Jul.93,Aug.93,Sep.93,Oct.93,y\nFE,FE,HE,HE,1\n", "month", 7},
        {"Nov.99,Dec.99,Jan.00,Feb.00\nFE,FE,HE,HE\n", "month", 11},
        {"a1,b2,a15,a16,a17,a18,a20\n1,2,0,0,0,0,0\n", "year", 15},
    }));
    CAPTURE(content);
    const LifeCourses lives = lives_in(content);
    CHECK(lives.unit == unit);
    CHECK(lives.first_number == first);
    CHECK(lives.periods.size() == 4);
}

TEST_CASE("tables without lives are refused", "[personalization][life_events]") {
    const auto content = GENERATE(as<std::string>{}, "a,b\n1,2\n", "a15,a16,a17,a18\n0,0,NA,0\n");
    Findings findings;
    const auto lives = life_courses_in(parse_table(content, "lives.csv", findings));
    REQUIRE_FALSE(lives.has_value());
    CHECK(lives.error().code == ErrorCode::bad_training);
}

TEST_CASE("people are watched until the event, a divorce or the end", "[personalization][life_events]") {
    const LifeCourses lives = lives_in(families);
    const auto [name, labels] = GENERATE(table<std::string, std::vector<std::uint8_t>>({
        {"leaving_home", {0, 1, 0, 0, 0, 0, 0, 0, 0}},
        {"marriage", {0, 0, 0, 1, 1, 0, 0, 0, 0, 0}},
        {"first_child", {0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0}},
    }));
    CAPTURE(name);
    const auto rows = person_periods(lives, event_named(lives, name), covariate_encoder(lives), lives.states);
    REQUIRE(rows.has_value());
    CHECK(rows->labels == labels);
    CHECK(rows->groups.size() == labels.size());
}

TEST_CASE("a row knows the life up to its period and no further", "[personalization][life_events]") {
    const LifeCourses lives = lives_in(families);
    const auto rows =
        person_periods(lives, event_named(lives, "first_child"), covariate_encoder(lives), lives.states);
    REQUIRE(rows.has_value());
    // The first person at 18: out of the home for two years, one change so far.
    CHECK(feature(*rows, 3, "age") == 18);
    CHECK(feature(*rows, 3, "calendar year") == 1968);
    CHECK(feature(*rows, 3, "years in this state") == 2);
    CHECK(feature(*rows, 3, "changes so far") == 1);
    CHECK(feature(*rows, 3, "state = 1") == 1);
    CHECK(feature(*rows, 3, "state before = 0") == 1);
    CHECK(feature(*rows, 3, "years in state 0") == 2);
    CHECK(feature(*rows, 3, "years in state 6") == 0);
    LifeCourses changed = lives;
    changed.course[0][4] = changed.course[0][5] = 0;
    const auto again =
        person_periods(changed, event_named(lives, "first_child"), covariate_encoder(lives), lives.states);
    REQUIRE(again.has_value());
    for (std::size_t i = 0; i < rows->features.width(); ++i) {
        const float one = rows->features.row(3)[i];
        const float other = again->features.row(3)[i];
        CHECK(((std::isnan(one) && std::isnan(other)) || one == other));
    }
}

TEST_CASE("unknown events are told with the known ones", "[personalization][life_events]") {
    const auto events = choose_life_events(lives_in(families), {"mariage"}, 0);
    REQUIRE_FALSE(events.has_value());
    CHECK(events.error().detail.find("did you mean \"marriage\"?") != std::string::npos);
    CHECK_FALSE(choose_life_events(lives_in(families), {}, 6).has_value());
}

TEST_CASE("the median time follows from a constant hazard", "[personalization][life_events]") {
    CHECK(median_periods(0.5, 1) == Approx(1));
    CHECK(median_periods(0.1, 1) == Approx(6.579).margin(0.001));
    CHECK(median_periods(0.5, 6) == Approx(6));
}
