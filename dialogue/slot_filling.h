#pragma once

#include <vector>

#include "dialogue/flow.h"
#include "dialogue/host.h"
#include "nlu/understanding.h"

namespace parlance::dialogue {

// Entities of one message on their way into slots: each can be used once, and a used one takes the
// entities under its span with it. So one span of text fills at most one slot.
class EntityPool {
public:
    EntityPool(const nlu::Understanding& understanding, CurrencyCode currency);

    // exact: only what was said as one of the slot's kinds; converted: bare numbers also serve as money.
    enum class Match { exact, converted };

    // Takes the first unused entity that fits the slot: its kinds in their order, its type. Nothing when
    // none fits.
    std::optional<SlotValue> take_for(const SlotSpec& slot, Match match = Match::converted);

    // True when nothing but numbers, amounts and dates was said: such a message has a value and no intent.
    bool is_bare_value() const;
    // The span of the entity that `take_for` would take; empty when there is none.
    nlu::TextSpan span_for(const SlotSpec& slot) const;
    // How much of the message, in bytes, used entities cover.
    std::size_t used_bytes() const { return used_bytes_; }

private:
    struct Found {
        std::size_t index;
        SlotValue value;
    };
    std::optional<Found> find(const SlotSpec& slot, Match match) const;

    std::vector<nlu::Entity> entities_;
    std::vector<bool> used_;
    CurrencyCode currency_;
    std::size_t text_bytes_ = 0;
    std::size_t used_bytes_ = 0;
};

// The slots of a flow that a message fills besides the asked one, in the flow's order of asking; slots in
// `filled` are left alone.
Slots fill_from(EntityPool& pool, const Flow& flow, const Slots& filled);

}  // namespace parlance::dialogue
