#include "dialogue/open_prompt.h"

#include <algorithm>

namespace parlance::dialogue {

const SlotSpec* asked_slot(const DialogueState& state, const Flow* flow) {
    if (flow == nullptr || state.phase != Phase::asking) return nullptr;
    const auto found = flow->slots.find(state.asked);
    return found == flow->slots.end() ? nullptr : &found->second;
}

const Flow* open_flow(const DialogueState& state, const Flows& flows) {
    const auto* frame = active_frame(state);
    return frame == nullptr ? nullptr : flows.find_running(frame->flow, frame->version);
}

bool takes_yes_no(const SlotSpec* slot) {
    return slot != nullptr && (slot->type == SlotType::boolean ||
                               std::any_of(slot->entities.begin(), slot->entities.end(),
                                           [](const EntityKind& kind) { return kind.text == "yes_no"; }));
}

bool asks_yes_no(Phase phase) {
    return phase == Phase::confirming || phase == Phase::offering_return || phase == Phase::offering_switch ||
           phase == Phase::clarifying;
}

nlu::Context expected_context(const DialogueState& state, const Flows& flows) {
    nlu::Context context;
    const auto* flow = open_flow(state, flows);
    const auto* asked = asked_slot(state, flow);
    if (asked != nullptr) context.expected_entities = asked->entities;
    if (asks_yes_no(state.phase) || takes_yes_no(asked)) context.expected_intents = {{"affirm"}, {"deny"}};
    context.expected_intents.insert(context.expected_intents.end(), state.offered.begin(),
                                    state.offered.end());
    return context;
}

}  // namespace parlance::dialogue
