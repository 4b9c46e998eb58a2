#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <fstream>
#include <random>
#include <sstream>

#include "dialogue/storage/temporary_folder.h"
#include "personalization/cloud_event.h"
#include "personalization/ingest/behavior_folder.h"
#include "personalization/ingest/ingest_command.h"

using namespace parlance;
using namespace parlance::personalization;

namespace {

constexpr int customers = 7;
constexpr int events_in_all = 6000;

BehaviorEvent event_number(int number) {
    BehaviorEvent event;
    event.id.text = "e" + std::to_string(number);
    event.source = "/feed";
    event.customer.text = "C" + std::to_string(number % customers);
    event.at = parse_rfc3339("2026-11-20T12:00:00Z").value() + std::chrono::seconds{number};
    event.kind = BehaviorKind::page_view;
    event.feature = "savings";
    return event;
}

struct Ran {
    ExitCode exit;
    std::string out;
};

Ran ingest(const std::filesystem::path& file, const std::filesystem::path& store) {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream notes;
    const auto exit = ingest_command().run(
        {{{"file", file.string()}, {"store", store.string()}, {"json", "true"}}}, {in, out, notes});
    return {exit, out.str() + notes.str()};
}

// Runs `parlance ingest` in a process of its own and kills it after so long.
void ingest_until_killed(const std::filesystem::path& file, const std::filesystem::path& store,
                         std::chrono::microseconds life) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        (void)ingest(file, store);
        ::_exit(0);
    }
    ::usleep(static_cast<useconds_t>(life.count()));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
}

std::uint64_t counted(const EventStore& store) {
    std::uint64_t events = 0;
    for (int i = 0; i < customers; ++i)
        events += store.state_of({"C" + std::to_string(i)}, Purpose::service)->events();
    return events;
}

}  // namespace

TEST_CASE("killed at any moment and run again, an ingest counts every event exactly once",
          "[personalization][ingest]") {
    const auto folder = dialogue::TemporaryFolder::make();
    const auto file = folder->path() / "events.ndjson";
    {
        std::ofstream out(file);
        for (int number = 0; number < events_in_all; ++number)
            out << to_cloud_event(event_number(number)) << "\n";
    }
    const auto store = folder->path() / "store";
    std::mt19937 random(5);
    for (int kill = 0; kill < 50; ++kill) {
        ingest_until_killed(file, store, std::chrono::microseconds{1000 + random() % 120'000});
        const auto opened = BehaviorFolder::open(store);
        REQUIRE(opened.has_value());
        const auto so_far = counted(*opened->events);
        // Whole batches only, as they were acknowledged, and states that agree with the events.
        CHECK((so_far % 1000 == 0 || so_far == events_in_all));
        std::size_t kept = 0;
        for (int i = 0; i < customers; ++i)
            kept += opened->events->events_of({"C" + std::to_string(i)}, {}, Purpose::service)->size();
        CHECK(kept == so_far);
    }
    const auto whole = ingest(file, store);
    CHECK(whole.exit == ExitCode::ok);
    const auto opened = BehaviorFolder::open(store);
    for (int i = 0; i < customers; ++i) {
        CustomerState ordered;
        for (int number = i; number < events_in_all; number += customers) ordered.apply(event_number(number));
        CHECK(opened->events->state_of({"C" + std::to_string(i)}, Purpose::service)->serialise() ==
              ordered.serialise());
    }
    CHECK(opened->dead->all()->empty());
}

TEST_CASE("the ingest command tells every bad line with its place and keeps it",
          "[personalization][ingest]") {
    const auto folder = dialogue::TemporaryFolder::make();
    const auto file = folder->path() / "events.ndjson";
    std::ofstream(file) << to_cloud_event(event_number(1)) << "\n\n{\"id\": 7}\n"
                        << to_cloud_event(event_number(1)) << "\nnonsense";
    const auto store = folder->path() / "store";
    const auto ran = ingest(file, store);
    CHECK(ran.exit == ExitCode::findings);
    CHECK_THAT(ran.out, Catch::Contains(file.string() + ":3: unreadable: ") &&
                            Catch::Contains(file.string() + ":5: unreadable: ") &&
                            Catch::Contains("\"events\": 4") && Catch::Contains("\"accepted\": 1") &&
                            Catch::Contains("\"repeated\": 1") && Catch::Contains("\"dead\": 2"));

    const auto run = [&](std::map<std::string, std::string> values) {
        values["store"] = store.string();
        std::istringstream in;
        std::ostringstream out;
        std::ostringstream notes;
        const auto exit = ingest_command().run({std::move(values)}, {in, out, notes});
        return Ran{exit, out.str() + notes.str()};
    };
    const auto letters = run({{"dead-letters", "true"}});
    CHECK(letters.exit == ExitCode::ok);
    CHECK_THAT(letters.out, Catch::Contains("\"nonsense\"") && Catch::Contains("\"reason\":\"unreadable\""));
    CHECK(run({{"replay-dead", "true"}}).exit == ExitCode::findings);
    CHECK(run({}).exit == ExitCode::usage);
    CHECK(run({{"file", file.string()}, {"dead-letters", "true"}}).exit == ExitCode::usage);
    CHECK(run({{"file", file.string()}, {"accept-late", "true"}}).exit == ExitCode::usage);
    CHECK(run({{"file", "/no/such/file"}}).exit == ExitCode::io);
    CHECK(run({{"file", folder->path().string()}}).exit == ExitCode::io);
}
