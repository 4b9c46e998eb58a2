#include "dialogue/storage/demo_bank.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <set>

#include "tests/dialogue/small_demo_bank.h"
#include "tests/pack_root.h"

namespace parlance::tests {
namespace {

using dialogue::DemoBank;

std::unique_ptr<DemoBank> open_pack_bank(TimePoint now) {
    Findings findings;
    const PackSource source = PackSource::read(pack_root(), findings);
    auto bank = DemoBank::open(":memory:", source, now);
    CAPTURE(bank.has_error() ? bank.error().detail : "");
    REQUIRE(bank.has_value());
    return std::move(*bank);
}

// Declared balances by customer, in the file's order of accounts.
std::map<std::string, std::vector<Money>> declared_balances() {
    Findings findings;
    const PackSource source = PackSource::read(pack_root(), findings);
    const PackFile* file = source.file("demo_bank/customers.json");
    REQUIRE(file != nullptr);
    std::map<std::string, std::vector<Money>> balances;
    for (const JsonNode& customer : *file->root.find("customers")->array()) {
        for (const JsonNode& account : *customer.find("accounts")->array()) {
            balances[*customer.find("id")->text()].push_back(
                parse_money(*account.find("balance")->text() + " EUR").value());
        }
    }
    return balances;
}

ErrorCode opening_failure(const TemporaryFolder& folder, const std::string& file = ":memory:") {
    Findings findings;
    const PackSource source = PackSource::read(folder.path(), findings);
    const auto bank = DemoBank::open(file, source, moment("2026-11-20"));
    REQUIRE(bank.has_error());
    CHECK_FALSE(bank.error().detail.empty());
    return bank.error().code;
}

// "transaction.3.amount" -> "transaction.N.amount".
std::string with_n(const std::string& name) {
    const auto dot = name.find('.');
    const auto end = name.find_first_not_of("0123456789", dot + 1);
    const bool is_numbered =
        dot != std::string::npos && end != dot + 1 && end != std::string::npos && name[end] == '.';
    return is_numbered ? name.substr(0, dot) + ".N" + name.substr(end) : name;
}

}  // namespace

TEST_CASE("whatever the day, every account of every customer sums to its declared balance",
          "[dialogue][demo_bank]") {
    const auto* date = GENERATE("2026-11-20", "2026-11-21", "2024-02-29", "2027-01-01", "2026-03-31");
    CAPTURE(date);
    const TimePoint now = moment(date);
    const auto bank = open_pack_bank(now);
    const auto declared = declared_balances();
    REQUIRE(declared.size() == 50);
    CHECK(bank->customers().size() == 50);
    for (const auto& [customer, balances] : declared) {
        CAPTURE(customer);
        const auto facts = bank->look_up({{"accounts"}, {customer}, {}, {"en"}, now}, no_deadline);
        CHECK(fact(facts, "account.count") == SlotValue(static_cast<std::int64_t>(balances.size())));
        for (std::size_t index = 0; index < balances.size(); ++index) {
            CHECK(fact(facts, "account." + std::to_string(index + 1) + ".balance") ==
                  SlotValue(balances[index]));
        }
    }
}

TEST_CASE("the same day gives the same history, event for event", "[dialogue][demo_bank]") {
    const TimePoint now = moment("2026-11-20");
    const auto first = open_pack_bank(now);
    const auto second = open_pack_bank(now + std::chrono::hours(7));
    for (const CustomerId& customer : first->customers()) {
        CAPTURE(customer.text);
        const auto left = first->seeded_behavior(customer);
        const auto right = second->seeded_behavior(customer);
        REQUIRE(left.size() == right.size());
        bool same = true;
        for (std::size_t index = 0; index < left.size(); ++index) {
            same = same && left[index].id == right[index].id && left[index].at == right[index].at &&
                   left[index].properties == right[index].properties;
        }
        CHECK(same);
    }
}

TEST_CASE("history ends the day before and a habit keeps its days when seeding moves on",
          "[dialogue][demo_bank]") {
    const auto purchases = [](const std::string& today, const std::string& from) {
        const auto bank = open_pack_bank(moment(today));
        std::set<std::string> seen;
        for (const auto& event : bank->seeded_behavior({"C001"})) {
            CHECK(event.at < moment(today));
            if (event.feature == "groceries" && event.at >= moment(from)) {
                seen.insert(to_rfc3339(event.at) + to_text(event.properties.at("amount")));
            }
        }
        return seen;
    };
    const auto before = purchases("2026-11-20", "2026-02-01");
    const auto after = purchases("2026-11-27", "2026-02-01");
    CHECK(before.size() > 30);
    CHECK(after.size() > before.size());
    CHECK(std::includes(after.begin(), after.end(), before.begin(), before.end()));
}

TEST_CASE("seeded behaviour has what the customer's record declares, oldest first", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    const auto events = small.bank().seeded_behavior({"K1"});
    std::map<std::string, int> kinds;
    std::set<std::string> ids;
    int recent_logins = 0;
    for (std::size_t index = 0; index < events.size(); ++index) {
        const auto& event = events[index];
        ++kinds[std::string(event.kind == personalization::BehaviorKind::login ? "login" : event.action)];
        ids.insert(event.id.text);
        CHECK(event.customer.text == "K1");
        if (index > 0) CHECK(events[index - 1].at <= event.at);
        const bool is_login = event.kind == personalization::BehaviorKind::login;
        if (is_login) CHECK(event.platform == "app");
        if (is_login && event.at >= small.now - std::chrono::hours(24 * 31)) ++recent_logins;
    }
    CHECK(ids.size() == events.size());
    CHECK(kinds["login"] == 13);
    CHECK(recent_logins >= 9);
    CHECK(kinds["asked"] == 1);
    CHECK(kinds["read"] == 2);
    CHECK(kinds["complained"] == 1);
    CHECK(small.bank().seeded_behavior({"nobody"}).empty());
}

TEST_CASE("a file keeps its data when it is opened again on a later day", "[dialogue][demo_bank]") {
    SmallDemoBank small("bank.sqlite");
    REQUIRE(failure(small.perform("transfer", {{{"payee"}, std::string("Berg")}, {{"amount"}, eur(10000)}}))
                .empty());
    const auto events = small.bank().seeded_behavior({"K1"}).size();
    small.now = moment("2026-12-24T10:00:00Z");
    small.open("bank.sqlite");
    CHECK(small.balance() == eur(90000));
    CHECK(small.bank().seeded_behavior({"K1"}).size() == events);
}

TEST_CASE("a pack without a sound demo bank is refused", "[dialogue][demo_bank]") {
    TemporaryFolder folder;
    folder.write("pack.json", "{}");
    SECTION("no files") {
        CHECK(opening_failure(folder) == ErrorCode::bad_pack);
    }
    SECTION("no price list") {
        folder.write("demo_bank/customers.json", small_customers);
        CHECK(opening_failure(folder) == ErrorCode::bad_pack);
    }
    SECTION("a broken value") {
        const auto [good, bad] = GENERATE(table<std::string, std::string>({
            {"\"balance\": \"1000.00\"", "\"balance\": \"1000\u20ac\""},
            {"\"balance\": \"1000.00\"", "\"balance\": 1000"},
            {"\"born\": \"1986-12-01\"", "\"born\": \"1986-13-01\""},
            {"\"kind\": \"current\"", "\"kind\": \"curent\""},
            {"\"every_days\": 7", "\"every_days\": 0"},
            {"\"id\": \"K2-CUR\"", "\"id\": \"K1-CUR\""},
            {"\"tier\": \"gold\"", "\"teir\": \"gold\""},
        }));
        CAPTURE(bad);
        std::string customers = small_customers;
        const auto at = customers.find(good);
        REQUIRE(at != std::string::npos);
        folder.write("demo_bank/customers.json", customers.replace(at, good.size(), bad));
        folder.write("bank_facts.json", small_bank_facts);
        CHECK(opening_failure(folder) == ErrorCode::bad_pack);
    }
    SECTION("a broken price list") {
        folder.write("demo_bank/customers.json", small_customers);
        const auto* fact_text = GENERATE(
            R"({"name": "rate", "type": "percent", "value": 2, "source": "s"})",
            R"({"name": "bank.rate", "type": "percent", "value": "2", "source": "s"})",
            R"({"name": "bank.rate", "type": "money", "value": "2", "source": "s"})",
            R"({"name": "bank.rate", "type": "duration_days", "value": 2.5, "source": "s"})",
            R"({"name": "bank.rate", "type": "text", "value": {"en": "x"}, "source": "s"})",
            R"({"name": "bank.rate", "type": "colour", "value": 2, "source": "s"})",
            R"({"name": "bank.rate", "type": "percent", "value": 2})",
            R"({"name": "bank.rate", "type": "percent", "value": 2, "source": "s", "valid_until": "soon"})");
        CAPTURE(fact_text);
        folder.write("bank_facts.json", std::string("{\"facts\": [") + fact_text + "]}");
        CHECK(opening_failure(folder) == ErrorCode::bad_pack);
    }
}

TEST_CASE("a file that is no demo bank is refused and left alone", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    const TemporaryFolder& folder = small.folder();
    folder.write("letter.txt", "Dear bank, this is not a database at all, however long one reads in it.");
    CHECK(opening_failure(folder, (folder.path() / "letter.txt").string()) == ErrorCode::storage_failed);
    CHECK(std::filesystem::file_size(folder.path() / "letter.txt") > 60);
    CHECK(opening_failure(folder, (folder.path() / "no/such/folder/bank.sqlite").string()) ==
          ErrorCode::storage_failed);
}

TEST_CASE("wrong questions fail with the code that says why", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    CHECK(failure(small.look_up("horoscope")) == "unknown_fact");
    CHECK(failure(small.look_up("accounts", {}, "nobody")) == "unknown_customer");
    CHECK(failure(small.perform("rob")) == "bad_request");
    CHECK(failure(small.perform("transfer", {}, "nobody")) == "unknown_customer");
    CHECK(failure(small.perform_with_key("", "request_callback", {})) == "bad_request");
    const dialogue::Deadline past = std::chrono::steady_clock::now() - std::chrono::seconds(1);
    CHECK(failure(small.bank().look_up({{"accounts"}, {"K1"}, {}, {"en"}, small.now}, past)) ==
          "source_failed");
    CHECK(failure(small.bank().perform({{"request_callback"}, {"K1"}, {}, "k", {"en"}, small.now}, past)) ==
          "source_failed");
    CHECK(small.bank().has_customer({"K1"}));
    CHECK_FALSE(small.bank().has_customer({"nobody"}));
}

TEST_CASE("every fact of every look-up is announced, sourced and dated", "[dialogue][demo_bank]") {
    const TimePoint now = moment("2026-11-20T09:30:00Z");
    const auto bank = open_pack_bank(now);
    const dialogue::Slots slots{{{"payee"}, std::string("Finanzamt")},
                                {{"card"}, std::string("credit")},
                                {{"goal_target"}, eur(500000)},
                                {{"months"}, std::int64_t{10}},
                                {{"monthly_amount"}, eur(10000)}};
    for (const auto& capability : bank->look_ups()) {
        const std::set<std::string> announced(capability.facts.begin(), capability.facts.end());
        std::set<std::string> given;
        for (const CustomerId& customer : bank->customers()) {
            const auto facts = bank->look_up({{capability.name}, customer, slots, {"de"}, now}, no_deadline);
            CAPTURE(capability.name, customer.text);
            if (facts.has_error()) CHECK(facts.error().code == ErrorCode::not_found);
            if (facts.has_error()) continue;
            for (const nlg::Fact& each : *facts) {
                given.insert(with_n(each.name.text));
                CHECK_FALSE(each.source.empty());
                CHECK(each.as_of == now);
            }
        }
        for (const std::string& name : given) {
            CAPTURE(capability.name, name);
            CHECK(announced.contains(name));
        }
        // What a look-up announces, some customer has: booked appointments come by an action.
        for (const std::string& name : announced) {
            CAPTURE(capability.name, name);
            const bool needs_action = name.starts_with("appointment.N.");
            const bool needs_narrow = capability.name == "dispute";
            if (!needs_action && !needs_narrow) CHECK(given.contains(name));
        }
    }
}

}  // namespace parlance::tests
