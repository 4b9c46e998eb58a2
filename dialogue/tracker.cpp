#include "dialogue/tracker.h"

#include <algorithm>

namespace parlance::dialogue {

namespace {

// Applies one event to a state in place. Events that concern the active frame are no-ops without one,
// so that folding is total.
struct Applier {
    DialogueState& state;

    FlowFrame* frame() const { return state.frames.empty() ? nullptr : &state.frames.back(); }

    void operator()(const UserSpoke&) const { ++state.turns; }

    void operator()(const FrameStarted& event) const {
        FlowFrame started;
        started.flow = event.flow;
        started.version = event.version;
        started.step = event.step;
        started.kind = event.kind;
        started.number = ++state.frames_started;
        state.frames.push_back(std::move(started));
    }

    void operator()(const FrameEnded&) const {
        if (!state.frames.empty()) state.frames.pop_back();
    }

    void operator()(const StepEntered& event) const {
        if (auto* active = frame()) active->step = event.step;
    }

    void operator()(const SlotFilled& event) const {
        auto* active = frame();
        if (active == nullptr) return;
        active->slots.insert_or_assign(event.slot, event.value);
        std::erase(active->refused, event.slot);
    }

    void operator()(const SlotCleared& event) const {
        if (auto* active = frame()) active->slots.erase(event.slot);
    }

    void operator()(const SlotRefused& event) const {
        if (auto* active = frame()) active->refused.push_back(event.slot);
    }

    void operator()(const PhaseEntered& event) const {
        state.phase = event.phase;
        state.asked = event.asked;
        state.offered = event.offered;
        state.pending = event.pending;
    }

    void operator()(const FactsLearned& event) const {
        auto* active = frame();
        if (active == nullptr) return;
        // A new answer to the same question replaces the old one whole: a shorter list leaves no stale
        // members.
        std::erase_if(active->facts, [&](const nlg::Fact& known) {
            return std::any_of(event.facts.begin(), event.facts.end(), [&](const nlg::Fact& fact) {
                return family(fact.name) == family(known.name);
            });
        });
        active->facts.insert(active->facts.end(), event.facts.begin(), event.facts.end());
    }

    void operator()(const AttemptFailed&) const { ++state.failed_attempts; }
    void operator()(const AttemptsReset&) const {
        state.failed_attempts = 0;
        state.clarifications = 0;
    }
    void operator()(const ClarificationAsked&) const { ++state.clarifications; }
    void operator()(const FlowQueued& event) const {
        QueuedTask task{event.flow, {}};
        for (const auto& filled : event.slots) task.slots.insert_or_assign(filled.slot, filled.value);
        state.queued.push_back(std::move(task));
    }
    void operator()(const FlowUnqueued& event) const {
        const auto found = std::find_if(state.queued.begin(), state.queued.end(),
                                        [&](const QueuedTask& task) { return task.flow == event.flow; });
        if (found != state.queued.end()) state.queued.erase(found);
    }
    void operator()(const FrameSuspended&) const {
        if (auto* active = frame()) active->suspended = true;
    }
    void operator()(const FrameResumed&) const {
        if (auto* active = frame()) active->suspended = false;
    }
    void operator()(const SessionExpired& event) const {
        for (std::size_t i = 0; i < state.frames.size(); ++i)
            carry_over(state.frames[i], i < event.frames.size() ? event.frames[i] : CarriedOver{});
        state.queued.clear();
        (*this)(PhaseEntered{});
        (*this)(AttemptsReset{});
    }
    void operator()(const BotSpoke&) const {}

    static void carry_over(FlowFrame& frame, const CarriedOver& carried) {
        std::erase_if(frame.slots, [&](const auto& slot) {
            return std::find(carried.slots.begin(), carried.slots.end(), slot.first) == carried.slots.end();
        });
        frame.facts.clear();
        frame.refused.clear();
        frame.suspended = true;
    }

    // What belongs to one answer: the name up to its first dot ("transaction").
    static std::string_view family(const FactName& name) {
        return std::string_view(name.text).substr(0, name.text.find('.'));
    }
};

}  // namespace

DialogueState apply(DialogueState state, const TrackerEvent& event) {
    std::visit(Applier{state}, event);
    return state;
}

DialogueState fold(std::span<const TrackerEvent> events) {
    DialogueState state;
    for (const auto& event : events) std::visit(Applier{state}, event);
    return state;
}

const BotSpoke* reply_to(const Tracker& tracker, std::string_view client_message_id) {
    for (auto event = tracker.events.rbegin(); event != tracker.events.rend(); ++event) {
        const auto* spoke = std::get_if<BotSpoke>(&*event);
        if (spoke != nullptr && spoke->client_message_id == client_message_id) return spoke;
    }
    return nullptr;
}

const BotSpoke* last_reply(const Tracker& tracker) {
    for (auto event = tracker.events.rbegin(); event != tracker.events.rend(); ++event) {
        if (const auto* spoke = std::get_if<BotSpoke>(&*event)) return spoke;
    }
    return nullptr;
}

}  // namespace parlance::dialogue
