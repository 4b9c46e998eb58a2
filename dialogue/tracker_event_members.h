#pragma once

#include <concepts>
#include <string_view>
#include <type_traits>

#include "dialogue/tracker_event.h"

// How events are stored, without saying in what: each type's members by name, listed once. A writer and a
// reader walk the same list, so what is written can be read. Private to tracker_event_json.cpp.
namespace parlance::dialogue::event_members {

template <typename T, typename Wanted>
concept Like = std::same_as<std::remove_const_t<T>, Wanted>;

void list_members(auto& a, Like<nlu::IntentScore> auto& v) {
    a("intent", v.intent), a("confidence", v.confidence);
}
void list_members(auto& a, Like<nlu::Sentiment> auto& v) {
    a("label", v.label), a("polarity", v.polarity), a("confidence", v.confidence), a("emotion", v.emotion);
}
void list_members(auto& a, Like<nlg::Fact> auto& v) {
    a("name", v.name), a("value", v.value), a("source", v.source), a("as_of_ms", v.as_of);
}
void list_members(auto& a, Like<nlg::SuggestedAction> auto& v) {
    a("title", v.title), a("payload", v.payload);
}
void list_members(auto& a, Like<nlg::Citation> auto& v) {
    a("id", v.id), a("title", v.title), a("url", v.url), a("snippet", v.snippet);
}
void list_members(auto& a, Like<personalization::Reason> auto& v) {
    a("text", v.text), a("weight", v.weight);
}
void list_members(auto& a, Like<personalization::Recommendation> auto& v) {
    a("offer", v.offer), a("kind", v.kind), a("title", v.title), a("summary", v.summary);
    a("acceptance", v.acceptance), a("timing", v.timing), a("reasons", v.reasons);
    a("disclaimers", v.disclaimers), a("start", v.start);
}
void list_members(auto& a, Like<nlg::Reply> auto& v) {
    a("text", v.text), a("actions", v.actions), a("recommendations", v.recommendations),
        a("citations", v.citations);
}
void list_members(auto& a, Like<PendingHostCall> auto& v) {
    a("look_up", v.look_up), a("action", v.action), a("idempotency_key", v.idempotency_key);
}
void list_members(auto& a, Like<UserSpoke> auto& v) {
    a("id", v.client_message_id), a("text", v.text), a("locale", v.locale.tag), a("at_ms", v.at);
    a("intents", v.intents), a("sentiment", v.sentiment), a("topics", v.topics), a("commands", v.commands);
}
void list_members(auto& a, Like<FrameStarted> auto& v) {
    a("flow", v.flow), a("version", v.version.number), a("kind", v.kind), a("step", v.step);
}
void list_members(auto& a, Like<FrameEnded> auto& v) {
    a("flow", v.flow), a("outcome", v.outcome);
}
void list_members(auto& a, Like<StepEntered> auto& v) {
    a("step", v.step);
}
void list_members(auto& a, Like<SlotFilled> auto& v) {
    a("slot", v.slot), a("value", v.value), a("corrected", v.corrected);
}
void list_members(auto& a, Like<SlotCleared> auto& v) {
    a("slot", v.slot);
}
void list_members(auto& a, Like<SlotRefused> auto& v) {
    a("slot", v.slot);
}
void list_members(auto& a, Like<PhaseEntered> auto& v) {
    a("phase", v.phase), a("asked", v.asked), a("offered", v.offered), a("pending", v.pending);
}
void list_members(auto& a, Like<FactsLearned> auto& v) {
    a("facts", v.facts);
}
void list_members(auto&, Like<AttemptFailed> auto&) {}
void list_members(auto&, Like<AttemptsReset> auto&) {}
void list_members(auto&, Like<ClarificationAsked> auto&) {}
void list_members(auto& a, Like<FlowQueued> auto& v) {
    a("flow", v.flow), a("slots", v.slots);
}
void list_members(auto& a, Like<FlowUnqueued> auto& v) {
    a("flow", v.flow);
}
void list_members(auto&, Like<FrameSuspended> auto&) {}
void list_members(auto&, Like<FrameResumed> auto&) {}
void list_members(auto& a, Like<CarriedOver> auto& v) {
    a("slots", v.slots);
}
void list_members(auto& a, Like<SessionExpired> auto& v) {
    a("frames", v.frames), a("at_ms", v.at);
}
void list_members(auto& a, Like<BotSpoke> auto& v) {
    a("id", v.client_message_id), a("said", v.said), a("reply", v.reply), a("facts", v.facts),
        a("at_ms", v.at);
}

// What an event is called in storage.
template <typename Event>
constexpr std::string_view type_of = "";
template <>
inline constexpr std::string_view type_of<UserSpoke> = "user_spoke";
template <>
inline constexpr std::string_view type_of<FrameStarted> = "frame_started";
template <>
inline constexpr std::string_view type_of<FrameEnded> = "frame_ended";
template <>
inline constexpr std::string_view type_of<StepEntered> = "step_entered";
template <>
inline constexpr std::string_view type_of<SlotFilled> = "slot_filled";
template <>
inline constexpr std::string_view type_of<SlotCleared> = "slot_cleared";
template <>
inline constexpr std::string_view type_of<SlotRefused> = "slot_refused";
template <>
inline constexpr std::string_view type_of<PhaseEntered> = "phase_entered";
template <>
inline constexpr std::string_view type_of<FactsLearned> = "facts_learned";
template <>
inline constexpr std::string_view type_of<AttemptFailed> = "attempt_failed";
template <>
inline constexpr std::string_view type_of<AttemptsReset> = "attempts_reset";
template <>
inline constexpr std::string_view type_of<ClarificationAsked> = "clarification_asked";
template <>
inline constexpr std::string_view type_of<FlowQueued> = "flow_queued";
template <>
inline constexpr std::string_view type_of<FlowUnqueued> = "flow_unqueued";
template <>
inline constexpr std::string_view type_of<FrameSuspended> = "frame_suspended";
template <>
inline constexpr std::string_view type_of<FrameResumed> = "frame_resumed";
template <>
inline constexpr std::string_view type_of<SessionExpired> = "session_expired";
template <>
inline constexpr std::string_view type_of<BotSpoke> = "bot_spoke";

// Enumerations are stored by their spelling.

inline std::string_view spelling(FrameOutcome outcome) {
    switch (outcome) {
        case FrameOutcome::completed: return "completed";
        case FrameOutcome::cancelled: return "cancelled";
        case FrameOutcome::failed: return "failed";
        case FrameOutcome::handed_off: return "handed_off";
        case FrameOutcome::dropped: return "dropped";
    }
    return "unknown";
}
std::string_view spelling(auto value) {
    return to_text(value);
}

// Closes the list of enumerators that a reader searches.
template <typename Enum>
constexpr Enum last_of{};
template <>
inline constexpr FrameOutcome last_of<FrameOutcome> = FrameOutcome::dropped;
template <>
inline constexpr FrameKind last_of<FrameKind> = FrameKind::call;
template <>
inline constexpr Phase last_of<Phase> = Phase::handed_off;
template <>
inline constexpr nlu::SentimentLabel last_of<nlu::SentimentLabel> = nlu::SentimentLabel::positive;
template <>
inline constexpr nlu::Emotion last_of<nlu::Emotion> = nlu::Emotion::joy;
template <>
inline constexpr personalization::RecommendationKind last_of<personalization::RecommendationKind> =
    personalization::RecommendationKind::advice;
template <>
inline constexpr personalization::Timing last_of<personalization::Timing> = personalization::Timing::later;

}  // namespace parlance::dialogue::event_members
