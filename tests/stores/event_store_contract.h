#pragma once

#include <catch2/catch.hpp>

#include <chrono>
#include <cstdint>
#include <limits>
#include <string>
#include <thread>
#include <vector>

#include "personalization/event_store.h"

namespace parlance::tests {

namespace event_store_contract_detail {

using personalization::BehaviorEvent;
using personalization::EventStore;

inline BehaviorEvent contract_event(const std::string& id, const std::string& customer, int minute) {
    BehaviorEvent event;
    event.id.text = id;
    event.customer.text = customer;
    event.at = TimePoint{std::chrono::minutes{minute}};
    event.kind = personalization::BehaviorKind::transaction;
    event.platform = "app";
    event.feature = "groceries";
    event.action = "paid";
    event.duration = std::chrono::milliseconds{1500};
    return event;
}

inline std::vector<std::string> ids_of(const EventStore& store, const std::string& customer,
                                       int since_minute = 0) {
    std::vector<std::string> ids;
    const auto events = store.events_of({customer}, TimePoint{std::chrono::minutes{since_minute}});
    REQUIRE(events.has_value());
    for (const BehaviorEvent& event : *events) ids.push_back(event.id.text);
    return ids;
}

inline void expect_all_fields_kept(EventStore& store) {
    BehaviorEvent event = contract_event("full", "C9", 5);
    event.platform = std::string("a\0b'\"; --", 9);
    event.properties = {
        {"flag", true},
        {"count", std::numeric_limits<std::int64_t>::min()},
        {"rate", 0.1},
        {"amount", Money{-1250, {"EUR"}}},
        {"day", CalendarDate{std::chrono::year{2026} / 11 / 20}},
        {"span", DateRange{{std::chrono::year{2026} / 11 / 1}, {std::chrono::year{2026} / 11 / 20}}},
        {"merchant", std::string("Caf\u00e9 \u00dc")},
        {"empty", std::string()}};
    REQUIRE(store.append(event).has_value());
    const auto kept = store.events_of({"C9"}, TimePoint{});
    REQUIRE(kept.has_value());
    REQUIRE(kept->size() == 1);
    const BehaviorEvent& back = kept->front();
    CHECK(back.at == event.at);
    CHECK(back.kind == event.kind);
    CHECK(back.platform == event.platform);
    CHECK(back.feature == event.feature);
    CHECK(back.action == event.action);
    CHECK(back.duration == event.duration);
    CHECK(back.properties == event.properties);
}

inline void expect_safe_from_threads(EventStore& store) {
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&store, t] {
            for (int i = 0; i < 25; ++i) {
                const std::string id = std::to_string(t) + "-" + std::to_string(i);
                (void)store.append(contract_event(id, "crowd", i)).has_value();
                (void)store.append(contract_event("same-" + std::to_string(i), "crowd", i)).has_value();
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(ids_of(store, "crowd").size() == 125);
}

}  // namespace event_store_contract_detail

// What every EventStore promises; `store` must be empty. Call it inside a TEST_CASE.
inline void check_event_store_contract(personalization::EventStore& store) {
    using namespace event_store_contract_detail;
    using Ids = std::vector<std::string>;

    CHECK(ids_of(store, "nobody").empty());
    for (const auto& [id, minute] :
         std::vector<std::pair<std::string, int>>{{"b", 20}, {"a", 10}, {"c", 30}, {"b2", 20}}) {
        REQUIRE(store.append(contract_event(id, "C1", minute)).has_value());
    }
    REQUIRE(store.append(contract_event("other", "C2", 15)).has_value());
    CHECK(ids_of(store, "C1") == Ids{"a", "b", "b2", "c"});
    CHECK(ids_of(store, "C1", 20) == Ids{"b", "b2", "c"});
    CHECK(ids_of(store, "C1", 31).empty());

    REQUIRE(store.append(contract_event("a", "C1", 25)).has_value());
    CHECK(ids_of(store, "C1") == Ids{"a", "b", "b2", "c"});

    expect_all_fields_kept(store);

    CHECK(store.erase({"C1"}).value() == 4);
    CHECK(store.erase({"C1"}).value() == 0);
    CHECK(ids_of(store, "C1").empty());
    CHECK(ids_of(store, "C2") == Ids{"other"});
    REQUIRE(store.append(contract_event("a", "C1", 10)).has_value());
    CHECK(ids_of(store, "C1") == Ids{"a"});
    const auto again = store.events_of({"C9"}, TimePoint{});
    CHECK(again->front().properties.size() == 8);

    expect_safe_from_threads(store);
}

}  // namespace parlance::tests
