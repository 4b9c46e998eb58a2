#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "dialogue/flow.h"
#include "dialogue/host.h"
#include "intents/name.h"

namespace parlance::dialogue {

// How a frame came to be: begun by the customer, begun in the middle of another, or called by a flow.
enum class FrameKind { regular, interrupt, call };

// What the conversation waits for.
enum class Phase {
    idle,             // no flow is open
    asking,           // for the slot named in `asked`
    confirming,       // a yes or no in front of an action
    clarifying,       // which of `offered` was meant
    offering_return,  // "shall we go on with ...?"
    offering_switch,  // "leave this for ...?"
    host,             // the host's answer to `pending`; the turn is not over
    handed_off,       // a person has the conversation
};

// One flow activation with its own slots and facts.
struct FlowFrame {
    FlowName flow;
    FlowVersion version;
    StepName step;
    FrameKind kind = FrameKind::regular;
    Slots slots;
    std::vector<nlg::Fact> facts;   // what look-ups and actions of this frame brought
    std::vector<SlotName> refused;  // optional slots that the customer will not fill
    std::uint32_t number = 0;       // counts activations in this conversation: part of idempotency keys
    bool suspended = false;         // left for a while: the customer is asked before it goes on
    bool operator==(const FlowFrame&) const = default;
};

// The host request that the machine waits for.
struct PendingHostCall {
    std::vector<FactName> look_up;  // one of these two is set
    ActionName action;
    std::string idempotency_key;  // of the action
    bool operator==(const PendingHostCall&) const = default;
};

// A task put off until the open one is done, with what the customer said for it.
struct QueuedTask {
    FlowName flow;
    Slots slots;
    bool operator==(const QueuedTask&) const = default;
};

// The whole state of a conversation: the fold of its tracker's events.
struct DialogueState {
    std::vector<FlowFrame> frames;  // the last one is active
    Phase phase = Phase::idle;
    SlotName asked;                     // phase asking
    std::vector<IntentName> offered;    // phases clarifying, offering_switch: what the buttons stand for
    PendingHostCall pending;            // phase host
    std::vector<QueuedTask> queued;     // begun one after the other when nothing is open
    std::uint32_t failed_attempts = 0;  // at the open prompt
    std::uint32_t clarifications = 0;   // in a row
    std::uint32_t frames_started = 0;
    std::uint32_t turns = 0;
    bool operator==(const DialogueState&) const = default;
};

// The active frame, or nullptr when no flow is open.
const FlowFrame* active_frame(const DialogueState& state);

// True when the machine waits for the customer (or for nobody), not for the host.
bool is_at_rest(const DialogueState& state);

std::string_view to_text(FrameKind kind);
std::string_view to_text(Phase phase);

}  // namespace parlance::dialogue
