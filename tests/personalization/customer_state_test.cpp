#include "personalization/customer_state.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <sstream>

#include "personalization/customer_features.h"
#include "tests/pack_root.h"
#include "tests/personalization/customer_builder.h"

using namespace parlance;
using namespace parlance::personalization;
using tests::event_before;
using tests::noon;

namespace {

BehaviorEvent payment(double days, const std::string& category, std::int64_t minor_units,
                      const std::string& direction = "out") {
    auto event = event_before(days, BehaviorKind::transaction, category, direction);
    event.properties["amount"] = Money{minor_units, {"EUR"}};
    event.properties["merchant"] = "The " + category + " shop";
    return event;
}

// A year of everything, oldest first.
std::vector<BehaviorEvent> busy_year() {
    std::mt19937 random(7);
    std::vector<BehaviorEvent> events;
    for (int day = 365; day > 0; --day) {
        for (unsigned i = 0; i < random() % 4; ++i) {
            const double at = day - i / 5.0;
            const auto kind = static_cast<BehaviorKind>(random() % 9);
            auto event =
                payment(at, "thing-" + std::to_string(random() % 20), static_cast<int>(random() % 90'000));
            event.kind = kind;
            event.platform = random() % 2 == 0 ? "app" : "web";
            if (random() % 3 == 0) event.properties["balance"] = static_cast<double>(random() % 5000);
            events.push_back(event);
        }
        if (day % 30 == 0) events.push_back(payment(day - 0.9, "salary", 250'000, "in"));
    }
    return events;
}

CustomerState fold(const std::vector<BehaviorEvent>& events) {
    CustomerState state;
    for (const auto& event : events) state.apply(event);
    return state;
}

std::map<std::string, double> named(const CustomerState& state, TimePoint now = noon) {
    std::map<std::string, double> values;
    for (const auto& [name, value] : features_of(state, now)) values[std::string(name)] = value;
    return values;
}

}  // namespace

TEST_CASE("a state outlives its bytes to the last bit", "[personalization][state]") {
    const auto events = busy_year();
    CustomerState interrupted;
    for (const auto& event : events) {
        interrupted.apply(event);
        interrupted = CustomerState::restore(interrupted.serialise()).value();
    }
    CHECK(interrupted.serialise() == fold(events).serialise());
    CHECK(interrupted.events() == events.size());
}

TEST_CASE("a state stays small however much happens", "[personalization][state]") {
    CHECK(CustomerState{}.serialise().size() < 150);
    CHECK(fold({event_before(1, BehaviorKind::login, "app")}).serialise().size() < 300);
    CHECK(fold(busy_year()).serialise().size() < 2500);
}

TEST_CASE("damaged bytes are refused, wherever they are cut", "[personalization][state]") {
    const std::string bytes = fold(busy_year()).serialise();
    for (std::size_t size = 0; size < bytes.size(); ++size)
        CHECK(CustomerState::restore(bytes.substr(0, size)).has_error());
    CHECK(CustomerState::restore(bytes + "x").has_error());
    const auto other = CustomerState::restore("\x09" + bytes.substr(1));
    REQUIRE(other.has_error());
    CHECK_THAT(other.error().detail, Catch::Contains("version 9"));
}

TEST_CASE("a state says what the events say", "[personalization][state]") {
    std::vector<BehaviorEvent> events{payment(60, "salary", 200'000, "in"),
                                      payment(30, "salary", 200'000, "in"),
                                      event_before(20, BehaviorKind::login, "accounts", "failed"),
                                      event_before(10, BehaviorKind::complaint, "fees"),
                                      payment(7, "groceries", -5000),
                                      event_before(7, BehaviorKind::offer_answered, "gold_card", "rejected"),
                                      event_before(3, BehaviorKind::chat_turn, "close_account"),
                                      event_before(2, BehaviorKind::login, "accounts")};
    events.back().platform = "app";
    events.back().properties["balance"] = Money{120'050, {"EUR"}};
    const auto values = named(fold(events));
    const std::map<std::string, double> expected{
        {"events", 8},
        {"days_known", 60},
        {"days_since_visit", 2},
        {"visits", 5},
        {"days_since_payment", 7},
        {"days_since_complaint", 10},
        {"amount_out_7d", 25},
        {"payments_7d", 0.5 + std::exp2(-30 / 7.0) + std::exp2(-60 / 7.0)},
        {"salaries", 2},
        {"salary_mean", 2000},
        {"salary_interval_days_mean", 30},
        {"salary_overdue", 1},
        {"balance", 1200.5},
        {"logins_30d", std::exp2(-2 / 30.0)},
        {"channel_app_share", 1},
        {"complaints_90d", std::exp2(-10 / 90.0)},
        {"preferred_hour", 12},
        {"features_used", 4.03},
        {"active_days", 5},
        {"offers_rejected_90d", std::exp2(-7 / 90.0)}};
    for (const auto& [name, value] : expected) {
        CAPTURE(name);
        CHECK(values.at(name) == Approx(value).epsilon(0.01));
    }
    for (const char* unknown :
         {"salary_interval_days_deviation", "balance_slope_30d", "days_since_payer_change"}) {
        CAPTURE(unknown);
        CHECK(std::isnan(values.at(unknown)));
    }
}

TEST_CASE("reading a state later lets it fade and changes nothing", "[personalization][state]") {
    const auto state = fold(busy_year());
    const auto bytes = state.serialise();
    const auto now = named(state);
    const auto later = named(state, noon + std::chrono::days{30});
    CHECK(later.at("logins_30d") == Approx(now.at("logins_30d") / 2));
    CHECK(later.at("days_since_visit") == Approx(now.at("days_since_visit") + 30));
    CHECK(later.at("visits") == now.at("visits"));
    CHECK(state.serialise() == bytes);
}

TEST_CASE("a state holds neither ids nor merchants", "[personalization][state]") {
    const auto bytes = fold(busy_year()).serialise();
    CHECK(bytes.find("C001") == std::string::npos);
    CHECK(bytes.find("shop") == std::string::npos);
}

TEST_CASE("every feature has one name, a unit, and a line in the documentation", "[personalization][state]") {
    std::ifstream page(tests::pack_root() / "../../../docs/personalization.md");
    std::stringstream text;
    text << page.rdbuf();
    std::set<std::string_view> names;
    for (const FeatureSpec& spec : feature_specs()) {
        CAPTURE(spec.name);
        CHECK(names.insert(spec.name).second);
        CHECK_FALSE(spec.unit.empty());
        CHECK_THAT(text.str(),
                   Catch::Contains("| `" + std::string(spec.name) + "` | " + std::string(spec.unit) + " | " +
                                   std::string(spec.meaning) + " |"));
    }
}
