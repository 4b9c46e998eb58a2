#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

#include "dialogue/storage/temporary_folder.h"
#include "intents/secret.h"
#include "personalization/cloud_event.h"
#include "personalization/customer_state.h"
#include "personalization/simulation/customer_stream.h"
#include "personalization/simulation/simulate_command.h"

using namespace parlance;
using namespace parlance::personalization;

namespace {

struct Life {
    SimulatedCustomer customer;
    std::vector<BehaviorEvent> events;
};

Life live(const SimulationOptions& options, std::uint32_t index) {
    auto random = SeededRandom::of_part(options.seed, index);
    Life life{draw_customer(options, index, random), {}};
    life.events = CustomerStream(life.customer, options, random).live();
    return life;
}

const std::vector<Life>& lives() {
    static const std::vector<Life> all = [] {
        SimulationOptions options;
        std::vector<Life> drawn;
        for (std::uint32_t index = 0; index < 400; ++index) drawn.push_back(live(options, index));
        return drawn;
    }();
    return all;
}

struct Ran {
    ExitCode exit;
    std::string out;
    std::string notes;
};

Ran simulate(std::map<std::string, std::string> values) {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream notes;
    const auto exit = simulate_command().run({std::move(values)}, {in, out, notes});
    return {exit, out.str(), notes.str()};
}

}  // namespace

