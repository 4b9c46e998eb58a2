#include "personalization/churn_watch.h"

#include <catch2/catch.hpp>

#include "personalization/storage/memory_event_store.h"
#include "tests/personalization/models/small_models.h"

using namespace parlance;
using namespace parlance::personalization;
using namespace parlance::tests;

namespace {

// A watch over a store of one's own, at noon.
struct Watched {
    MemoryEventStore store;
    ChurnWatch watch{std::make_shared<const ChurnModel>(silence_model()), store, [] { return noon; }};

    void log_in(double days_ago) {
        REQUIRE(store.append(event_before(days_ago, BehaviorKind::login, "app")));
    }
    void log_in_until(double days_ago) {
        for (int i = 19; i >= 0; --i) log_in(days_ago + 2 * i);
    }
};

}  // namespace

TEST_CASE("a customer who has been silent is raised once, and cleared when he is back",
          "[personalization][churn]") {
    Watched bank;
    bank.log_in_until(100);
    CHECK(bank.watch.look_at({"C001"}).value() == ChurnChange::raised);
    CHECK(bank.watch.look_at({"C001"}).value() == std::nullopt);
    const auto open = bank.watch.open();
    REQUIRE(open.size() == 1);
    CHECK(open[0].customer == CustomerId{"C001"});
    CHECK(open[0].probability > 0.6);
    CHECK(open[0].horizon == std::chrono::days{90});
    CHECK(open[0].raised == noon);
    CHECK_FALSE(open[0].drivers.empty());
    bank.log_in(0);
    CHECK(bank.watch.look_at({"C001"}).value() == ChurnChange::cleared);
    CHECK(bank.watch.open().empty());
}

TEST_CASE("nobody is watched who is not known, was erased or objects to profiling",
          "[personalization][churn]") {
    Watched bank;
    CHECK(bank.watch.look_at({"C001"}).value() == std::nullopt);
    bank.log_in_until(100);
    REQUIRE(bank.watch.look_at({"C001"}).value() == ChurnChange::raised);
    SECTION("erased") {
        REQUIRE(bank.store.erase({"C001"}));
    }
    SECTION("objects") {
        Consent consent;
        consent.set(Purpose::profiling, false);
        REQUIRE(bank.store.set_consent({"C001"}, consent).has_value());
    }
    CHECK(bank.watch.look_at({"C001"}).value() == ChurnChange::cleared);
    CHECK(bank.watch.open().empty());
}
