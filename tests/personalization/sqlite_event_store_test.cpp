#include "personalization/storage/sqlite_event_store.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <fstream>
#include <sstream>

#include "dialogue/storage/temporary_folder.h"
#include "tests/personalization/customer_builder.h"
#include "tests/stores/event_store_contract.h"

using namespace parlance;
using namespace parlance::personalization;

namespace {

// A folder with a key file and, when it is asked for, a store.
struct StoreFolder {
    dialogue::TemporaryFolder folder = std::move(*dialogue::TemporaryFolder::make());
    std::filesystem::path file = folder.path() / "behavior.db";

    PseudonymKeys keys(const std::string& name = "first") const {
        return PseudonymKeys::open(folder.path() / name).value();
    }
    // The first key and then another one, which writes from now on.
    PseudonymKeys newer_keys() const {
        (void)keys();
        std::ifstream first(folder.path() / "first");
        std::string text{std::istreambuf_iterator<char>(first), {}};
        text.insert(text.rfind(']'), R"(, {"id": "2", "secret": ")" + std::string(64, 'b') + "\"}");
        const auto path = folder.path() / "both";
        std::ofstream(path) << text;
        std::filesystem::permissions(path, std::filesystem::perms::owner_read);
        return PseudonymKeys::open(path).value();
    }
    std::unique_ptr<SqliteEventStore> open(PseudonymKeys with,
                                           Durability durability = Durability::process_crash) const {
        auto store = SqliteEventStore::open(file, std::move(with), durability);
        REQUIRE(store.has_value());
        return std::move(*store);
    }
    std::string all_bytes() const {
        std::ostringstream bytes;
        for (const char* suffix : {"", "-wal"}) {
            if (std::ifstream part(file.string() + suffix, std::ios::binary); part) bytes << part.rdbuf();
        }
        return bytes.str();
    }
    std::string one(const std::string& sql) const {
        SQLite::Database database(file.string(), SQLite::OPEN_READONLY);
        return database.execAndGet(sql).getString();
    }
};

BehaviorEvent payment() {
    auto event = tests::event_before(1, BehaviorKind::transaction, "groceries", "out");
    event.id.text = "payment-81725";
    event.customer.text = "customer-55612";
    event.source = "/core/source-901";
    event.properties["merchant"] = "The Corner Shop";
    return event;
}

std::size_t events_in(const EventStore& store, const CustomerId& customer) {
    return store.events_of(customer, TimePoint{}, Purpose::service).value().size();
}

// As the first version of the store wrote them.
void write_first_version(const std::filesystem::path& file) {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec(R"(
        PRAGMA journal_mode = WAL;
        CREATE TABLE behavior_event (
            id TEXT PRIMARY KEY, customer TEXT NOT NULL, at_ms INTEGER NOT NULL, kind TEXT NOT NULL,
            platform TEXT NOT NULL, feature TEXT NOT NULL, action TEXT NOT NULL, duration_ms INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX behavior_event_of_customer ON behavior_event (customer, at_ms);
        CREATE TABLE behavior_property (
            event TEXT NOT NULL REFERENCES behavior_event (id) ON DELETE CASCADE,
            name TEXT NOT NULL, kind TEXT NOT NULL, value NOT NULL, PRIMARY KEY (event, name)
        ) WITHOUT ROWID;
        INSERT INTO behavior_event VALUES
            ('event-2', 'customer-1', 2000, 'transaction', 'app', 'groceries', 'out', 5),
            ('event-1', 'customer-1', 1000, 'login', 'web', '', '', 0),
            ('event-3', 'customer-2', 3000, 'login', 'app', '', '', 0);
        INSERT INTO behavior_property VALUES
            ('event-2', 'amount', 'money', '12.50 EUR'), ('event-2', 'day', 'date', '2026-11-20'),
            ('event-2', 'flag', 'boolean', 1), ('event-2', 'rate', 'number', 0.5),
            ('event-2', 'count', 'integer', 3), ('event-2', 'merchant', 'text', 'Shop');
    )");
}

}  // namespace

