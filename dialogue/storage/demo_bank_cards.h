#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dialogue/storage/demo_bank_visit.h"

namespace parlance::dialogue::demo_bank {

struct Card {
    std::string id;
    std::string kind;  // debit, credit
    std::string last4;
    std::string status;  // active, frozen, ordered, blocked
    std::int64_t limit_minor = 0;
    std::optional<std::int64_t> owed_minor;
    std::string account;
};

// The customer's cards in the order they came.
std::vector<Card> cards_of(const Visit& visit);

// The cards that the slot `card` can mean: those of a kind, or those of these last digits; without the
// slot the debit cards, or all when there is none.
std::vector<Card> chosen_cards(const Visit& visit);

// The first of the cards whose status comes first in `preferred`; nothing when none has a status of these.
std::optional<Card> first_by_status(const std::vector<Card>& cards,
                                    const std::vector<std::string>& preferred);

}  // namespace parlance::dialogue::demo_bank
