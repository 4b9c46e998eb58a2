#include "dialogue/storage/demo_bank_actions.h"
#include "dialogue/storage/demo_bank_calendar.h"
#include "dialogue/storage/demo_bank_cards.h"
#include "dialogue/storage/demo_bank_dice.h"
#include "dialogue/storage/demo_bank_slots.h"
#include "dialogue/storage/demo_bank_statement.h"
#include "dialogue/storage/demo_bank_wording.h"

namespace parlance::dialogue::demo_bank {
namespace {

constexpr int default_delivery_days = 5;
constexpr std::int64_t largest_limit_minor = 5'000'000;

using Statuses = std::vector<std::string>;

// The card meant, by its present status. Fails with refused: already_blocked when all that fit are blocked,
// no_such_card when none fits.
Result<Card> card_in(const Visit& visit, const Statuses& preferred) {
    const std::vector<Card> cards = chosen_cards(visit);
    auto card = first_by_status(cards, preferred);
    if (card.has_value()) return std::move(*card);
    return refused(first_by_status(cards, {"blocked"}).has_value() ? "already_blocked" : "no_such_card");
}

FactList facts_of(const Visit& visit, const Card& card) {
    FactList facts("card record", visit.now);
    facts.add("card.last4", card.last4);
    facts.add("card.kind", card_kind_words(card.kind, visit.locale));
    return facts;
}

void set_status(const Visit& visit, const Card& card, const std::string& status) {
    execute(visit.database, "UPDATE cards SET status = ? WHERE id = ?", status, card.id);
}

Outcome switched(const Visit& visit, const Statuses& preferred, const std::string& status) {
    const auto card = card_in(visit, preferred);
    if (!card.has_value()) return card.error();
    set_status(visit, *card, status);
    FactList facts = facts_of(visit, *card);
    facts.add("card.status", card_status_words(status, visit.locale));
    return facts.take();
}

// The new card takes over limit, account and what is owed.
void order_replacement(const Visit& visit, const Card& card, const std::string& reference) {
    const std::string id = visit.customer.text + "-" + reference;
    const std::string last4 = std::to_string(1000 + scramble(id) % 9000);
    execute(visit.database,
            "INSERT INTO cards SELECT ?1, customer, (SELECT MAX(position) + 1 FROM cards AS others"
            " WHERE others.customer = cards.customer), kind, ?2, 'ordered', limit_minor, account, owed_minor"
            " FROM cards WHERE id = ?3",
            id, last4, card.id);
    execute(visit.database, "UPDATE cards SET owed_minor = NULL WHERE id = ?", card.id);
}

}  // namespace

Outcome perform_block_card(const Visit& visit) {
    auto card = card_in(visit, {"active", "frozen"});
    // A card still in the post can get lost as well, unless it is itself the replacement of a blocked one.
    if (!card.has_value() && card.error().detail == "no_such_card") card = card_in(visit, {"ordered"});
    if (!card.has_value()) return card.error();
    set_status(visit, *card, "blocked");
    const std::string reference = reference_for("RC", visit.key);
    order_replacement(visit, *card, reference);
    const int days = visit.bank.count_or("bank.card_delivery_days", visit.today(), default_delivery_days);
    FactList facts = facts_of(visit, *card);
    facts.add("replacement.reference", reference);
    facts.add("replacement.arrival_date", plus_business_days(visit.today(), days));
    return facts.take();
}

Outcome perform_freeze_card(const Visit& visit) {
    return switched(visit, {"active", "frozen"}, "frozen");
}

Outcome perform_unfreeze_card(const Visit& visit) {
    return switched(visit, {"frozen", "active"}, "active");
}

Outcome perform_activate_card(const Visit& visit) {
    return switched(visit, {"ordered", "active"}, "active");
}

Outcome perform_change_card_limit(const Visit& visit) {
    const auto limit = amount_in(visit, "limit");
    if (!limit.has_value()) return limit.error();
    if (*limit > largest_limit_minor) return refused("bad_amount");
    const auto card = card_in(visit, {"active", "frozen", "ordered"});
    if (!card.has_value()) return card.error();
    execute(visit.database, "UPDATE cards SET limit_minor = ? WHERE id = ?", *limit, card->id);
    FactList facts = facts_of(visit, *card);
    facts.add("card.limit", euros(*limit));
    return facts.take();
}

}  // namespace parlance::dialogue::demo_bank
