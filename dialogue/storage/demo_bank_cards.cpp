#include "dialogue/storage/demo_bank_cards.h"

#include <algorithm>

#include "dialogue/storage/demo_bank_look_ups.h"
#include "dialogue/storage/demo_bank_matching.h"
#include "dialogue/storage/demo_bank_slots.h"
#include "dialogue/storage/demo_bank_statement.h"
#include "dialogue/storage/demo_bank_wording.h"

namespace parlance::dialogue::demo_bank {
namespace {

constexpr const char* card_source = "card record";

bool contains_any(const std::string& text, std::initializer_list<std::string_view> parts) {
    return std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return text.find(part) != std::string::npos; });
}

std::vector<Card> of_kind(std::vector<Card> cards, std::string_view kind) {
    std::erase_if(cards, [&](const Card& card) { return card.kind != kind; });
    return cards;
}

}  // namespace

std::vector<Card> cards_of(const Visit& visit) {
    SQLite::Statement rows =
        prepared(visit.database,
                 "SELECT id, kind, last4, status, limit_minor, owed_minor, COALESCE(account, '')"
                 " FROM cards WHERE customer = ? ORDER BY position, rowid",
                 visit.customer.text);
    std::vector<Card> cards;
    while (rows.executeStep()) {
        Card card{rows.getColumn(0).getString(), rows.getColumn(1).getString(), rows.getColumn(2).getString(),
                  rows.getColumn(3).getString(), rows.getColumn(4).getInt64(),  std::nullopt,
                  rows.getColumn(6).getString()};
        if (!rows.getColumn(5).isNull()) card.owed_minor = rows.getColumn(5).getInt64();
        cards.push_back(std::move(card));
    }
    return cards;
}

std::vector<Card> chosen_cards(const Visit& visit) {
    std::vector<Card> cards = cards_of(visit);
    const auto words = text_slot(visit.slots, "card");
    if (!words.has_value()) {
        std::vector<Card> debit = of_kind(cards, "debit");
        return debit.empty() ? cards : debit;
    }
    const std::string wanted = comparable(*words);
    const bool has_digits = wanted.find_first_of("0123456789") != std::string::npos;
    if (has_digits) {
        std::erase_if(cards, [&](const Card& card) { return wanted.find(card.last4) == std::string::npos; });
        return cards;
    }
    if (contains_any(wanted, {"credit", "kredit"})) return of_kind(std::move(cards), "credit");
    if (contains_any(wanted, {"debit", "giro", "bank card", "bankkarte"}))
        return of_kind(std::move(cards), "debit");
    return {};
}

std::optional<Card> first_by_status(const std::vector<Card>& cards,
                                    const std::vector<std::string>& preferred) {
    for (const std::string& status : preferred) {
        const auto found =
            std::find_if(cards.begin(), cards.end(), [&](const Card& card) { return card.status == status; });
        if (found != cards.end()) return *found;
    }
    return std::nullopt;
}

Outcome look_up_cards(const Visit& visit) {
    const std::vector<Card> cards = cards_of(visit);
    FactList facts(card_source, visit.now);
    facts.add("card.count", static_cast<std::int64_t>(cards.size()));
    for (std::size_t index = 0; index < std::min(cards.size(), list_limit); ++index) {
        facts.add("card", index + 1, "kind", card_kind_words(cards[index].kind, visit.locale));
        facts.add("card", index + 1, "last4", cards[index].last4);
        facts.add("card", index + 1, "status", card_status_words(cards[index].status, visit.locale));
    }
    return facts.take();
}

Outcome look_up_card(const Visit& visit) {
    const auto card = first_by_status(chosen_cards(visit), {"active", "frozen", "ordered", "blocked"});
    if (!card.has_value()) return nothing_found("card");
    FactList facts(card_source, visit.now);
    facts.add("card.kind", card_kind_words(card->kind, visit.locale));
    facts.add("card.last4", card->last4);
    facts.add("card.status", card_status_words(card->status, visit.locale));
    facts.add("card.limit", euros(card->limit_minor));
    if (card->kind == "credit") facts.add("card.owed", euros(card->owed_minor.value_or(0)));
    return facts.take();
}

}  // namespace parlance::dialogue::demo_bank
