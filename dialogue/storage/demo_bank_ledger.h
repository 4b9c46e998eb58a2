#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/storage/demo_bank_history.h"
#include "dialogue/storage/demo_bank_visit.h"

namespace parlance::dialogue::demo_bank {

// An account with its balance: the sum of its entries.
struct Account {
    std::string id;
    std::string kind;
    LocalText name;
    std::string last4;
    std::string iban;
    std::int64_t overdraft_minor = 0;
    std::int64_t balance_minor = 0;

    std::int64_t available_minor() const { return balance_minor + overdraft_minor; }
    // Money can be taken out at once: all but fixed deposits.
    bool is_open() const { return kind != "fixed"; }
};

// A line of the ledger. Positive came in, negative went out.
struct Entry {
    std::int64_t id = 0;
    std::string account;
    TimePoint at;
    std::string merchant;
    std::string category;
    std::int64_t amount_minor = 0;

    // What a customer calls spending: out of the house, not put aside.
    bool is_spending() const;
    // Charged by the bank.
    bool is_fee() const { return category == "fees" && amount_minor < 0; }
};

// The customer's accounts in the pack's order; later ones last.
std::vector<Account> accounts_of(const Visit& visit);

// The account that the slot `account` means (kind, last four digits or name); without the slot the everyday
// one. Nothing when no account fits.
std::optional<Account> chosen_account(const Visit& visit);

// Which of the accounts a customer's word for one means: a kind in either language, last four digits or a
// name.
std::optional<Account> find_account(const std::vector<Account>& accounts, std::string_view words);

// Entries of a customer's accounts on these days, newest first; opening entries are left out.
// account: only of this one; empty for all.
std::vector<Entry> entries_of(const Visit& visit, const DateRange& days, std::string_view account = {});

// The entries that fulfil `fits`, in their order.
std::vector<Entry> only(std::vector<Entry> entries, const std::function<bool(const Entry&)>& fits);

std::int64_t balance_of(const Visit& visit, const std::string& account);

// Writes a line; returns its number.
std::int64_t book(const Visit& visit, const NewEntry& entry);

// From `days` days ago to today.
DateRange last_days(const Visit& visit, int days);

}  // namespace parlance::dialogue::demo_bank