TEST_CASE("behaviour events in SQLite keep the contract", "[personalization][stores]") {
    const StoreFolder folder;
    SECTION("in memory") {
        const auto store = SqliteEventStore::open(":memory:", PseudonymKeys::for_this_run());
        REQUIRE(store.has_value());
        tests::check_event_store_contract(**store);
    }
    SECTION("in a file") {
        tests::check_event_store_contract(*folder.open(folder.keys()));
    }
    SECTION("in a file that waits for the disk") {
        tests::check_event_store_contract(*folder.open(folder.keys(), Durability::power_loss));
    }
}

TEST_CASE("events, state and consent outlive the store that wrote them", "[personalization][stores]") {
    const StoreFolder folder;
    Consent consent;
    consent.set(Purpose::marketing, false);
    const auto event = payment();
    std::string state;
    {
        const auto store = folder.open(folder.keys());
        REQUIRE(store->append(event).has_value());
        REQUIRE(store->set_consent(event.customer, consent).has_value());
        state = store->state_of(event.customer, Purpose::service)->serialise();
    }
    const auto reopened = folder.open(folder.keys());
    CHECK(events_in(*reopened, event.customer) == 1);
    CHECK(reopened->state_of(event.customer, Purpose::service)->serialise() == state);
    CHECK(reopened->consent_of(event.customer).value() == consent);
    CHECK(reopened->append({&event, 1}, Lateness::refuse).value().front() == AppendOutcome::repeated);
}

TEST_CASE("the file names no customer, no event and no source, and an erased one is not in it at all",
          "[personalization][stores][privacy]") {
    const StoreFolder folder;
    const auto store = folder.open(folder.keys());
    const auto event = payment();
    REQUIRE(store->append(event).has_value());
    for (const auto& id : {event.customer.text, event.id.text, event.source}) {
        CAPTURE(id);
        CHECK(folder.all_bytes().find(id) == std::string::npos);
    }
    CHECK(folder.all_bytes().find("The Corner Shop") != std::string::npos);
    REQUIRE(store->erase(event.customer).value() == 1);
    CHECK(folder.all_bytes().find("The Corner Shop") == std::string::npos);
    CHECK(folder.one("SELECT COUNT(*) FROM customer") == "0");
}

TEST_CASE("a customer of an older key is renamed when touched, and events stay known",
          "[personalization][stores][pseudonyms]") {
    const StoreFolder folder;
    const auto event = payment();
    REQUIRE(folder.open(folder.keys())->append(event).has_value());
    const auto name = folder.one("SELECT hex(pseudonym) FROM customer");
    const auto store = folder.open(folder.newer_keys());
    CHECK(folder.one("SELECT hex(pseudonym) FROM customer") == name);
    CHECK(events_in(*store, event.customer) == 1);
    CHECK(folder.one("SELECT hex(pseudonym) FROM customer") != name);
    CHECK(folder.one("SELECT COUNT(*) FROM customer") == "1");
    CHECK(store->append({&event, 1}, Lateness::refuse).value().front() == AppendOutcome::repeated);
}

TEST_CASE("a file is refused without a key that wrote it", "[personalization][stores][pseudonyms]") {
    const StoreFolder folder;
    REQUIRE(folder.open(folder.newer_keys())->append(payment()).has_value());
    const auto only_key = GENERATE(as<std::string>(), "first", "another");
    const auto store = SqliteEventStore::open(folder.file, folder.keys(only_key));
    REQUIRE(store.has_error());
    CHECK(store.error().code == ErrorCode::storage_failed);
    CHECK_THAT(store.error().detail,
               Catch::Contains(folder.file.string()) && Catch::Contains("put that key back"));
}

