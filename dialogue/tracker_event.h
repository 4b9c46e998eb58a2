#pragma once

#include <string>
#include <variant>
#include <vector>

#include "dialogue/command.h"
#include "dialogue/state.h"
#include "nlg/reply_plan.h"
#include "nlu/understanding.h"

namespace parlance::dialogue {

// What happened in a conversation. State is the fold of these (tracker.cpp, `apply`); nothing else changes
// it.

// A message came in; what it was understood as is kept beside it, so replay needs no model.
struct UserSpoke {
    std::string client_message_id;
    std::string text;
    Locale locale;
    TimePoint at;
    std::vector<nlu::IntentScore> intents;  // best five
    nlu::Sentiment sentiment;
    std::vector<TopicName> topics;
    std::vector<std::string> commands;  // `describe`d
    bool operator==(const UserSpoke&) const = default;
};
struct FrameStarted {
    FlowName flow;
    FlowVersion version;
    FrameKind kind;
    StepName step;
    bool operator==(const FrameStarted&) const = default;
};
enum class FrameOutcome { completed, cancelled, failed, handed_off, dropped };
struct FrameEnded {
    FlowName flow;
    FrameOutcome outcome;
    bool operator==(const FrameEnded&) const = default;
};
struct StepEntered {
    StepName step;
    bool operator==(const StepEntered&) const = default;
};
struct SlotFilled {
    SlotName slot;
    SlotValue value;
    bool corrected = false;
    bool operator==(const SlotFilled&) const = default;
};
struct SlotCleared {
    SlotName slot;
    bool operator==(const SlotCleared&) const = default;
};
struct SlotRefused {
    SlotName slot;
    bool operator==(const SlotRefused&) const = default;
};
struct PhaseEntered {
    Phase phase;
    SlotName asked;
    std::vector<IntentName> offered;
    PendingHostCall pending;
    bool operator==(const PhaseEntered&) const = default;
};
// The host answered; its facts join the active frame.
struct FactsLearned {
    std::vector<nlg::Fact> facts;
    bool operator==(const FactsLearned&) const = default;
};
struct AttemptFailed {
    bool operator==(const AttemptFailed&) const = default;
};
struct AttemptsReset {
    bool operator==(const AttemptsReset&) const = default;
};
struct ClarificationAsked {
    bool operator==(const ClarificationAsked&) const = default;
};
struct FlowQueued {
    FlowName flow;
    std::vector<SlotFilled> slots;
    bool operator==(const FlowQueued&) const = default;
};
struct FlowUnqueued {
    FlowName flow;
    bool operator==(const FlowUnqueued&) const = default;
};
// The active frame was left for something else; it goes on only when the customer says so.
struct FrameSuspended {
    bool operator==(const FrameSuspended&) const = default;
};
struct FrameResumed {
    bool operator==(const FrameResumed&) const = default;
};
// What an open frame takes along into the next session.
struct CarriedOver {
    std::vector<SlotName> slots;
    bool operator==(const CarriedOver&) const = default;
};
// The customer came back after the session's end: frames are suspended and keep the slots that their flows
// carry over; everything else that was open is gone.
struct SessionExpired {
    std::vector<CarriedOver> frames;  // one for each open frame, the bottom one first
    TimePoint at;
    bool operator==(const SessionExpired&) const = default;
};
// A reply went out: the end of a turn.
struct BotSpoke {
    std::string client_message_id;  // of the message it answers
    std::vector<ResponseName> said;
    nlg::Reply reply;
    std::vector<nlg::Fact> facts;  // that the reply may state
    TimePoint at;
    bool operator==(const BotSpoke&) const = default;
};

using TrackerEvent =
    std::variant<UserSpoke, FrameStarted, FrameEnded, StepEntered, SlotFilled, SlotCleared, SlotRefused,
                 PhaseEntered, FactsLearned, AttemptFailed, AttemptsReset, ClarificationAsked, FlowQueued,
                 FlowUnqueued, FrameSuspended, FrameResumed, SessionExpired, BotSpoke>;

// One event as a line of JSON, and back. Reading fails with storage_failed, naming the text's defect.
std::string to_json(const TrackerEvent& event);
Result<TrackerEvent> tracker_event_from_json(std::string_view text);

}  // namespace parlance::dialogue
