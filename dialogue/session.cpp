#include "dialogue/session.h"

namespace parlance::dialogue {

namespace {

std::optional<TimePoint> last_activity(const Tracker& tracker) {
    for (auto event = tracker.events.rbegin(); event != tracker.events.rend(); ++event) {
        if (const auto* bot = std::get_if<BotSpoke>(&*event)) return bot->at;
        if (const auto* customer = std::get_if<UserSpoke>(&*event)) return customer->at;
    }
    return std::nullopt;
}

const Flow* flow_of(const FlowFrame& frame, const Flows& flows) {
    return flows.find_running(frame.flow, frame.version);
}

bool ends_with_session(const FlowFrame& frame, const Flow* flow) {
    return flow == nullptr || frame.kind == FrameKind::call || is_behind_action(*flow, frame.step);
}

}  // namespace

bool is_session_over(const Tracker& tracker, TimePoint now, std::chrono::minutes expires_after) {
    if (expires_after.count() == 0 || tracker.state.phase == Phase::handed_off) return false;
    const auto last = last_activity(tracker);
    return last && now - *last > expires_after;
}

std::vector<TrackerEvent> expire_session(const DialogueState& state, const Flows& flows, TimePoint at) {
    std::vector<TrackerEvent> events;
    auto frames = state.frames;
    while (!frames.empty() && ends_with_session(frames.back(), flow_of(frames.back(), flows))) {
        events.push_back(FrameEnded{frames.back().flow, FrameOutcome::dropped});
        frames.pop_back();
    }
    SessionExpired expired{{}, at};
    for (const auto& frame : frames) {
        const auto* flow = flow_of(frame, flows);
        expired.frames.push_back({flow == nullptr ? std::vector<SlotName>{} : flow->carry_over});
    }
    events.push_back(std::move(expired));
    return events;
}

}  // namespace parlance::dialogue
