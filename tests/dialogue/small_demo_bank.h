#pragma once

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "dialogue/storage/demo_bank.h"

namespace parlance::tests {

inline constexpr const char* small_customers = R"json({"as_of": "2026-11-20", "customers": [
{"id": "K1", "name": "Mara Lind", "first_name": "Mara", "born": "1986-12-01", "since": "2012-03-15",
 "language": "en", "email": "mara@mail.example", "phone": "+49 30 5550 0001", "address": "Birkenweg 1, 10115 Berlin",
 "marital": "married", "children": 2, "tier": "gold", "salary": {"payer": "Windrad AG", "amount": "3000.00", "day": 31},
 "accounts": [
  {"id": "K1-CUR", "kind": "current", "name": {"en": "Everyday Account", "de": "Girokonto"}, "last4": "1111",
   "balance": "1000.00", "overdraft_limit": "200.00"},
  {"id": "K1-SAV", "kind": "savings", "name": {"en": "Instant Saver", "de": "Tagesgeld"}, "last4": "2222",
   "balance": "5000.00"},
  {"id": "K1-FIX", "kind": "fixed", "name": {"en": "Fixed Deposit", "de": "Festgeld"}, "last4": "3333",
   "balance": "2000.00"}],
 "cards": [
  {"id": "K1-DEB", "kind": "debit", "last4": "4444", "status": "active", "limit": "2000.00", "account": "K1-CUR"},
  {"id": "K1-CRE", "kind": "credit", "last4": "5555", "status": "active", "limit": "3000.00", "owed": "412.80"}],
 "loans": [
  {"id": "K1-MOR", "kind": "mortgage", "balance": "180000.00", "rate_percent": 1.9, "monthly": "840.00",
   "ends": "2043-06-01"},
  {"id": "K1-CAR", "kind": "car", "balance": "9000.00", "rate_percent": 4.9, "monthly": "250.00", "ends": "2029-11-01"}],
 "holdings": [
  {"fund": "World Equity", "kind": "equity", "value": "6000.00", "cost": "5000.00", "value_30_days_ago": "6100.00"},
  {"fund": "Euro Bond", "kind": "bond", "value": "3000.00", "cost": "3200.00", "value_30_days_ago": "2990.00"},
  {"fund": "Balanced", "kind": "mixed", "value": "1000.00", "cost": "1000.00", "value_30_days_ago": "1000.00"}],
 "goals": [{"id": "retirement", "name": {"en": "Retirement", "de": "Ruhestand"}, "target": "100000.00",
   "saved": "40000.00", "by_year": 2051}],
 "standing_orders": [
  {"payee": "Hausverwaltung Lorenz", "category": "rent", "amount": "900.00", "day": 1},
  {"payee": "Alder Instant Saver", "category": "savings", "amount": "100.00", "day": 2}],
 "spending": [{"merchant": "Kornmarkt", "category": "groceries", "amount": "50.00", "every_days": 7, "spread_percent": 20}],
 "events": [
  {"days_ago": 5, "merchant": "Lumen Electronics", "category": "shopping", "amount": "249.00"},
  {"days_ago": 6, "merchant": "Lumen Electronics", "category": "shopping", "amount": "249.00"},
  {"days_ago": 40, "merchant": "Caf\u00e9 Tandem", "category": "restaurants", "amount": "17.35"},
  {"days_ago": 17, "merchant": "Foreign Card Fee", "category": "fees", "amount": "3.90"},
  {"days_ago": 41, "merchant": "Overdraft Fee", "category": "fees", "amount": "12.50"},
  {"days_ago": 20, "merchant": "Windrad AG Bonus", "category": "income", "amount": "-500.00"}],
 "payees": [{"name": "Anna Berg", "last4": "0001"}, {"name": "Anna Weiss", "last4": "0002"},
  {"name": "J\u00f6rg M\u00fcller", "last4": "0003"}, {"name": "Berg", "last4": "0004"}],
 "behaviour": {"logins_30_days": 9, "logins_prev_30_days": 4, "app_share": 1.0, "chat_topics": ["savings_rates"],
  "article_reads": ["investing", "savings"], "complaints_90_days": 1, "preferred_hour": 20},
 "risk_questionnaire": "moderate"},
{"id": "K2", "name": "Tom Frey", "first_name": "Tom", "born": "2004-02-29", "since": "2024-10-01", "language": "de",
 "email": "tom@mail.example", "phone": "+49 30 5550 0002", "address": "Am Hang 2, 99084 Erfurt", "marital": "single",
 "children": 0, "tier": "standard", "salary": null,
 "accounts": [{"id": "K2-CUR", "kind": "current", "name": {"en": "Student Account", "de": "Studentenkonto"},
   "last4": "9999", "balance": "50.00"}],
 "cards": [], "loans": [], "holdings": [], "goals": [], "standing_orders": [], "spending": [], "events": [],
 "payees": [{"name": "Anna Berg", "last4": "0001"}],
 "behaviour": {"logins_30_days": 0, "logins_prev_30_days": 0, "app_share": 0.5, "chat_topics": [], "article_reads": [],
  "complaints_90_days": 0, "preferred_hour": 9},
 "risk_questionnaire": null}]})json";

