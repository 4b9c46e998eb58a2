#include "personalization/learning/hazard_rows.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstring>

#include "personalization/models/signal_features.h"
#include "personalization/storage/event_bytes.h"

using namespace parlance;
using namespace parlance::personalization;
using std::chrono::days;

namespace {

const TimePoint begin = parse_rfc3339("2025-01-01T00:00:00Z").value();

BehaviorEvent payment(int day, const std::string& category) {
    BehaviorEvent event;
    event.at = begin + days{day};
    event.kind = BehaviorKind::transaction;
    event.feature = category;
    event.action = "out";
    return event;
}

// Buys food every ten days of 240, and from the day `from` on something else too.
CustomerEvents customer(const std::string& id, const std::string& category, int from) {
    CustomerEvents packed{{id}, {}};
    const auto add = [&](const BehaviorEvent& event) {
        packed.events.push_back({event.at, to_event_bytes(event)});
    };
    for (int day = 0; day <= 240; day += 10) {
        add(payment(day, "groceries"));
        if (day >= from) add(payment(day, category));
    }
    return packed;
}

EventLog log_of_two(int baby_from) {
    return {
        {customer("parent", "baby", baby_from), customer("single", "leisure", 0)}, begin, begin + days{240}};
}

LifeLabels labels() {
    return {{{"parent"}, {33.0, {{LifeEvent::first_child, std::chrono::floor<days>(begin + days{200})}}}},
            {{"single"}, {{}, {}}}};
}

std::vector<int> ints(const std::vector<std::uint8_t>& values) {
    return {values.begin(), values.end()};
}

}  // namespace

TEST_CASE("a row's label is whether the event comes within the horizon; after it there are no rows",
          "[personalization][learning]") {
    const auto log = log_of_two(150);
    const auto all = customer_moments(log, labels()).value();
    // Moments: days 90, 120, 150, 180, 210 and 240.
    REQUIRE(all.moments.size() == 12);
    const auto near = hazard_rows(all, log, labels(), LifeEvent::first_child, days{30});
    CHECK(ints(near.rows.labels) == std::vector<int>{0, 0, 0, 1, 0, 0, 0, 0, 0});
    CHECK(near.rows.groups == std::vector<std::uint32_t>{0, 0, 0, 0, 1, 1, 1, 1, 1});
    const auto far = hazard_rows(all, log, labels(), LifeEvent::first_child, days{90});
    CHECK(ints(far.rows.labels) == std::vector<int>{0, 1, 1, 0, 0, 0});
    CHECK(hazard_rows(all, log, labels(), LifeEvent::marriage, days{90}).rows.positives() == 0);
}

TEST_CASE("what is paid after a moment changes nothing in its features", "[personalization][learning]") {
    const auto early = customer_moments(log_of_two(150), labels()).value();
    const auto late = customer_moments(log_of_two(200), labels()).value();
    REQUIRE(early.moments == late.moments);
    const auto& names = early.features.names;
    const auto column =
        static_cast<std::size_t>(std::find(names.begin(), names.end(), "payments_for_baby") - names.begin());
    REQUIRE(column < names.size());
    for (std::size_t row = 0; row < early.moments.size(); ++row) {
        CAPTURE(to_rfc3339(early.moments[row]), early.customers[row]);
        const auto one = early.features.row(row);
        const auto other = late.features.row(row);
        if (early.customers[row] == 0 && early.moments[row] > begin + days{150}) {
            CHECK(one[column] > other[column]);
        } else {
            // Bytes, for what is not known is not equal to itself.
            CHECK(std::memcmp(one.data(), other.data(), one.size_bytes()) == 0);
        }
    }
}

TEST_CASE("hand-set rules are asked with the past of each row alone", "[personalization][learning]") {
    const auto log = log_of_two(150);
    const auto all = customer_moments(log, labels()).value();
    const auto rows = hazard_rows(all, log, labels(), LifeEvent::first_child, days{30});
    const auto chances = rules_chance(rows, all, log, labels(), LifeEvent::first_child);
    REQUIRE(chances.size() == rows.rows.labels.size());
    CHECK(chances[1] == Approx(chances[0]));  // day 120: no baby shop yet
    CHECK(chances[3] > 3 * chances[1]);       // day 180: three times
    CHECK(chances[4] == Approx(chances[8]));
}

TEST_CASE("too little to learn from is refused", "[personalization][learning]") {
    auto log = log_of_two(150);
    CHECK(customer_moments(log, {{{"somebody"}, {}}}).error().code == ErrorCode::bad_training);
    log.last = begin + days{100};
    CHECK(customer_moments(log, labels()).error().code == ErrorCode::bad_training);
}

TEST_CASE("labels are read by the names of their columns", "[personalization][learning]") {
    const DataTable table{"lives.csv",
                          {"age", "customer", "life_event_on", "life_event", "left_on"},
                          {{"33", "C1", "2025-03-01", "first_child", ""},
                           {"33", "C1", "2025-09-01", "home_purchase", ""},
                           {"", "C2", "", "", "2025-01-01"}},
                          {2, 3, 4}};
    const auto lives = read_life_labels(table).value();
    REQUIRE(lives.size() == 2);
    CHECK(lives.at({"C1"}).age == 33);
    REQUIRE(lives.at({"C1"}).events.size() == 2);
    CHECK(lives.at({"C1"}).events[1].event == LifeEvent::home_purchase);
    CHECK_FALSE(lives.at({"C2"}).age);
    CHECK(lives.at({"C2"}).events.empty());
}

TEST_CASE("everything that is wrong with labels is told with its line", "[personalization][learning]") {
    DataTable table{"lives.csv",
                    {"customer", "life_event", "life_event_on"},
                    {{"C1", "first_chld", "2025-03-01"}, {"", "", ""}, {"C2", "marriage", "soon"}},
                    {2, 3, 4}};
    const auto wrong = read_life_labels(table);
    REQUIRE_FALSE(wrong.has_value());
    for (const char* part : {"lives.csv:2: unknown life event \"first_chld\"; did you mean \"first_child\"?",
                             "lives.csv:3: a row without a customer", "lives.csv:4: \"soon\" is no date"})
        CHECK_THAT(wrong.error().detail, Catch::Contains(part));
    table.columns = {"client", "life_event", "on"};
    const auto absent = read_life_labels(table);
    REQUIRE_FALSE(absent.has_value());
    CHECK_THAT(absent.error().detail,
               Catch::Contains("\"customer\"") && Catch::Contains("\"life_event_on\""));
}
