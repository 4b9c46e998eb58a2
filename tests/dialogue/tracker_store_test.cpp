#include <SQLiteCpp/SQLiteCpp.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "dialogue/storage/memory_tracker_store.h"
#include "dialogue/storage/sqlite_tracker_store.h"
#include "dialogue/storage/temporary_folder.h"
#include "tests/stores/tracker_store_contract.h"

using namespace parlance;
using namespace parlance::dialogue;

namespace {

using Events = std::vector<TrackerEvent>;

std::unique_ptr<SqliteTrackerStore> open(const std::filesystem::path& file) {
    auto store = SqliteTrackerStore::open(file);
    REQUIRE(store.has_value());
    return std::move(*store);
}

Events named(const std::string& name) {
    return {StepEntered{{name}}};
}

std::string all_bytes(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("conversations in memory keep the contract", "[dialogue][store]") {
    MemoryTrackerStore store;
    tests::check_tracker_store_contract(store);
}

TEST_CASE("conversations in a file keep the contract", "[dialogue][store]") {
    const auto folder = TemporaryFolder::make().value();
    tests::check_tracker_store_contract(*open(folder.path() / "trackers.db"));
}

TEST_CASE("conversations in SQLite's memory keep the contract", "[dialogue][store]") {
    tests::check_tracker_store_contract(*open(":memory:"));
}

TEST_CASE("a file opened again has everything that was appended", "[dialogue][store]") {
    const auto folder = TemporaryFolder::make().value();
    const auto file = folder.path() / "trackers.db";
    tests::EventGenerator generate(11);
    const auto events = generate.events(200);
    for (std::uint64_t at = 0; at < events.size(); at += 10) {
        REQUIRE(open(file)->append({"a"}, {"C1"}, std::span(events).subspan(at, 10), at).has_value());
    }
    const auto tracker = open(file)->load({"a"});
    REQUIRE(tracker.has_value());
    CHECK(tracker->events == events);
    CHECK(tracker->state == fold(events));
}

TEST_CASE("two stores on one file see each other's appends", "[dialogue][store]") {
    const auto folder = TemporaryFolder::make().value();
    const auto one = open(folder.path() / "trackers.db");
    const auto other = open(folder.path() / "trackers.db");
    REQUIRE(one->append({"a"}, {"C1"}, named("1"), 0).has_value());
    CHECK(other->load({"a"})->version() == 1);
    REQUIRE(other->append({"a"}, {"C1"}, named("2"), 1).has_value());
    CHECK(one->append({"a"}, {"C1"}, named("late"), 1).error().code == ErrorCode::version_conflict);
    const auto tracker = one->load({"a"});
    CHECK(tracker->events == Events{StepEntered{{"1"}}, StepEntered{{"2"}}});
    CHECK(tracker->state == fold(tracker->events));
}

TEST_CASE("a conversation erased elsewhere and begun anew is not taken for the old one",
          "[dialogue][store]") {
    const auto folder = TemporaryFolder::make().value();
    const auto one = open(folder.path() / "trackers.db");
    const auto other = open(folder.path() / "trackers.db");
    const auto appended = GENERATE(1, 2, 3);
    REQUIRE(one->append({"a"}, {"C1"}, named("old"), 0).has_value());
    REQUIRE(one->append({"a"}, {"C1"}, named("old"), 1).has_value());
    REQUIRE(other->erase({"a"}).value() == 2);
    Events anew;
    for (int i = 0; i < appended; ++i) {
        REQUIRE(other->append({"a"}, {"C2"}, named("new"), static_cast<std::uint64_t>(i)).has_value());
        anew.push_back(StepEntered{{"new"}});
    }
    if (appended == 2) {  // the version that `one` remembers: it appends without having looked
        REQUIRE(one->append({"a"}, {"C2"}, named("new"), 2).has_value());
        anew.push_back(StepEntered{{"new"}});
    }
    const auto tracker = one->load({"a"});
    CHECK(tracker->events == anew);
    CHECK(tracker->customer.text == "C2");
}

TEST_CASE("writers in two stores on one file take turns", "[dialogue][store]") {
    const auto folder = TemporaryFolder::make().value();
    const auto one = open(folder.path() / "trackers.db");
    const auto other = open(folder.path() / "trackers.db");
    int won_here = 0;
    std::thread beside([&] { won_here = tests::tracker_store_contract_detail::race(*one, "a", 2, 20); });
    const int won_there = tests::tracker_store_contract_detail::race(*other, "a", 2, 20);
    beside.join();
    CHECK(open(folder.path() / "trackers.db")->load({"a"})->version() ==
          static_cast<std::uint64_t>(won_here + won_there));
}

TEST_CASE("more conversations than are kept folded are all there", "[dialogue][store]") {
    const auto store = open(":memory:");
    const auto id = [](int number) { return ConversationId{"c" + std::to_string(number)}; };
    for (int i = 0; i < 600; ++i)
        REQUIRE(store->append(id(i), {"C1"}, named(std::to_string(i)), 0).has_value());
    for (int i = 0; i < 600; ++i)
        REQUIRE(store->load(id(i))->events == Events{StepEntered{{std::to_string(i)}}});
    CHECK(store->conversations_of({"C1"})->size() == 600);
}

TEST_CASE("an acknowledged append survives the program being killed", "[dialogue][store]") {
    const auto folder = TemporaryFolder::make().value();
    const auto file = folder.path() / "trackers.db";
    int pipe_ends[2];
    REQUIRE(pipe(pipe_ends) == 0);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        close(pipe_ends[0]);
        auto store = SqliteTrackerStore::open(file);
        for (std::uint64_t version = 0; store.has_value(); ++version) {
            if ((*store)->append({"a"}, {"C1"}, named(std::to_string(version)), version).has_error()) break;
            if (write(pipe_ends[1], "+", 1) != 1) break;
        }
        _exit(1);
    }
    close(pipe_ends[1]);
    std::uint64_t acknowledged = 0;
    char byte = 0;
    while (acknowledged < 50 && read(pipe_ends[0], &byte, 1) == 1) ++acknowledged;
    REQUIRE(kill(child, SIGKILL) == 0);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status));
    while (read(pipe_ends[0], &byte, 1) == 1) ++acknowledged;  // what it had said before it died
    close(pipe_ends[0]);
    REQUIRE(acknowledged >= 50);
    const auto tracker = open(file)->load({"a"});
    REQUIRE(tracker.has_value());
    CHECK(tracker->version() >= acknowledged);
    CHECK(tracker->version() <= acknowledged + 1);
}

