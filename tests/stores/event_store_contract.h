#pragma once

#include <catch2/catch.hpp>

#include <chrono>
#include <cstdint>
#include <limits>
#include <string>
#include <thread>
#include <vector>

#include "personalization/consent_ledger.h"
#include "personalization/event_store.h"

namespace parlance::tests {

namespace event_store_contract_detail {

using namespace personalization;
using Labels = std::vector<std::string>;
using Outcomes = std::vector<AppendOutcome>;

constexpr int day = 24 * 60;  // minutes

// Its id is its action too, since a store may give a pseudonym for the id.
inline BehaviorEvent contract_event(const std::string& id, const std::string& customer, int minute) {
    BehaviorEvent event;
    event.id.text = id;
    event.customer.text = customer;
    event.at = TimePoint{std::chrono::minutes{minute}};
    event.kind = BehaviorKind::transaction;
    event.platform = "app";
    event.feature = "groceries";
    event.action = id;
    event.duration = std::chrono::milliseconds{1500};
    event.properties["amount"] = Money{static_cast<std::int64_t>(100 + id.size()), {"EUR"}};
    return event;
}

inline Labels labels_of(const EventStore& store, const std::string& customer, int since_minute = 0,
                        Purpose purpose = Purpose::service) {
    const auto events = store.events_of({customer}, TimePoint{std::chrono::minutes{since_minute}}, purpose);
    REQUIRE(events.has_value());
    Labels labels;
    for (const BehaviorEvent& event : *events) {
        CHECK(event.customer.text == customer);
        labels.push_back(event.action);
    }
    return labels;
}

inline std::string state_of(const EventStore& store, const std::string& customer,
                            Purpose purpose = Purpose::service) {
    const auto state = store.state_of({customer}, purpose);
    REQUIRE(state.has_value());
    return state->serialise();
}

// What the customer's kept events say, which is the state as long as none have expired.
inline std::string fold_of(const EventStore& store, const std::string& customer) {
    CustomerState state;
    const auto events = store.events_of({customer}, TimePoint{}, Purpose::service);
    REQUIRE(events.has_value());
    for (const BehaviorEvent& event : *events) state.apply(event);
    return state.serialise();
}

inline void expect_order_and_repeats(EventStore& store) {
    CHECK(labels_of(store, "nobody").empty());
    CHECK(state_of(store, "nobody") == CustomerState{}.serialise());
    CHECK(store.append({}, Lateness::refuse).value().empty());
    for (const auto& [id, minute] :
         std::vector<std::pair<std::string, int>>{{"b2", 20}, {"a", 10}, {"c", 30}, {"b", 20}}) {
        REQUIRE(store.append(contract_event(id, "C1", minute)).has_value());
    }
    REQUIRE(store.append(contract_event("other", "C2", 15)).has_value());
    CHECK(labels_of(store, "C1") == Labels{"a", "b2", "b", "c"});
    CHECK(labels_of(store, "C1", 20) == Labels{"b2", "b", "c"});
    CHECK(labels_of(store, "C1", 31).empty());
    CHECK(state_of(store, "C1") == fold_of(store, "C1"));

    REQUIRE(store.append(contract_event("a", "C1", 25)).has_value());
    CHECK(labels_of(store, "C1") == Labels{"a", "b2", "b", "c"});
    CHECK(store.state_of({"C1"}, Purpose::service)->events() == 4);
}

inline void expect_batches_counted_once(EventStore& store) {
    auto of_another_source = contract_event("x", "batch", 12 * day);
    of_another_source.source = "/core/cards";
    const std::vector<BehaviorEvent> batch{contract_event("x", "batch", 10 * day),
                                           contract_event("x", "batch", 10 * day),
                                           of_another_source,
                                           contract_event("y", "batch two", 1),
                                           contract_event("z", "batch", 5 * day),
                                           contract_event("old", "batch", 5 * day - 1)};
    using enum AppendOutcome;
    CHECK(store.append(batch, Lateness::refuse).value() ==
          Outcomes{accepted, repeated, accepted, accepted, accepted, late});
    CHECK(store.append(batch, Lateness::refuse).value() ==
          Outcomes{repeated, repeated, repeated, repeated, repeated, late});
    CHECK(labels_of(store, "batch") == Labels{"z", "x", "x"});
    CHECK(state_of(store, "batch") == fold_of(store, "batch"));
    CHECK(store.append({&batch.back(), 1}, Lateness::accept).value() == Outcomes{accepted});
    CHECK(labels_of(store, "batch") == Labels{"old", "z", "x", "x"});
    CHECK(state_of(store, "batch") == fold_of(store, "batch"));
    CHECK(labels_of(store, "batch two") == Labels{"y"});
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
    const auto kept = store.events_of({"C9"}, TimePoint{}, Purpose::service);
    REQUIRE(kept.has_value());
    REQUIRE(kept->size() == 1);
    BehaviorEvent back = kept->front();
    back.id = event.id;
    back.source = event.source;
    CHECK(back == event);
}

inline void expect_consent_asked(EventStore& store, ConsentLedger& consents) {
    CHECK(consents.consent_of({"quiet"}).value() == Consent{});
    Consent consent;
    consent.set(Purpose::marketing, false);
    REQUIRE(consents.set_consent({"quiet"}, consent).has_value());
    REQUIRE(store.append(contract_event("q", "quiet", 1)).has_value());
    CHECK(consents.consent_of({"quiet"}).value() == consent);
    CHECK(labels_of(store, "quiet", 0, Purpose::marketing).empty());
    CHECK(state_of(store, "quiet", Purpose::marketing) == CustomerState{}.serialise());
    CHECK(labels_of(store, "quiet", 0, Purpose::profiling) == Labels{"q"});
    CHECK(state_of(store, "quiet", Purpose::profiling) == fold_of(store, "quiet"));
    REQUIRE(consents.set_consent({"quiet"}, {}).has_value());
    CHECK(labels_of(store, "quiet", 0, Purpose::marketing) == Labels{"q"});
    REQUIRE(consents.set_consent({"quiet"}, consent).has_value());
    CHECK(store.erase({"quiet"}).value() == 1);
    CHECK(consents.consent_of({"quiet"}).value() == Consent{});
}

inline void expect_erased(EventStore& store) {
    CHECK(store.erase({"C1"}).value() == 4);
    CHECK(store.erase({"C1"}).value() == 0);
    CHECK(labels_of(store, "C1").empty());
    CHECK(state_of(store, "C1") == CustomerState{}.serialise());
    CHECK(labels_of(store, "C2") == Labels{"other"});
    REQUIRE(store.append(contract_event("a", "C1", 10)).has_value());
    CHECK(labels_of(store, "C1") == Labels{"a"});
    CHECK(store.events_of({"C9"}, TimePoint{}, Purpose::service)->front().properties.size() == 8);
}

inline void expect_expired(EventStore& store) {
    auto login = contract_event("login", "E", 10 * day);
    login.kind = BehaviorKind::login;
    const std::vector<BehaviorEvent> batch{contract_event("edge", "E", 20 * day), login,
                                           contract_event("gone", "E", 20 * day - 1),
                                           contract_event("stays", "E", 25 * day)};
    REQUIRE(store.append(batch, Lateness::accept).has_value());
    const auto before = fold_of(store, "E");
    const TimePoint now{std::chrono::minutes{50 * day}};
    const Retention retention{{{BehaviorKind::transaction, std::chrono::days{30}}}};
    const auto others = labels_of(store, "C1").size() + labels_of(store, "C2").size();
    CHECK(store.expire(retention, now).value() > others);
    CHECK(store.expire(retention, now).value() == 0);
    CHECK(store.expire({}, now).value() == 0);
    CHECK(labels_of(store, "E") == Labels{"login", "edge", "stays"});
    CHECK(state_of(store, "E") == before);
    CHECK(labels_of(store, "C1").empty());
    const auto again = contract_event("gone", "E", 20 * day - 1);
    CHECK(store.append({&again, 1}, Lateness::accept).value() == Outcomes{AppendOutcome::late});
    REQUIRE(store.append(contract_event("between", "E", 22 * day)).has_value());
    CHECK(store.state_of({"E"}, Purpose::service)->events() == 5);
}

// More than a store takes in one go.
inline void expect_many_expired(EventStore& store) {
    std::vector<BehaviorEvent> batch;
    for (int i = 0; i < 600; ++i)
        batch.push_back(contract_event("m" + std::to_string(i), "many-" + std::to_string(i), 60 * day));
    REQUIRE(store.append(batch, Lateness::refuse).has_value());
    const Retention retention{{{BehaviorKind::transaction, std::chrono::days{30}}}};
    const TimePoint now{std::chrono::minutes{90 * day + 1}};
    CHECK(store.expire(retention, now).value() >= batch.size());
    CHECK(store.expire(retention, now).value() == 0);
    for (const BehaviorEvent& event : batch) {
        CHECK(labels_of(store, event.customer.text).empty());
        CHECK(store.state_of(event.customer, Purpose::service)->events() == 1);
    }
}

inline void expect_safe_from_threads(EventStore& store) {
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&store, t] {
            for (int i = 0; i < 25; ++i) {
                const std::string id = std::to_string(t) + "-" + std::to_string(i);
                (void)store.append(contract_event(id, "crowd", i)).has_value();
                (void)store.append(contract_event("same-" + std::to_string(i), "crowd", i)).has_value();
                (void)store.state_of({"crowd"}, Purpose::service).has_value();
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(labels_of(store, "crowd").size() == 125);
    CHECK(state_of(store, "crowd") == fold_of(store, "crowd"));
}

}  // namespace event_store_contract_detail

// What every EventStore and its ConsentLedger promise; the store must be empty. Call it inside a TEST_CASE.
template <typename Store>
void check_event_store_contract(Store& store) {
    using namespace event_store_contract_detail;
    expect_order_and_repeats(store);
    expect_batches_counted_once(store);
    expect_all_fields_kept(store);
    expect_consent_asked(store, store);
    expect_erased(store);
    expect_expired(store);
    expect_many_expired(store);
    expect_safe_from_threads(store);
}

}  // namespace parlance::tests
