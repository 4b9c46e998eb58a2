#pragma once

#include <map>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "dialogue/command.h"
#include "dialogue/flow.h"
#include "dialogue/state.h"
#include "dialogue/tracker_event.h"
#include "intents/calendar_date.h"

namespace parlance::dialogue {

// A button under a question: its title is the response `label` when the pack has it, else `text`.
struct Choice {
    ResponseName label;
    std::string text;
    std::string payload;
    bool operator==(const Choice&) const = default;
};

// What the machine wants done; data, not calls.

// titles: slots of the response that stand for another response's words ({flow_title}).
struct Say {
    ResponseName response;
    std::map<SlotName, ResponseName> titles;
    bool operator==(const Say&) const = default;
};
// A question, and what the customer may click.
struct Ask {
    ResponseName response;
    std::vector<Choice> choices;
    std::map<SlotName, ResponseName> titles;
    bool operator==(const Ask&) const = default;
};
struct SayAgain {
    bool operator==(const SayAgain&) const = default;
};
struct LookUp {
    std::vector<FactName> facts;
    bool operator==(const LookUp&) const = default;
};
struct Act {
    ActionName action;
    std::string idempotency_key;
    bool operator==(const Act&) const = default;
};
struct Recommend {
    bool operator==(const Recommend&) const = default;
};
struct NotifyAdvisor {
    std::string queue;
    std::string reason;
    bool operator==(const NotifyAdvisor&) const = default;
};

using Action = std::variant<Say, Ask, SayAgain, LookUp, Act, Recommend, NotifyAdvisor>;

// An action with the slots and facts of its flow as they stood at that moment: what it is worded from.
struct PlannedAction {
    Action action;
    Slots slots;
    std::vector<nlg::Fact> facts;
};

struct Transition {
    DialogueState next;
    std::vector<PlannedAction> actions;
    std::vector<TrackerEvent> events;  // fold(state, events) == next
};

// What the machine reads besides state and commands.
struct MachineInput {
    const Flows& flows;
    const ConversationId& conversation;  // part of the idempotency keys
    CalendarDate today;                  // what `today` means in guards
};

// Applies commands one after the other, then runs the active flow until it rests or waits for the host.
// Pure: same input, same output; executes nothing.
// Fails with unknown_flow when a frame or a command names a flow that `flows` lacks, and with flow_loop when
// a flow takes more than 100 steps without resting.
Result<Transition> advance(const MachineInput& input, DialogueState state, std::span<const Command> commands);

// After so many failed answers to one question, or clarifications in a row, a person takes over.
inline constexpr std::uint32_t attempts_before_hand_off = 3;

}  // namespace parlance::dialogue