TEST_CASE("a file of the first version keeps its events and loses its ids", "[personalization][stores]") {
    const StoreFolder folder;
    write_first_version(folder.file);
    const auto store = folder.open(folder.keys());
    const auto events = store->events_of({"customer-1"}, TimePoint{}, Purpose::service);
    REQUIRE(events.has_value());
    REQUIRE(events->size() == 2);
    CHECK(events->front().kind == BehaviorKind::login);
    CHECK(events->back().duration == std::chrono::milliseconds{5});
    CHECK(events->back().properties ==
          std::map<std::string, SlotValue>{{"amount", Money{1250, {"EUR"}}},
                                           {"day", CalendarDate{std::chrono::year{2026} / 11 / 20}},
                                           {"flag", true},
                                           {"rate", 0.5},
                                           {"count", std::int64_t{3}},
                                           {"merchant", std::string("Shop")}});
    CHECK(store->state_of({"customer-1"}, Purpose::service)->events() == 2);
    CHECK(events_in(*store, {"customer-2"}) == 1);
    for (const char* id : {"customer-1", "customer-2", "event-1", "event-3"})
        CHECK(folder.all_bytes().find(id) == std::string::npos);
    BehaviorEvent again;
    again.id.text = "event-1";
    again.customer.text = "customer-1";
    CHECK(store->append({&again, 1}, Lateness::accept).value().front() == AppendOutcome::repeated);
}

TEST_CASE("a first version that cannot be read is refused and stays as it is", "[personalization][stores]") {
    const StoreFolder folder;
    write_first_version(folder.file);
    SQLite::Database(folder.file.string(), SQLite::OPEN_READWRITE)
        .exec("UPDATE behavior_event SET kind = 'nap'");
    const auto store = SqliteEventStore::open(folder.file, folder.keys());
    REQUIRE(store.has_error());
    CHECK_THAT(store.error().detail, Catch::Contains("unknown kind"));
    CHECK(folder.one("SELECT COUNT(*) FROM behavior_event") == "3");
}

TEST_CASE("a batch that fails leaves nothing behind", "[personalization][stores]") {
    const StoreFolder folder;
    const auto store = folder.open(folder.keys());
    SQLite::Database(folder.file.string(), SQLite::OPEN_READWRITE)
        .exec(
            "CREATE TRIGGER full BEFORE INSERT ON event WHEN (SELECT COUNT(*) FROM event) = 1 "
            "BEGIN SELECT RAISE(ABORT, 'disk is full'); END");
    auto second = payment();
    second.id.text = "payment-2";
    const auto kept = store->append(std::vector{payment(), second}, Lateness::accept);
    REQUIRE(kept.has_error());
    CHECK(kept.error().code == ErrorCode::storage_failed);
    CHECK_THAT(kept.error().detail, Catch::Contains("disk is full"));
    CHECK(events_in(*store, payment().customer) == 0);
    CHECK(store->state_of(payment().customer, Purpose::service)->events() == 0);
    CHECK(store->append(payment()).has_value());
}

TEST_CASE("two stores on one file count every event once", "[personalization][stores]") {
    const StoreFolder folder;
    const auto first = folder.open(folder.keys());
    const auto second = folder.open(folder.keys());
    const auto event = payment();
    auto later = event;
    later.id.text = "later";
    REQUIRE(first->append(event).has_value());
    CHECK(second->append(std::vector{event, later}, Lateness::refuse).value() ==
          std::vector{AppendOutcome::repeated, AppendOutcome::accepted});
    CHECK(first->state_of(event.customer, Purpose::service)->events() == 2);
}

TEST_CASE("a file that is no store, or a later one, is refused by name", "[personalization][stores]") {
    const StoreFolder folder;
    if (GENERATE(false, true)) {
        std::ofstream(folder.file) << "this is a letter, not a database: " << std::string(4096, 'x');
    } else {
        SQLite::Database(folder.file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
            .exec("PRAGMA user_version = 3");
    }
    const auto store = SqliteEventStore::open(folder.file, folder.keys());
    REQUIRE(store.has_error());
    CHECK(store.error().code == ErrorCode::storage_failed);
    CHECK_THAT(store.error().detail, Catch::Contains(folder.file.string()));
    CHECK(SqliteEventStore::open("/no/such/folder/events.db", folder.keys()).has_error());
}
