#include "dialogue/storage/demo_bank_outcomes.h"

#include <array>
#include <charconv>

#include "dialogue/storage/demo_bank_statement.h"

namespace parlance::dialogue::demo_bank {
namespace {

// A value as text that gives the same value again.
std::string written(const SlotValue& value) {
    const auto* number = std::get_if<double>(&value);
    if (number == nullptr) return to_text(value);
    std::array<char, 32> digits{};
    const auto [stop, failure] = std::to_chars(digits.data(), digits.data() + digits.size(), *number);
    return failure == std::errc{} ? std::string(digits.data(), stop) : "0";
}

template <typename Number>
Number number_in(const std::string& text) {
    Number value{};
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

template <typename Value>
SlotValue value_or_text(const Result<Value>& value, const std::string& text) {
    return value.has_value() ? SlotValue(*value) : SlotValue(text);
}

SlotValue read_value(const std::string& kind, const std::string& text) {
    if (kind == "boolean") return text == "true";
    if (kind == "integer") return number_in<std::int64_t>(text);
    if (kind == "number") return number_in<double>(text);
    if (kind == "money") return value_or_text(parse_money(text), text);
    if (kind == "date") return value_or_text(parse_date(text), text);
    if (kind == "date_range") return value_or_text(parse_date_range(text), text);
    return text;
}

Outcome recorded_facts(const Visit& visit) {
    SQLite::Statement rows = prepared(visit.database,
                                      "SELECT name, kind, value, source, as_of FROM outcome_facts"
                                      " WHERE key = ? ORDER BY position",
                                      visit.key);
    std::vector<nlg::Fact> facts;
    while (rows.executeStep()) {
        const auto as_of = parse_rfc3339(rows.getColumn(4).getString());
        facts.push_back({FactName{rows.getColumn(0).getString()},
                         read_value(rows.getColumn(1).getString(), rows.getColumn(2).getString()),
                         rows.getColumn(3).getString(), as_of.has_value() ? *as_of : visit.now});
    }
    return facts;
}

// What this key led to before; nothing for a new key.
std::optional<Outcome> recorded(const Visit& visit, const BankAction& action) {
    SQLite::Statement row =
        prepared(visit.database, "SELECT action, customer, refusal FROM outcomes WHERE key = ?", visit.key);
    if (!row.executeStep()) return std::nullopt;
    if (row.getColumn(0).getString() != action.capability.name ||
        row.getColumn(1).getString() != visit.customer.text) {
        return Error{ErrorCode::bad_request, "the idempotency key was used for another action or customer"};
    }
    if (!row.getColumn(2).isNull()) return refused(row.getColumn(2).getString());
    return recorded_facts(visit);
}

void record(const Visit& visit, const BankAction& action, const Outcome& outcome) {
    const std::string refusal = outcome.has_value() ? "" : outcome.error().detail;
    execute(visit.database, "INSERT INTO outcomes VALUES(?, ?, ?, ?, NULLIF(?, ''))", visit.key,
            action.capability.name, visit.customer.text, to_rfc3339(visit.now), refusal);
    if (!outcome.has_value()) return;
    int position = 0;
    for (const nlg::Fact& fact : *outcome) {
        execute(visit.database, "INSERT INTO outcome_facts VALUES(?, ?, ?, ?, ?, ?, ?)", visit.key,
                ++position, fact.name.text, std::string(kind_of(fact.value)), written(fact.value),
                fact.source, to_rfc3339(fact.as_of));
    }
}

// The action's changes, undone again unless it succeeds.
Outcome attempted(const Visit& visit, const BankAction& action) {
    visit.database.exec("SAVEPOINT attempt");
    Outcome outcome = action.run(visit);
    if (!outcome.has_value()) visit.database.exec("ROLLBACK TO attempt");
    visit.database.exec("RELEASE attempt");
    return outcome;
}

}  // namespace

Outcome perform_once(const Visit& visit, const BankAction& action) {
    SQLite::Transaction transaction(visit.database, SQLite::TransactionBehavior::IMMEDIATE);
    if (auto known = recorded(visit, action)) return std::move(*known);
    Outcome outcome = attempted(visit, action);
    if (!outcome.has_value() && outcome.error().code != ErrorCode::refused) return outcome;
    record(visit, action, outcome);
    transaction.commit();
    return outcome;
}

}  // namespace parlance::dialogue::demo_bank
