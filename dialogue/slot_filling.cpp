#include "dialogue/slot_filling.h"

#include <algorithm>
#include <cmath>

#include "nlu/entity_roles.h"

namespace parlance::dialogue {

namespace {

std::optional<double> as_number(const SlotValue& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
    if (const auto* real = std::get_if<double>(&value)) return *real;
    return std::nullopt;
}

bool wants(const SlotSpec& slot, std::string_view kind) {
    return std::any_of(slot.entities.begin(), slot.entities.end(),
                       [&](const EntityKind& k) { return k.text == kind; });
}

// A bare number where money is wanted: "50" is 50.00 in the pack's currency.
std::optional<SlotValue> money_of(const nlu::Entity& entity, const CurrencyCode& currency) {
    const auto number = as_number(entity.value);
    constexpr double largest = 1e12;
    if (entity.kind.text != "number" || !number || std::abs(*number) > largest) return std::nullopt;
    return SlotValue{Money{std::llround(*number * std::pow(10.0, decimals_of(currency))), currency}};
}

bool fits_type(const SlotSpec& slot, const SlotValue& value) {
    switch (slot.type) {
        case SlotType::any:
        case SlotType::text: return true;
        case SlotType::integer: {
            const auto number = as_number(value);
            return number && std::floor(*number) == *number;
        }
        case SlotType::number: return as_number(value).has_value();
        case SlotType::money: return std::holds_alternative<Money>(value);
        case SlotType::date:
            return std::holds_alternative<CalendarDate>(value) || std::holds_alternative<DateRange>(value);
        case SlotType::boolean: return std::holds_alternative<bool>(value);
    }
    return false;
}

}  // namespace

EntityPool::EntityPool(const nlu::Understanding& understanding, CurrencyCode currency)
    : entities_(understanding.entities),
      used_(entities_.size(), false),
      currency_(std::move(currency)),
      text_bytes_(understanding.utterance.text.size()) {}

std::optional<EntityPool::Found> EntityPool::find(const SlotSpec& slot, Match match) const {
    for (const auto& kind : slot.entities) {
        for (std::size_t i = 0; i < entities_.size(); ++i) {
            if (!used_[i] && nlu::serves(entities_[i].kind, kind) && fits_type(slot, entities_[i].value))
                return Found{i, entities_[i].value};
        }
    }
    if (match == Match::exact || !wants(slot, "money")) return std::nullopt;
    for (std::size_t i = 0; i < entities_.size(); ++i) {
        const auto money = used_[i] ? std::nullopt : money_of(entities_[i], currency_);
        if (money) return Found{i, *money};
    }
    return std::nullopt;
}

std::optional<SlotValue> EntityPool::take_for(const SlotSpec& slot, Match match) {
    auto found = find(slot, match);
    if (!found) return std::nullopt;
    used_[found->index] = true;
    used_bytes_ += entities_[found->index].span.length();
    return std::move(found->value);
}

bool EntityPool::is_bare_value() const {
    std::size_t covered = 0;
    for (const auto& entity : entities_) {
        if (!std::holds_alternative<std::string>(entity.value)) covered += entity.span.length();
    }
    return covered > 0 && covered + 1 >= text_bytes_;  // one sign or full stop may be left over
}

nlu::TextSpan EntityPool::span_for(const SlotSpec& slot) const {
    const auto found = find(slot, Match::converted);
    return found ? entities_[found->index].span : nlu::TextSpan{};
}

Slots fill_from(EntityPool& pool, const Flow& flow, const Slots& filled) {
    Slots slots;
    // Slots with the fewest kinds choose first: a slot that takes only money must not lose it to one that
    // takes anything.
    std::vector<const SlotSpec*> order;
    for (const auto& [name, slot] : flow.slots) order.push_back(&slot);
    std::stable_sort(order.begin(), order.end(), [](const SlotSpec* a, const SlotSpec* b) {
        return a->entities.size() < b->entities.size();
    });
    for (const auto* slot : order) {
        if (filled.contains(slot->name)) continue;
        if (auto value = pool.take_for(*slot)) slots.emplace(slot->name, std::move(*value));
    }
    return slots;
}

}  // namespace parlance::dialogue