inline constexpr const char* small_bank_facts = R"json({"facts": [
{"name": "bank.instant_savings_rate", "type": "percent", "value": 2.1, "source": "price list, section 4",
 "valid_until": "2027-12-31"},
{"name": "bank.old_rate", "type": "percent", "value": 3, "source": "price list, section 4", "valid_until": "2026-11-19"},
{"name": "bank.transfer_fee", "type": "money", "value": "12.50 EUR", "source": "price list, section 2"},
{"name": "bank.card_delivery_days", "type": "duration_days", "value": 6, "source": "card terms"},
{"name": "bank.hotline_hours", "type": "text", "value": {"en": "all day", "de": "rund um die Uhr"}, "source": "website"}
]})json";

// A folder of its own under the system's temporary one, gone with the object.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "parlance_demo_bank_XXXXXX").string();
        REQUIRE(mkdtemp(pattern.data()) != nullptr);
        path_ = pattern;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    void write(const std::string& name, const std::string& text) const {
        std::filesystem::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name) << text;
    }

private:
    std::filesystem::path path_;
};

inline TimePoint moment(const std::string& text) {
    return parse_rfc3339(text).value();
}
inline CalendarDate day(const std::string& text) {
    return parse_date(text).value();
}
inline Money eur(std::int64_t minor_units) {
    return {minor_units, {"EUR"}};
}
inline constexpr dialogue::Deadline no_deadline = dialogue::Deadline::max();

using FactResult = Result<std::vector<nlg::Fact>>;

// The fact's value; fails the test when it is missing.
inline SlotValue fact(const FactResult& facts, const std::string& name) {
    REQUIRE(facts.has_value());
    for (const nlg::Fact& each : *facts) {
        if (each.name.text == name) return each.value;
    }
    FAIL("no fact " << name);
    return {};
}

inline bool has_fact(const FactResult& facts, const std::string& name) {
    REQUIRE(facts.has_value());
    for (const nlg::Fact& each : *facts) {
        if (each.name.text == name) return true;
    }
    return false;
}

// "refused: not_enough_money", "bad_request", ...; "" for success.
inline std::string failure(const FactResult& facts) {
    if (facts.has_value()) return "";
    const std::string code(to_text(facts.error().code));
    return facts.error().code == ErrorCode::refused ? code + ": " + facts.error().detail : code;
}

// A bank of two customers, K1 with some of everything and K2 with next to nothing, on Friday 2026-11-20.
class SmallDemoBank {
public:
    explicit SmallDemoBank(const std::string& file = ":memory:") {
        folder_.write("pack.json", "{}");
        folder_.write("demo_bank/customers.json", small_customers);
        folder_.write("bank_facts.json", small_bank_facts);
        open(file);
    }

    // Opens the file anew, as after a restart; a relative name is in the bank's own folder.
    void open(const std::string& file) {
        bank_.reset();
        Findings findings;
        const PackSource source = PackSource::read(folder_.path(), findings);
        const std::filesystem::path path =
            file == ":memory:" ? std::filesystem::path(file) : folder_.path() / file;
        auto opened = dialogue::DemoBank::open(path, source, now);
        CAPTURE(opened.has_error() ? opened.error().detail : "");
        REQUIRE(opened.has_value());
        bank_ = std::move(*opened);
    }

    FactResult look_up(const std::string& name, const dialogue::Slots& slots = {},
                       const std::string& customer = "K1", const std::string& language = "en") const {
        return bank_->look_up({{name}, {customer}, slots, {language}, now}, no_deadline);
    }
    FactResult perform(const std::string& name, const dialogue::Slots& slots = {},
                       const std::string& customer = "K1") {
        return perform_with_key("key " + std::to_string(++keys_), name, slots, customer);
    }
    FactResult perform_with_key(const std::string& key, const std::string& name, const dialogue::Slots& slots,
                                const std::string& customer = "K1") {
        return bank_->perform({{name}, {customer}, slots, key, {"en"}, now}, no_deadline);
    }
    Money balance(const std::string& account = "current", const std::string& customer = "K1") const {
        return std::get<Money>(
            fact(look_up("account", {{{"account"}, account}}, customer), "account.balance"));
    }

    dialogue::DemoBank& bank() { return *bank_; }
    const TemporaryFolder& folder() const { return folder_; }
    TimePoint now = moment("2026-11-20T09:30:00Z");

private:
    TemporaryFolder folder_;
    std::unique_ptr<dialogue::DemoBank> bank_;
    int keys_ = 0;
};

inline SlotValue text(const std::string& words) {
    return words;
}
inline SlotValue whole(std::int64_t number) {
    return number;
}
inline SlotName slot(const std::string& name) {
    return {name};
}

}  // namespace parlance::tests
