#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "dialogue/host.h"
#include "intents/name.h"
#include "intents/slot_value.h"
#include "nlg/reply_plan.h"

namespace parlance::dialogue {

// What the policy makes of a message. Commands are requests: the machine checks and applies them.

// Begin a flow; `slots` are values that the same message brought.
struct StartFlow {
    FlowName flow;
    Slots slots;
    bool operator==(const StartFlow&) const = default;
};
// Fill a slot of the active flow.
struct SetSlot {
    SlotName slot;
    SlotValue value;
    bool operator==(const SetSlot&) const = default;
};
// Replace a filled slot's value, now or later in the flow.
struct CorrectSlot {
    SlotName slot;
    SlotValue value;
    bool operator==(const CorrectSlot&) const = default;
};
// The customer says something was wrong but not what.
struct AskCorrection {
    bool operator==(const AskCorrection&) const = default;
};
// Answer the open yes/no question (confirmation, return, switch).
struct AnswerYesNo {
    bool yes = false;
    bool operator==(const AnswerYesNo&) const = default;
};
// The customer will not fill the asked slot.
struct RefuseSlot {
    bool operator==(const RefuseSlot&) const = default;
};
// Why is the asked slot needed?
struct ExplainSlot {
    bool operator==(const ExplainSlot&) const = default;
};
struct CancelFlow {
    bool operator==(const CancelFlow&) const = default;
};
// Two or three close candidates: ask which.
struct Clarify {
    std::vector<IntentName> options;
    bool operator==(const Clarify&) const = default;
};
// The session had expired and the message begins nothing: greet, and the machine offers what was open.
struct WelcomeBack {
    bool operator==(const WelcomeBack&) const = default;
};
struct Repeat {
    bool operator==(const Repeat&) const = default;
};
// "One moment": wait without counting it as a failed answer.
struct Pause {
    bool operator==(const Pause&) const = default;
};
struct HandOff {
    std::string reason;
    bool operator==(const HandOff&) const = default;
};
// Answer something that needs no form; the open form goes on afterwards.
struct AnswerQuestion {
    FlowName answer;
    Slots slots;
    bool operator==(const AnswerQuestion&) const = default;
};
// Quote the knowledge: a passage that answers, as the facts knowledge.text, .title and .source.
struct QuoteKnowledge {
    std::vector<nlg::Fact> facts;
    bool operator==(const QuoteKnowledge&) const = default;
};
struct CannotHandle {
    bool operator==(const CannotHandle&) const = default;
};
// The host's answer to DialogueState::pending: facts, a refusal's reason, that the thing asked for does not
// exist, or no answer at all.
struct HostReplied {
    enum class Outcome { done, refused, not_found, unavailable };
    Outcome outcome = Outcome::done;
    std::vector<nlg::Fact> facts;
    std::string reason;
    bool operator==(const HostReplied&) const = default;
};

using Command = std::variant<StartFlow, SetSlot, CorrectSlot, AskCorrection, AnswerYesNo, RefuseSlot,
                             ExplainSlot, CancelFlow, Clarify, WelcomeBack, Repeat, Pause, HandOff,
                             AnswerQuestion, QuoteKnowledge, CannotHandle, HostReplied>;

// "start_flow transfer_money": for traces, scripts and --debug; never a slot's value.
std::string describe(const Command& command);

}  // namespace parlance::dialogue
