#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dialogue/host.h"
#include "dialogue/storage/demo_bank_records.h"

namespace SQLite {
class Database;
}

namespace parlance::dialogue::demo_bank {

// What a look-up or an action works with: the books, the price list and one customer's question.
// Borrows everything for the length of one call, made under the bank's lock.
struct Visit {
    SQLite::Database& database;
    const BankFacts& bank;
    const CustomerId& customer;
    const Slots& slots;
    const Locale& locale;
    TimePoint now;
    std::string key;  // an action's idempotency key; empty for a look-up

    CalendarDate today() const { return date_of(now); }
};

using Outcome = Result<std::vector<nlg::Fact>>;

// Collects facts of one source, all as of one moment.
class FactList {
public:
    FactList(std::string source, TimePoint as_of) : source_(std::move(source)), as_of_(as_of) {}

    void add(std::string name, SlotValue value);
    // A member of a list, numbered from 1: add("transaction", 2, "amount", ...) is "transaction.2.amount".
    void add(std::string_view list, std::size_t number, std::string_view name, SlotValue value);
    // The facts that follow come from here.
    void from(std::string source) { source_ = std::move(source); }

    std::vector<nlg::Fact> take() { return std::move(facts_); }

private:
    std::string source_;
    TimePoint as_of_;
    std::vector<nlg::Fact> facts_;
};

// How many members of a list are given as facts.
inline constexpr std::size_t list_limit = 5;

// No amount in a slot is meant above this; keeps sums and products far from overflow.
inline constexpr std::int64_t largest_amount_minor = 1'000'000'000'000;

// The host said no, for this reason; nothing was changed.
Error refused(std::string reason);
// A slot without which the action cannot be done; names the slot, never a value.
Error missing_slot(std::string_view slot);
// What was asked for does not exist; names the kind of thing, never a value.
Error nothing_found(std::string_view what);

// part of whole in percent, rounded half up to one decimal; 0 when there is no whole.
double percent_of(std::int64_t part, std::int64_t whole);

}  // namespace parlance::dialogue::demo_bank
