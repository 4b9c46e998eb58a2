#include "dialogue/storage/demo_bank.h"

#include <algorithm>
#include <exception>
#include <mutex>
#include <utility>

#include "dialogue/storage/demo_bank_behavior.h"
#include "dialogue/storage/demo_bank_look_ups.h"
#include "dialogue/storage/demo_bank_outcomes.h"
#include "dialogue/storage/demo_bank_scheduled.h"
#include "dialogue/storage/demo_bank_schema.h"
#include "dialogue/storage/demo_bank_seed.h"
#include "dialogue/storage/demo_bank_statement.h"
#include "personalization/event_store.h"

namespace parlance::dialogue {

namespace bank = demo_bank;

struct DemoBank::Database {
    std::mutex lock;  // one connection: whoever reads or writes holds it
    SQLite::Database connection;
    bank::BankFacts facts;
    CalendarDate seeded_on;  // the day after the history's last
};

namespace {

constexpr const char* customers_path = "demo_bank/customers.json";
constexpr const char* bank_facts_path = "bank_facts.json";

// The demo bank's content, read.
struct Content {
    std::vector<bank::CustomerRecord> customers;
    bank::BankFacts facts;
};

Error first_error(const Findings& findings) {
    const std::vector<Finding> sorted = findings.sorted();
    const auto found = std::find_if(sorted.begin(), sorted.end(), [](const Finding& finding) {
        return finding.severity == Severity::error;
    });
    if (found == sorted.end()) return {ErrorCode::bad_pack, "the demo bank's content has errors"};
    return {ErrorCode::bad_pack, found->file + ":" + std::to_string(found->position.line) + ":" +
                                     std::to_string(found->position.column) + " " + found->code + " " +
                                     found->message};
}

Result<Content> read_content(const PackSource& source) {
    const PackFile* customers = source.file(customers_path);
    const PackFile* facts = source.file(bank_facts_path);
    for (const auto& [file, path] :
         {std::pair(customers, customers_path), std::pair(facts, bank_facts_path)}) {
        if (file == nullptr)
            return Error{ErrorCode::bad_pack, std::string("the pack has no readable ") + path};
    }
    Findings findings;
    Content content{bank::read_customers(*customers, findings), bank::read_bank_facts(*facts, findings)};
    if (findings.has_errors()) return first_error(findings);
    return content;
}

// Creates and fills the tables of a new file; leaves a filled one as it is. Returns the day of seeding.
Result<CalendarDate> make_ready(SQLite::Database& connection, const Content& content, TimePoint now) {
    bank::prepare_connection(connection);
    SQLite::Transaction transaction(connection, SQLite::TransactionBehavior::IMMEDIATE);
    bank::create_tables(connection);
    const std::string version = bank::meta(connection, "schema_version");
    if (version.empty()) {
        bank::set_meta(connection, "schema_version", std::to_string(bank::schema_version));
        bank::set_meta(connection, "seeded_on", to_text(date_of(now)));
        bank::seed(connection, content.customers, date_of(now));
    } else if (version != std::to_string(bank::schema_version)) {
        return Error{ErrorCode::storage_failed, "the demo bank's file has schema version " + version +
                                                    ", not " + std::to_string(bank::schema_version) +
                                                    ": delete it to have it made anew"};
    }
    const auto seeded_on = parse_date(bank::meta(connection, "seeded_on"));
    if (!seeded_on.has_value()) return Error{ErrorCode::storage_failed, "meta.seeded_on is not a date"};
    transaction.commit();
    return *seeded_on;
}

bool is_late(Deadline deadline) {
    return std::chrono::steady_clock::now() >= deadline;
}

Error out_of_time() {
    return {ErrorCode::source_failed, "the deadline had passed before the demo bank was asked"};
}

// SQLite's message names tables and constraints, never values.
Error failed(const std::exception& failure) {
    return {ErrorCode::source_failed, failure.what()};
}

bool knows(SQLite::Database& connection, const CustomerId& customer) {
    return bank::prepared(connection, "SELECT 1 FROM customers WHERE id = ?", customer.text).executeStep();
}

Error unknown_customer() {
    return {ErrorCode::unknown_customer, "the demo bank has no such customer"};
}

bank::Outcome ask(const bank::Visit& visit, const std::string& name) {
    if (name == "bank") return bank::look_up_bank(visit);
    if (name.starts_with("bank.")) return bank::look_up_bank_fact(visit, name);
    const auto& table = bank::look_up_table();
    const auto found = std::find_if(table.begin(), table.end(), [&](const bank::LookUp& look_up) {
        return look_up.capability.name == name;
    });
    if (found == table.end())
        return Error{ErrorCode::unknown_fact, "the demo bank has no look-up \"" + name + "\""};
    if (!knows(visit.database, visit.customer)) return unknown_customer();
    bank::book_due_payments(visit);
    return found->run(visit);
}

}  // namespace

DemoBank::DemoBank(std::unique_ptr<Database> database) : database_(std::move(database)) {}
DemoBank::~DemoBank() = default;

Result<std::unique_ptr<DemoBank>> DemoBank::open(const std::filesystem::path& file, const PackSource& source,
                                                 TimePoint now) {
    auto content = read_content(source);
    if (!content.has_value()) return content.error();
    try {
        auto database = std::unique_ptr<Database>(new Database{
            {}, SQLite::Database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE), {}, {}});
        const auto seeded_on = make_ready(database->connection, *content, now);
        if (!seeded_on.has_value()) return seeded_on.error();
        database->facts = std::move(content->facts);
        database->seeded_on = *seeded_on;
        return std::unique_ptr<DemoBank>(new DemoBank(std::move(database)));
    } catch (const std::exception& failure) {
        return Error{ErrorCode::storage_failed,
                     "demo bank file \"" + file.string() + "\": " + failure.what()};
    }
}