TEST_CASE("an erased conversation leaves no words in the file", "[dialogue][store]") {
    const auto folder = TemporaryFolder::make().value();
    const auto file = folder.path() / "trackers.db";
    const auto store = open(file);
    const auto in_files = [&](const std::string& words) {
        return all_bytes(file).find(words) != std::string::npos ||
               all_bytes(folder.path() / "trackers.db-wal").find(words) != std::string::npos;
    };
    REQUIRE(store->append({"a"}, {"C1"}, named("the customer's own words"), 0).has_value());
    REQUIRE(in_files("the customer's own words"));
    REQUIRE(store->erase({"a"}).has_value());
    CHECK_FALSE(in_files("the customer's own words"));
}

TEST_CASE("a file that is not this program's is refused", "[dialogue][store]") {
    const auto folder = TemporaryFolder::make().value();
    const auto file = folder.path() / "trackers.db";

    SECTION("written by another version") {
        REQUIRE(open(file)->append({"a"}, {"C1"}, named("1"), 0).has_value());
        SQLite::Database(file.string(), SQLite::OPEN_READWRITE)
            .exec("UPDATE meta SET value = '2' WHERE key = 'tracker_schema'");
    }
    SECTION("no database") {
        std::ofstream(file) << "these are not the bytes of a database, but many all the same";
    }
    SECTION("another program's database") {
        SQLite::Database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
            .exec("CREATE TABLE events (x)");
    }
    SECTION("a folder") {
        std::filesystem::create_directory(file);
    }
    const auto store = SqliteTrackerStore::open(file);
    REQUIRE(store.has_error());
    CHECK(store.error().code == ErrorCode::storage_failed);
    CHECK_THAT(store.error().detail, Catch::Contains("trackers.db"));
}

TEST_CASE("a damaged row fails the load and is named", "[dialogue][store]") {
    const auto folder = TemporaryFolder::make().value();
    const auto file = folder.path() / "trackers.db";
    REQUIRE(open(file)->append({"a"}, {"C1"}, named("1"), 0).has_value());
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE).exec("UPDATE events SET json = '{\"v\":1}'");
    const auto tracker = open(file)->load({"a"});
    REQUIRE(tracker.has_error());
    CHECK(tracker.error().code == ErrorCode::storage_failed);
    CHECK_THAT(tracker.error().detail, Catch::Contains("a: ") && Catch::Contains("lacks \"type\""));
}

TEST_CASE("a store that waits for the disk keeps what it is given", "[dialogue][store]") {
    const auto folder = TemporaryFolder::make().value();
    auto store = SqliteTrackerStore::open(folder.path() / "trackers.db", Durability::power_loss);
    REQUIRE(store.has_value());
    REQUIRE((*store)->append({"a"}, {"C1"}, named("1"), 0).has_value());
    CHECK((*store)->load({"a"})->version() == 1);
}
