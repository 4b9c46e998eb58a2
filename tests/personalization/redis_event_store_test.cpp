#include "personalization/storage/redis_event_store.h"

#include <fstream>
#include <thread>

#include "tests/personalization/customer_builder.h"
#include "tests/stores/event_store_contract.h"
#include "tests/stores/redis_server.h"

using namespace parlance;
using namespace parlance::personalization;
using tests::RedisServer;

namespace {

// Whether the test can run; says so when it cannot.
bool is_there(const RedisServer& server) {
    if (!server.is_running()) WARN("skipped: redis-server is not installed (script/setup installs it)");
    return server.is_running();
}

std::unique_ptr<RedisEventStore> open(const RedisServer& server, const PseudonymKeys& keys) {
    auto store = RedisEventStore::open(server.address(), keys);
    REQUIRE(store.has_value());
    return std::move(*store);
}

// The keys "a" and, from its second form on, "b" too, which then writes.
PseudonymKeys keys_of(const std::string& letters) {
    const auto folder = dialogue::TemporaryFolder::make();
    REQUIRE(folder.has_value());
    std::string list;
    for (const char letter : letters) {
        list += (list.empty() ? "" : ", ") + (R"({"id": ")" + std::string(1, letter)) + R"(", "secret": ")" +
                std::string(64, letter) + "\"}";
    }
    const auto file = folder->path() / "keys";
    std::ofstream(file) << "{\"keys\": [" << list << "]}";
    std::filesystem::permissions(file, std::filesystem::perms::owner_read);
    return PseudonymKeys::open(file).value();
}

BehaviorEvent login(const std::string& id) {
    auto event = tests::event_before(1, BehaviorKind::login, "app");
    event.id.text = id;
    event.customer.text = "customer-55612";
    event.source = "/core/source-901";
    return event;
}

std::size_t counted(const EventStore& store) {
    return store.state_of({"customer-55612"}, Purpose::service).value().events();
}

// Everything on the server, keys and values.
std::string all_bytes(const RedisServer& server) {
    RedisConnection connection(server.address());
    std::string bytes;
    const auto keys = connection.run({"KEYS", "*"});
    for (const RedisReply& key : keys.list())
        bytes += key.bytes() + "\n" + connection.run({"DUMP", key.bytes()}).bytes() + "\n";
    return bytes;
}

}  // namespace

TEST_CASE("behaviour events on Redis keep the contract", "[personalization][stores][redis]") {
    const RedisServer server;
    if (!is_there(server)) return;
    tests::check_event_store_contract(*open(server, keys_of("a")));
}

TEST_CASE("a lost connection fails until the server is back, and nothing acknowledged is lost",
          "[personalization][stores][redis]") {
    RedisServer server;
    if (!is_there(server)) return;
    const auto store = open(server, keys_of("a"));
    REQUIRE(store->append(login("before")).has_value());
    server.kill();
    for (int i = 0; i < 2; ++i) {
        const auto kept = store->append(login("during"));
        REQUIRE(kept.has_error());
        CHECK(kept.error().code == ErrorCode::storage_failed);
        CHECK_THAT(kept.error().detail, Catch::Contains(to_text(server.address())));
        CHECK(store->state_of({"customer-55612"}, Purpose::service).has_error());
    }
    server.start();
    CHECK(counted(*store) == 1);
    CHECK(store->append(login("during")).has_value());
    CHECK(counted(*store) == 2);
}

TEST_CASE("a server that is not there is refused with its address", "[personalization][stores][redis]") {
    const auto [address, name] = GENERATE(table<RedisAddress, std::string>({
        {{"/no/such/folder/redis.sock"}, "unix:/no/such/folder/redis.sock"},
        {{"", "127.0.0.1", 1}, "127.0.0.1:1"},
    }));
    const auto store = RedisEventStore::open(address, PseudonymKeys::for_this_run());
    REQUIRE(store.has_error());
    CHECK(store.error().code == ErrorCode::storage_failed);
    CHECK_THAT(store.error().detail, Catch::Contains(name));
}

TEST_CASE("programs that write of one customer at once count every event once",
          "[personalization][stores][redis]") {
    const RedisServer server;
    if (!is_there(server)) return;
    const auto keys = keys_of("a");
    std::vector<std::unique_ptr<RedisEventStore>> stores;
    for (int i = 0; i < 3; ++i) stores.push_back(open(server, keys));
    std::vector<std::thread> programs;
    for (int p = 0; p < 3; ++p) {
        programs.emplace_back([&stores, p] {
            for (int i = 0; i < 20; ++i) {
                const std::vector batch{login("same-" + std::to_string(i)),
                                        login(std::to_string(p) + "-" + std::to_string(i))};
                (void)stores[static_cast<std::size_t>(p)]->append(batch, Lateness::refuse).has_value();
            }
        });
    }
    for (std::thread& program : programs) program.join();
    CHECK(counted(*stores[0]) == 80);
    CHECK(stores[1]->events_of({"customer-55612"}, TimePoint{}, Purpose::service)->size() == 80);
}

TEST_CASE("the server names no customer, no event and no source, and nothing of an erased one is left",
          "[personalization][stores][redis][privacy]") {
    const RedisServer server;
    if (!is_there(server)) return;
    const auto store = open(server, keys_of("a"));
    REQUIRE(store->append(login("login-81725")).has_value());
    for (const char* id : {"customer-55612", "login-81725", "/core/source-901"}) {
        CAPTURE(id);
        CHECK(all_bytes(server).find(id) == std::string::npos);
    }
    CHECK(all_bytes(server).find("login") != std::string::npos);
    REQUIRE(store->erase({"customer-55612"}).value() == 1);
    RedisConnection connection(server.address());
    CHECK(connection.run({"DBSIZE"}).number() == 2);  // the mark of the key, and the counter
}

TEST_CASE("on Redis too a customer of an older key is renamed when touched",
          "[personalization][stores][redis][pseudonyms]") {
    const RedisServer server;
    if (!is_there(server)) return;
    REQUIRE(open(server, keys_of("a"))->append(login("first")).has_value());
    const auto store = open(server, keys_of("ab"));
    const auto event = login("first");
    CHECK(store->append({&event, 1}, Lateness::refuse).value().front() == AppendOutcome::repeated);
    REQUIRE(store->append(login("second")).has_value());
    CHECK(store->events_of({"customer-55612"}, TimePoint{}, Purpose::service)->size() == 2);
    CHECK(counted(*store) == 2);
    RedisConnection connection(server.address());
    CHECK(connection.run({"KEYS", "parlance:behavior:customer:*"}).list().size() == 1);

    const auto without = GENERATE(as<std::string>(), "a", "c");
    const auto refused = RedisEventStore::open(server.address(), keys_of(without));
    REQUIRE(refused.has_error());
    CHECK_THAT(refused.error().detail, Catch::Contains("put that key back"));
}