Result<std::vector<nlg::Fact>> DemoBank::look_up(const FactQuery& query, Deadline deadline) const {
    const std::lock_guard held(database_->lock);
    if (is_late(deadline)) return out_of_time();
    try {
        return ask({database_->connection,
                    database_->facts,
                    query.customer,
                    query.slots,
                    query.locale,
                    query.now,
                    {}},
                   query.name.text);
    } catch (const std::exception& failure) {
        return failed(failure);
    }
}

Result<std::vector<nlg::Fact>> DemoBank::perform(const ActionRequest& request, Deadline deadline) {
    const auto& table = bank::action_table();
    const auto action = std::find_if(table.begin(), table.end(), [&](const bank::BankAction& candidate) {
        return candidate.capability.name == request.name.text;
    });
    if (action == table.end()) {
        return Error{ErrorCode::bad_request, "the demo bank has no action \"" + request.name.text + "\""};
    }
    if (request.idempotency_key.empty()) return Error{ErrorCode::bad_request, "the idempotency key is empty"};
    const std::lock_guard held(database_->lock);
    if (is_late(deadline)) return out_of_time();
    try {
        if (!knows(database_->connection, request.customer)) return unknown_customer();
        const bank::Visit visit{database_->connection,  database_->facts, request.customer,
                                request.slots,          request.locale,   request.now,
                                request.idempotency_key};
        bank::book_due_payments(visit);
        return bank::perform_once(visit, *action);
    } catch (const std::exception& failure) {
        return failed(failure);
    }
}

std::vector<HostCapability> DemoBank::look_ups() const {
    std::vector<HostCapability> capabilities;
    for (const bank::LookUp& look_up : bank::look_up_table()) capabilities.push_back(look_up.capability);
    HostCapability whole_list{"bank", {}, {}};
    for (const bank::BankFact& fact : database_->facts.all()) {
        whole_list.facts.push_back(fact.name);
        capabilities.push_back({fact.name, {fact.name}, {}});
    }
    capabilities.push_back(std::move(whole_list));
    return capabilities;
}

std::vector<HostCapability> DemoBank::actions() const {
    std::vector<HostCapability> capabilities;
    for (const bank::BankAction& action : bank::action_table()) capabilities.push_back(action.capability);
    return capabilities;
}

bool DemoBank::has_customer(const CustomerId& customer) const {
    const std::lock_guard held(database_->lock);
    try {
        return knows(database_->connection, customer);
    } catch (const std::exception&) {
        return false;  // a file that cannot be read knows nobody; look_up says why
    }
}

std::vector<CustomerId> DemoBank::customers() const {
    const std::lock_guard held(database_->lock);
    std::vector<CustomerId> ids;
    try {
        SQLite::Statement rows(database_->connection, "SELECT id FROM customers ORDER BY id");
        while (rows.executeStep()) ids.push_back({rows.getColumn(0).getString()});
    } catch (const std::exception&) {
        ids.clear();
    }
    return ids;
}

std::vector<personalization::BehaviorEvent> DemoBank::seeded_behavior(const CustomerId& customer) const {
    const std::lock_guard held(database_->lock);
    try {
        const Slots no_slots;
        const Locale locale;
        const bank::Visit visit{
            database_->connection, database_->facts, customer, no_slots, locale, TimePoint{}, {}};
        return bank::seeded_events(visit, database_->seeded_on);
    } catch (const std::exception&) {
        return {};  // behaviour is a bonus: personalization works without
    }
}

Result<void> DemoBank::seed_behavior(const CustomerId& customer, personalization::EventStore& store) const {
    const auto kept = store.append(seeded_behavior(customer), personalization::Lateness::accept);
    if (!kept) return kept.error();
    return {};
}

}  // namespace parlance::dialogue