TEST_CASE("equal seeds give equal bytes, on every machine", "[personalization][simulation]") {
    const Ran first = simulate({{"customers", "20"}, {"days", "90"}, {"seed", "7"}});
    REQUIRE(first.exit == ExitCode::ok);
    CHECK(simulate({{"customers", "20"}, {"days", "90"}, {"seed", "7"}}).out == first.out);
    CHECK(simulate({{"customers", "20"}, {"days", "90"}, {"seed", "8"}}).out != first.out);
    // Written down when the draws were last changed; another digest on another machine breaks the promise.
    CHECK(sha256_hex(first.out).substr(0, 16) == "9a30c0e6ea67a71e");
    // The first customers are the same among more of them.
    CHECK(simulate({{"customers", "5"}, {"days", "90"}, {"seed", "7"}}).out ==
          first.out.substr(
              0, first.out.find("S0000006-1\"") - std::string(R"({"specversion":"1.0","id":")").size()));
}

TEST_CASE("what is written are events that can be taken in", "[personalization][simulation]") {
    std::istringstream lines(simulate({{"customers", "5"}, {"days", "60"}}).out);
    std::map<std::string, TimePoint> newest;
    std::size_t events = 0;
    for (std::string line; std::getline(lines, line); ++events) {
        const auto event = read_cloud_event(line);
        REQUIRE(event.has_value());
        auto [at, is_first] = newest.try_emplace(event->customer.text, event->at);
        CHECK(at->second <= event->at);
        at->second = event->at;
    }
    CHECK(events > 200);
}

TEST_CASE("customers are as the page on the simulator says", "[personalization][simulation]") {
    std::size_t with_event = 0;
    std::size_t leaving = 0;
    for (const Life& life : lives()) {
        with_event += life.customer.life_event ? 1 : 0;
        leaving += life.customer.leaves_on ? 1 : 0;
        CHECK(life.customer.age >= 18);
        CHECK(life.customer.age <= 80);
    }
    const auto share = [](std::size_t count) {
        return static_cast<double>(count) / static_cast<double>(lives().size());
    };
    CHECK(share(with_event) == Approx(0.35).margin(0.06));
    CHECK(share(leaving) == Approx(0.18).margin(0.05));
}

TEST_CASE("nothing comes from a customer who has left but that he has", "[personalization][simulation]") {
    const SimulationOptions options;
    for (const Life& life : lives()) {
        if (!life.customer.leaves_on) continue;
        const TimePoint left = options.start + std::chrono::days{*life.customer.leaves_on};
        for (const BehaviorEvent& event : life.events) {
            if (event.at < left + std::chrono::hours{1}) continue;
            CHECK((event.feature == "close_account" || event.feature == "account_closed"));
        }
    }
}

TEST_CASE("the salary follows the life event", "[personalization][simulation]") {
    const SimulationOptions options;
    std::map<LifeEvent, int> seen;
    for (const Life& life : lives()) {
        if (!life.customer.life_event || life.customer.salary == 0) continue;
        const auto [what, day] = *life.customer.life_event;
        const TimePoint since = options.start + std::chrono::days{day};
        for (const BehaviorEvent& event : life.events) {
            if (event.feature != "salary" || event.at < since + std::chrono::days{1}) continue;
            CHECK(what != LifeEvent::job_loss);
            CHECK(what != LifeEvent::retirement);
            const bool is_new = event.properties.at("payer") == SlotValue{std::string("second employer")};
            CHECK(is_new == (what == LifeEvent::career_change));
            ++seen[what];
        }
    }
    CHECK(seen[LifeEvent::career_change] > 0);
}

TEST_CASE("a life event is planted with its signals, others have few of them",
          "[personalization][simulation]") {
    const auto [what, feature] = GENERATE(table<LifeEvent, std::string>({
        {LifeEvent::inheritance, "inheritance"},
        {LifeEvent::big_purchase, "car_dealer"},
        {LifeEvent::marriage, "wedding"},
    }));
    CAPTURE(feature);
    std::map<bool, std::pair<int, int>>
        counts;  // of those with and without the event: with the signal, in all
    for (const Life& life : lives()) {
        const bool has_event = life.customer.life_event && life.customer.life_event->event == what;
        const bool has_signal =
            std::any_of(life.events.begin(), life.events.end(),
                        [&, name = feature](const auto& event) { return event.feature == name; });
        counts[has_event].first += has_signal ? 1 : 0;
        ++counts[has_event].second;
    }
    REQUIRE(counts[true].second > 3);
    CHECK(counts[true].first > 0.6 * counts[true].second);
    CHECK(counts[false].first < 0.1 * counts[false].second);
}

TEST_CASE("acts of one visit follow one another", "[personalization][simulation]") {
    for (const Life& life : lives()) {
        CustomerState state;
        for (const BehaviorEvent& event : life.events) state.apply(event);
        std::size_t logins = 0;
        for (const BehaviorEvent& event : life.events) logins += event.kind == BehaviorKind::login ? 1 : 0;
        if (logins < 50) continue;
        const double visits = static_cast<double>(state.visits().visits());
        CHECK(visits > 0.6 * static_cast<double>(logins));
        CHECK(visits < 1.1 * static_cast<double>(logins) + 10);
    }
}

TEST_CASE("the command writes labels and says what it cannot take", "[personalization][simulation]") {
    const auto folder = dialogue::TemporaryFolder::make();
    const auto events = (folder->path() / "events.ndjson").string();
    const auto labels = (folder->path() / "labels.csv").string();
    const Ran ran = simulate({{"customers", "30"},
                              {"start", "2024-02-01"},
                              {"output", events},
                              {"labels", labels},
                              {"json", "true"}});
    REQUIRE(ran.exit == ExitCode::ok);
    CHECK_THAT(ran.out, Catch::Contains("\"simulated\": true") && Catch::Contains("\"customers\": 30"));
    std::ifstream in(labels);
    const std::string table{std::istreambuf_iterator<char>(in), {}};
    CHECK_THAT(table, Catch::StartsWith("customer,age,life_event,life_event_on,left_on\nS0000001,"));
    CHECK(std::count(table.begin(), table.end(), '\n') == 31);
    std::ifstream stream(events);
    std::string line;
    std::getline(stream, line);
    CHECK_THAT(line, Catch::Contains("2024-02-"));

    CHECK(simulate({{"customers", "0"}}).exit == ExitCode::usage);
    CHECK(simulate({{"days", "x"}}).exit == ExitCode::usage);
    CHECK(simulate({{"start", "tomorrow"}}).exit == ExitCode::usage);
    CHECK(simulate({{"json", "true"}}).exit == ExitCode::usage);
    CHECK(simulate({{"output", "/no/such/folder/x"}}).exit == ExitCode::io);
}
