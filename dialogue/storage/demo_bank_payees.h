#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dialogue/storage/demo_bank_visit.h"

namespace parlance::dialogue::demo_bank {

// Someone, or one of the customer's own accounts, whom money can go to.
struct Payee {
    std::string name;
    std::string last4;
    std::string own_account;  // its id; empty for somebody else
};

// Whom `words` can mean: a saved payee by whole name or by words of it; else an own account by name, kind or
// last four digits; else a saved payee with one typing error. Several when it is not clear, none when nobody
// fits.
std::vector<Payee> find_payees(const Visit& visit, std::string_view words);

}  // namespace parlance::dialogue::demo_bank
