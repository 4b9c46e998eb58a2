#include "personalization/event_store.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

#include "personalization/storage/memory_event_store.h"
#include "personalization/storage/sqlite_event_store.h"
#include "tests/personalization/customer_builder.h"
#include "tests/stores/event_store_contract.h"

using namespace parlance;
using namespace parlance::personalization;

namespace {

// A file name of its own; the file and SQLite's side files go with the object.
class FileOfItsOwn {
public:
    FileOfItsOwn() {
        const auto nonce = std::filesystem::file_time_type::clock::now().time_since_epoch().count();
        path = std::filesystem::temp_directory_path() / ("parlance_events_" + std::to_string(nonce) + ".db");
    }
    ~FileOfItsOwn() {
        for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(path.string() + suffix);
    }
    std::filesystem::path path;
};

}  // namespace

TEST_CASE("the memory event store keeps the contract", "[personalization][stores]") {
    MemoryEventStore store;
    tests::check_event_store_contract(store);
}

TEST_CASE("the SQLite event store keeps the contract in memory", "[personalization][stores]") {
    const auto store = SqliteEventStore::open(":memory:");
    REQUIRE(store.has_value());
    tests::check_event_store_contract(**store);
}

TEST_CASE("the SQLite event store keeps the contract in a file", "[personalization][stores]") {
    const FileOfItsOwn file;
    const auto store = SqliteEventStore::open(file.path);
    REQUIRE(store.has_value());
    tests::check_event_store_contract(**store);
}

TEST_CASE("events outlive the store that wrote them", "[personalization][stores]") {
    const FileOfItsOwn file;
    const auto event = tests::event_before(1, BehaviorKind::login, "app");
    {
        const auto store = SqliteEventStore::open(file.path);
        REQUIRE((*store)->append(event).has_value());
    }
    const auto reopened = SqliteEventStore::open(file.path);
    REQUIRE(reopened.has_value());
    CHECK((*reopened)->events_of(event.customer, TimePoint{})->size() == 1);
}

TEST_CASE("a file that is no store is refused by name", "[personalization][stores]") {
    const FileOfItsOwn file;
    std::ofstream(file.path) << "this is a letter, not a database, and long enough to be read as one: "
                             << std::string(4096, 'x');
    const auto store = SqliteEventStore::open(file.path);
    REQUIRE(store.has_error());
    CHECK(store.error().code == ErrorCode::storage_failed);
    CHECK(store.error().detail.find(file.path.string()) != std::string::npos);
    CHECK(SqliteEventStore::open("/no/such/folder/events.db").has_error());
}
