#pragma once

#include <catch2/catch.hpp>

#include <algorithm>
#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "dialogue/tracker_store.h"
#include "tests/dialogue/event_generator.h"

namespace parlance::tests {

namespace tracker_store_contract_detail {

using dialogue::TrackerEvent;
using dialogue::TrackerStore;
using Events = std::vector<TrackerEvent>;

inline std::vector<std::string> conversations(const TrackerStore& store, const std::string& customer) {
    const auto found = store.conversations_of({customer});
    REQUIRE(found.has_value());
    std::vector<std::string> ids;
    for (const auto& id : *found) ids.push_back(id.text);
    return ids;
}

inline void expect_kept(const TrackerStore& store, const std::string& conversation,
                        const std::string& customer, const Events& events) {
    const auto tracker = store.load({conversation});
    REQUIRE(tracker.has_value());
    CHECK(tracker->conversation.text == conversation);
    CHECK(tracker->customer.text == customer);
    CHECK(tracker->version() == events.size());
    CHECK(tracker->events == events);
    CHECK(tracker->state == dialogue::fold(events));
}

// Threads append to one conversation, each to the version that it last saw. Returns how often one won.
inline int race(TrackerStore& store, const std::string& conversation, int threads, int attempts) {
    std::atomic<int> won{0};
    std::atomic<int> went_wrong{0};
    std::vector<std::thread> crowd;
    for (int t = 0; t < threads; ++t) {
        crowd.emplace_back([&, t] {
            const Events event{dialogue::SlotCleared{{std::to_string(t)}}};
            for (int i = 0; i < attempts; ++i) {
                const auto tracker = store.load({conversation});
                if (tracker.has_error()) {
                    ++went_wrong;
                    continue;
                }
                const auto appended = store.append({conversation}, {"crowd"}, event, tracker->version());
                if (appended.has_value())
                    ++won;
                else if (appended.error().code != ErrorCode::version_conflict)
                    ++went_wrong;
            }
        });
    }
    for (auto& thread : crowd) thread.join();
    CHECK(went_wrong == 0);
    return won;
}

inline void check_keeping(TrackerStore& store) {
    expect_kept(store, "nobody's", "", {});
    CHECK(conversations(store, "C1").empty());

    EventGenerator generate(7);
    const auto first = generate.events(20);
    const auto second = generate.events(15);
    REQUIRE(store.append({"a"}, {"C1"}, first, 0).has_value());
    expect_kept(store, "a", "C1", first);
    REQUIRE(store.append({"a"}, {"C1"}, second, 20).has_value());
    Events both = first;
    both.insert(both.end(), second.begin(), second.end());
    expect_kept(store, "a", "C1", both);
    expect_kept(store, "a", "C1", both);  // asking changes nothing

    // Nothing to add is checked like anything else, and makes no conversation.
    CHECK(store.append({"empty"}, {"C1"}, {}, 0).has_value());
    CHECK(store.append({"a"}, {"C1"}, {}, 1).has_error());
    CHECK(conversations(store, "C1") == std::vector<std::string>{"a"});
}

inline void check_refusing(TrackerStore& store) {
    const Events event{dialogue::AttemptFailed{}};
    for (const std::uint64_t version : {std::uint64_t{0}, std::uint64_t{34}, std::uint64_t{36}, UINT64_MAX}) {
        const auto refused = store.append({"a"}, {"C1"}, event, version);
        REQUIRE(refused.has_error());
        CHECK(refused.error().code == ErrorCode::version_conflict);
    }
    CHECK(store.append({"new"}, {"C1"}, event, 1).error().code == ErrorCode::version_conflict);
    CHECK(store.load({"a"})->version() == 35);
    CHECK(store.load({"new"})->version() == 0);

    const auto not_theirs = store.append({"a"}, {"C2"}, event, 35);
    REQUIRE(not_theirs.has_error());
    CHECK(not_theirs.error().code == ErrorCode::storage_failed);
    CHECK(store.load({"a"})->version() == 35);
}

inline void check_listing_and_erasing(TrackerStore& store) {
    const Events event{dialogue::AttemptFailed{}};
    REQUIRE(store.append({"b"}, {"C1"}, event, 0).has_value());
    REQUIRE(store.append({"odd ' \" % name"}, {"C2"}, event, 0).has_value());
    CHECK(conversations(store, "C1") == std::vector<std::string>{"b", "a"});
    REQUIRE(store.append({"a"}, {"C1"}, event, 35).has_value());
    CHECK(conversations(store, "C1") == std::vector<std::string>{"a", "b"});
    CHECK(conversations(store, "C2") == std::vector<std::string>{"odd ' \" % name"});

    CHECK(store.erase({"a"}).value() == 36);
    CHECK(store.erase({"a"}).value() == 0);
    expect_kept(store, "a", "", {});
    CHECK(conversations(store, "C1") == std::vector<std::string>{"b"});
    // Begun anew it has nothing of the old one, whoever begins it.
    EventGenerator generate(8);
    const auto anew = generate.events(36);
    REQUIRE(store.append({"a"}, {"C2"}, anew, 0).has_value());
    expect_kept(store, "a", "C2", anew);
    expect_kept(store, "b", "C1", event);
}

}  // namespace tracker_store_contract_detail

// What every TrackerStore promises; `store` must be empty. Call it inside a TEST_CASE.
inline void check_tracker_store_contract(dialogue::TrackerStore& store) {
    using namespace tracker_store_contract_detail;
    check_keeping(store);
    check_refusing(store);
    check_listing_and_erasing(store);
    const int won = race(store, "crowded", 4, 20);
    CHECK(won >= 20);
    CHECK(store.load({"crowded"})->version() == static_cast<std::uint64_t>(won));
}

}  // namespace parlance::tests
