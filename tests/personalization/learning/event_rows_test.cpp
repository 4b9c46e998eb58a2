#include "personalization/learning/event_rows.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstring>
#include <fstream>
#include <map>

#include "dialogue/storage/temporary_folder.h"
#include "personalization/cloud_event.h"
#include "personalization/customer_features.h"
#include "personalization/learning/churn_data.h"
#include "personalization/storage/event_bytes.h"

using namespace parlance;
using namespace parlance::personalization;
using std::chrono::days;

namespace {

const TimePoint begin = parse_rfc3339("2025-01-01T12:00:00Z").value();

BehaviorEvent event(int day, BehaviorKind kind = BehaviorKind::login, const std::string& feature = "start") {
    BehaviorEvent event;
    event.at = begin + days{day};
    event.kind = kind;
    event.feature = feature;
    event.platform = "app";
    return event;
}

CustomerEvents customer(const std::string& id, const std::vector<BehaviorEvent>& events) {
    CustomerEvents packed{{id}, {}};
    for (const BehaviorEvent& each : events) packed.events.push_back({each.at, to_event_bytes(each)});
    return packed;
}

// Logs in every `step` days from one day to another.
std::vector<BehaviorEvent> logins(int from, int to, int step) {
    std::vector<BehaviorEvent> events;
    for (int day = from; day <= to; day += step) events.push_back(event(day));
    return events;
}

// Over 240 days, of customers "one" (stays), "two" (falls silent on day 130) and "six" (closes on day 200).
EventLog small_log() {
    auto closing = logins(0, 195, 5);
    closing.push_back(event(200, BehaviorKind::life_signal, "account_closed"));
    return {
        {customer("one", logins(0, 240, 5)), customer("six", closing), customer("two", logins(0, 130, 5))},
        begin,
        begin + days{240}};
}

std::map<std::string, int> labels_of(const EventRows& rows) {
    std::map<std::string, int> labels;
    for (std::size_t i = 0; i < rows.names.size(); ++i) labels[rows.names[i]] = rows.rows.labels[i];
    return labels;
}

}  // namespace

TEST_CASE("customers are taken at every moment at which they are some, and their fate is looked up after it",
          "[personalization][learning]") {
    const auto rows = event_rows(small_log(), days{30});
    REQUIRE(rows.has_value());
    // Moments: days 90, 120, 150, 180 and 210, noon.
    const std::map<std::string, int> expected{
        {"one on 2025-04-01", 0}, {"one on 2025-05-01", 0}, {"one on 2025-05-31", 0},
        {"one on 2025-06-30", 0}, {"one on 2025-07-30", 0}, {"six on 2025-04-01", 0},
        {"six on 2025-05-01", 0}, {"six on 2025-05-31", 0}, {"six on 2025-06-30", 1},
        {"two on 2025-04-01", 0}, {"two on 2025-05-01", 0}, {"two on 2025-05-31", 1}};
    CHECK(labels_of(*rows) == expected);
    CHECK(std::is_sorted(rows->moments.begin(), rows->moments.end()));
    CHECK(rows->rows.groups.size() == rows->rows.labels.size());
    CHECK(rows->rows.features.names.size() == feature_specs().size());
}

TEST_CASE("what happens after a moment changes nothing in its features", "[personalization][learning]") {
    const auto before = event_rows(small_log(), days{30});
    auto log = small_log();
    auto events = logins(0, 130, 5);
    events.push_back(event(125, BehaviorKind::complaint, "fees"));
    events.push_back(event(150, BehaviorKind::transaction, "salary"));
    std::stable_sort(events.begin(), events.end(),
                     [](const auto& left, const auto& right) { return left.at < right.at; });
    log.customers[2] = customer("two", events);
    const auto after = event_rows(log, days{30});
    REQUIRE(after.has_value());
    bool some_differ = false;
    for (std::size_t row = 0; row < before->names.size(); ++row) {
        const auto found = std::find(after->names.begin(), after->names.end(), before->names[row]);
        REQUIRE(found != after->names.end());
        const auto old_row = before->rows.features.row(row);
        const auto new_row = after->rows.features.row(static_cast<std::size_t>(found - after->names.begin()));
        const bool is_equal = std::memcmp(old_row.data(), new_row.data(), old_row.size_bytes()) == 0;
        const bool is_later = before->names[row] == "two on 2025-05-31";
        CHECK((is_equal || is_later));
        some_differ = some_differ || !is_equal;
    }
    CHECK(some_differ);
}

TEST_CASE("a log that is too short is said to be", "[personalization][learning]") {
    const EventLog log{{customer("one", logins(0, 100, 5))}, begin, begin + days{100}};
    CHECK(event_rows(log, days{10}).has_value());
    const auto rows = event_rows(log, days{11});
    REQUIRE(rows.has_error());
    CHECK_THAT(rows.error().detail, Catch::Contains("11 days"));
}

TEST_CASE("an event log is read in any order, each event once", "[personalization][learning]") {
    const auto folder = dialogue::TemporaryFolder::make();
    const auto file = folder->path() / "events.ndjson";
    auto one = event(3);
    one.id.text = "1";
    one.customer.text = "C1";
    auto two = event(1);
    two.id.text = "2";
    two.customer.text = "C1";
    std::ofstream(file) << to_cloud_event(one) << "\n\n"
                        << to_cloud_event(two) << "\n"
                        << to_cloud_event(one) << "\n";
    const auto log = read_event_log(file);
    REQUIRE(log.has_value());
    REQUIRE(log->customers.size() == 1);
    REQUIRE(log->customers[0].events.size() == 2);
    CHECK(log->customers[0].events[0].at == two.at);
    CHECK(log->customers[0].events[1].unpacked().feature == one.feature);
    CHECK(log->first == two.at);
    CHECK(log->last == one.at);
}

TEST_CASE("every bad line of an event log is told", "[personalization][learning]") {
    const auto folder = dialogue::TemporaryFolder::make();
    const auto file = folder->path() / "events.ndjson";
    std::ofstream(file) << "{}\n\nnonsense\n";
    const auto log = read_event_log(file);
    REQUIRE(log.has_error());
    CHECK_THAT(log.error().detail,
               Catch::Contains(file.string() + ":1: ") && Catch::Contains(file.string() + ":3: "));
    std::ofstream(file, std::ios::trunc);
    CHECK_THAT(read_event_log(file).error().detail, Catch::Contains("no events"));
    CHECK(read_event_log(folder->path() / "none").error().code == ErrorCode::io_failed);
    CHECK(read_event_log(folder->path()).error().code == ErrorCode::io_failed);
}
