#include "personalization/customer_record.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <vector>

#include "tests/personalization/customer_builder.h"

using namespace parlance;
using namespace parlance::personalization;
using tests::event_before;
using tests::noon;
using Days = std::chrono::days;

namespace {

// A record and the events it counts, as every store keeps them.
struct Kept {
    CustomerRecord record;
    std::vector<BehaviorEvent> events;  // oldest first

    bool offer(const BehaviorEvent& event, Lateness lateness = Lateness::refuse) {
        if (!record.admits(event.at, lateness)) return false;
        record.take(event);
        events.insert(std::upper_bound(events.begin(), events.end(), event, is_earlier), event);
        return true;
    }
    std::vector<BehaviorEvent> after_checkpoint() const {
        auto rest = events;
        std::erase_if(rest, [&](const BehaviorEvent& event) { return event.at <= record.checkpoint(); });
        return rest;
    }
    std::string state() {
        if (record.is_stale()) record.refold(after_checkpoint());
        return record.state().serialise();
    }
    static bool is_earlier(const BehaviorEvent& left, const BehaviorEvent& right) {
        return left.at < right.at;
    }
};

std::string folded(const std::vector<BehaviorEvent>& events) {
    CustomerState state;
    for (const auto& event : events) state.apply(event);
    return state.serialise();
}

BehaviorEvent login(double days_ago) {
    return event_before(days_ago, BehaviorKind::login, "app");
}

// A month of several events a day, each up to six days later than it should come.
std::vector<BehaviorEvent> shuffled_month(unsigned seed) {
    std::mt19937 random(seed);
    std::vector<std::pair<double, BehaviorEvent>> arrivals;
    for (int i = 0; i < 150; ++i) {
        const double days_ago = 30.0 - i / 5.0;
        const auto kind = i % 4 == 0 ? BehaviorKind::transaction : BehaviorKind::page_view;
        auto event = event_before(days_ago, kind, "thing-" + std::to_string(random() % 7), "out");
        event.properties["amount"] = Money{static_cast<std::int64_t>(random() % 10'000), {"EUR"}};
        arrivals.emplace_back(-days_ago + static_cast<double>(random() % 600) / 100.0, std::move(event));
    }
    std::stable_sort(arrivals.begin(), arrivals.end(),
                     [](const auto& left, const auto& right) { return left.first < right.first; });
    std::vector<BehaviorEvent> events;
    for (auto& [arrival, event] : arrivals) events.push_back(std::move(event));
    return events;
}

}  // namespace

TEST_CASE("a state is the ordered fold to the last bit, whatever the order of arrival",
          "[personalization][record]") {
    const auto seed = GENERATE(1U, 2U, 3U);
    const int reads_every = GENERATE(1, 10, 1000);
    Kept kept;
    int arrived = 0;
    for (const auto& event : shuffled_month(seed)) {
        REQUIRE(kept.offer(event));
        if (++arrived % reads_every == 0) REQUIRE(kept.state() == folded(kept.events));
    }
    CHECK(kept.state() == folded(kept.events));
}

TEST_CASE("reading settles what is more than seven days old, so that it need not be read again",
          "[personalization][record]") {
    Kept kept;
    for (const double days_ago : {20.0, 15.0, 9.0, 8.5, 1.0, 3.0}) REQUIRE(kept.offer(login(days_ago)));
    CHECK(kept.record.is_stale());
    kept.state();
    CHECK_FALSE(kept.record.is_stale());
    CHECK(kept.after_checkpoint().size() == 2);
}

TEST_CASE("seven days behind the newest event is in time, a moment more is late",
          "[personalization][record]") {
    Kept kept;
    REQUIRE(kept.offer(login(0)));
    const auto [behind, lateness, taken] = GENERATE(table<std::chrono::milliseconds, Lateness, bool>({
        {Days{7}, Lateness::refuse, true},
        {Days{7} + std::chrono::milliseconds{1}, Lateness::refuse, false},
        {Days{7} + std::chrono::milliseconds{1}, Lateness::accept, true},
        {Days{4000}, Lateness::accept, true},
    }));
    CHECK(kept.record.admits(noon - behind, lateness) == taken);
}

TEST_CASE("an event behind the checkpoint that is accepted all the same is counted in its place",
          "[personalization][record]") {
    Kept kept;
    for (const double days_ago : {30.0, 20.0, 1.0, 2.0}) REQUIRE(kept.offer(login(days_ago)));
    kept.state();
    CHECK_FALSE(kept.offer(login(25)));
    REQUIRE(kept.offer(login(25), Lateness::accept));
    CHECK(kept.state() == folded(kept.events));
    REQUIRE(kept.offer(login(0.5)));
    CHECK(kept.state() == folded(kept.events));
}

TEST_CASE("what retention removes stays counted, and nothing older is taken any more",
          "[personalization][record]") {
    Kept kept;
    for (const double days_ago : {40.0, 35.0, 20.0, 1.0, 2.0}) REQUIRE(kept.offer(login(days_ago)));
    const bool was_read_before = GENERATE(false, true);
    if (was_read_before) kept.state();
    const auto all = folded(kept.events);
    const TimePoint cutoff = noon - Days{30};
    kept.record.trim(kept.after_checkpoint(), cutoff);
    std::erase_if(kept.events, [&](const BehaviorEvent& event) { return event.at < cutoff; });
    CHECK(kept.state() == all);
    CHECK_FALSE(kept.offer(login(31), Lateness::accept));

    REQUIRE(kept.offer(login(1.5)));
    CHECK(CustomerState::restore(kept.state())->events() == 6);
}

TEST_CASE("a record outlives its bytes, stale or not", "[personalization][record]") {
    Kept kept;
    for (const double days_ago : {30.0, 20.0, 1.0, 2.0}) REQUIRE(kept.offer(login(days_ago)));
    if (GENERATE(false, true)) kept.state();
    kept.record.consent.set(Purpose::marketing, false);
    auto restored = CustomerRecord::restore(kept.record.serialise());
    REQUIRE(restored.has_value());
    CHECK(restored->serialise() == kept.record.serialise());
    CHECK(restored->consent == kept.record.consent);
    CHECK(restored->is_stale() == kept.record.is_stale());
    kept.record = *restored;
    CHECK(kept.state() == folded(kept.events));
}

TEST_CASE("damaged bytes are no record", "[personalization][record]") {
    const std::string whole = CustomerRecord{}.serialise();
    const auto bytes = GENERATE_COPY(std::string(), whole.substr(0, whole.size() - 1), whole + "x",
                                     "\x09" + whole.substr(1));
    const auto record = CustomerRecord::restore(bytes);
    REQUIRE(record.has_error());
    CHECK(record.error().code == ErrorCode::storage_failed);
}
