#include "dialogue/machine_run.h"

#include <algorithm>

namespace parlance::dialogue {

namespace {

// A value as the slot's type wants it: bare numbers become whole numbers. Nothing when it does not fit.
std::optional<SlotValue> coerce(const SlotSpec& slot, const SlotValue& value) {
    switch (slot.type) {
        case SlotType::any: return value;
        case SlotType::text: return SlotValue{to_text(value)};
        case SlotType::boolean:
            return std::holds_alternative<bool>(value) ? std::optional(value) : std::nullopt;
        case SlotType::money:
            return std::holds_alternative<Money>(value) ? std::optional(value) : std::nullopt;
        case SlotType::date:
            if (std::holds_alternative<CalendarDate>(value) || std::holds_alternative<DateRange>(value))
                return value;
            return std::nullopt;
        case SlotType::number:
            if (const auto* whole = std::get_if<std::int64_t>(&value))
                return SlotValue{static_cast<double>(*whole)};
            return std::holds_alternative<double>(value) ? std::optional(value) : std::nullopt;
        case SlotType::integer:
            if (const auto* real = std::get_if<double>(&value)) {
                const auto whole = static_cast<std::int64_t>(*real);
                return static_cast<double>(whole) == *real ? std::optional<SlotValue>(whole) : std::nullopt;
            }
            return std::holds_alternative<std::int64_t>(value) ? std::optional(value) : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

MachineRun::MachineRun(const MachineInput& input, DialogueState state)
    : input_(input), state_(std::move(state)) {}

void MachineRun::emit(TrackerEvent event) {
    state_ = dialogue::apply(std::move(state_), event);
    events_.push_back(std::move(event));
}

void MachineRun::plan(Action action) {
    const auto* active = frame();
    actions_.push_back({std::move(action), active == nullptr ? Slots{} : active->slots,
                        active == nullptr ? std::vector<nlg::Fact>{} : active->facts});
}

void MachineRun::plan_with(Action action, std::vector<nlg::Fact> facts) {
    actions_.push_back({std::move(action), {}, std::move(facts)});
}

void MachineRun::say(const std::string& response) {
    plan(Say{{response}, {}});
}

void MachineRun::say_about(const std::string& response, const std::string& slot, const Flow& flow) {
    plan(Say{{response}, {{{slot}, flow_title(flow)}}});
}

void MachineRun::rest(PhaseEntered phase) {
    const bool same = state_.phase == phase.phase && state_.asked == phase.asked &&
                      state_.offered == phase.offered && state_.pending == phase.pending;
    if (!same) emit(std::move(phase));
}

void MachineRun::fail(Error error) {
    if (!error_) error_ = std::move(error);
}

const Flow* MachineRun::flow_of(const FlowFrame& frame) {
    const auto* flow = input_.flows.find_running(frame.flow, frame.version);
    if (flow == nullptr)
        fail({ErrorCode::unknown_flow,
              "the conversation is in flow \"" + frame.flow.text + "\", which the pack lacks"});
    return flow;
}

const Flow* MachineRun::active_flow() {
    return frame() == nullptr ? nullptr : flow_of(*frame());
}

const Step* MachineRun::active_step() {
    const auto* flow = active_flow();
    if (flow == nullptr) return nullptr;
    const auto found = flow->steps.find(frame()->step);
    if (found != flow->steps.end()) return &found->second;
    fail({ErrorCode::unknown_flow,
          "flow \"" + flow->name.text + "\" has no step \"" + frame()->step.text + "\""});
    return nullptr;
}

const SlotSpec* MachineRun::spec_of(const SlotName& slot) {
    const auto* flow = active_flow();
    if (flow == nullptr) return nullptr;
    const auto found = flow->slots.find(slot);
    return found == flow->slots.end() ? nullptr : &found->second;
}

bool MachineRun::holds(const Expression& guard, const Slots& slots) const {
    const auto* active = frame();
    const auto value_of = [&](const ScopedName& name) -> std::optional<SlotValue> {
        if (name.scope == "slots") {
            const auto found = slots.find({name.name});
            return found == slots.end() ? std::nullopt : std::optional(found->second);
        }
        // profile.age is the fact "profile.age" of a look-up "profile".
        const auto fact_name = name.scope == "profile" ? "profile." + name.name : name.name;
        if (active == nullptr) return std::nullopt;
        const auto found = std::find_if(active->facts.begin(), active->facts.end(),
                                        [&](const nlg::Fact& fact) { return fact.name.text == fact_name; });
        return found == active->facts.end() ? std::nullopt : std::optional(found->value);
    };
    return guard.holds(value_of, input_.today);
}

void MachineRun::start(const FlowName& name, FrameKind kind, const Slots& slots) {
    const auto* flow = input_.flows.find(name);
    if (flow == nullptr) return fail({ErrorCode::unknown_flow, "no flow \"" + name.text + "\""});
    rest({});
    emit(FrameStarted{flow->name, flow->version, kind, flow->start});
    emit(AttemptsReset{});
    for (const auto& [slot, value] : slots) fill(slot, value, false);
}

void MachineRun::restart() {
    const auto* flow = active_flow();
    if (flow == nullptr) return;
    rest({});
    if (!is_behind_action(*flow, frame()->step)) enter(flow->start);
}

void MachineRun::queue(const FlowName& flow, const Slots& slots) {
    FlowQueued queued{flow, {}};
    for (const auto& [slot, value] : slots) queued.slots.push_back({slot, value, false});
    emit(std::move(queued));
}

void MachineRun::end_frame(FrameOutcome outcome) {
    if (frame() == nullptr) return;
    const FlowFrame ended = *frame();
    const auto* flow = flow_of(ended);
    rest({});
    emit(FrameEnded{ended.flow, outcome});
    after_end(ended, flow != nullptr && flow->is_answer);
}

// What happens below a frame that has ended: a caller goes on, an interrupted flow comes back as its
// policy says, a queued task begins.
void MachineRun::after_end(const FlowFrame& ended, bool was_answer) {
    const auto* below = active_flow();
    if (below == nullptr) {
        if (state_.queued.empty()) return;
        const auto next = state_.queued.front();
        emit(FlowUnqueued{next.flow});
        return start(next.flow, FrameKind::regular, next.slots);
    }
    if (ended.kind == FrameKind::call) {
        const auto* step = active_step();
        const auto* call = step == nullptr ? nullptr : std::get_if<CallStep>(step);
        if (call != nullptr) enter(call->next);
        return;
    }
    // A short answer does not leave the form: its question is simply asked again.
    if (was_answer || frame()->suspended) return;
    switch (below->on_return) {
        case ReturnPolicy::resume: say_about("repair.resume", "flow_title", *below); return restart();
        case ReturnPolicy::ask: return emit(FrameSuspended{});
        case ReturnPolicy::drop: return end_frame(FrameOutcome::dropped);
    }
}

void MachineRun::hand_off(const std::string& queue, const std::string& reason, const ResponseName& words) {
    if (!words.empty()) say(words.text);
    plan(NotifyAdvisor{queue, reason});
    while (frame() != nullptr) emit(FrameEnded{frame()->flow, FrameOutcome::handed_off});
    while (!state_.queued.empty()) emit(FlowUnqueued{state_.queued.front().flow});
    emit(AttemptsReset{});
    rest({Phase::handed_off, {}, {}, {}});
    moves_on_ = false;
}

// Validates and fills; a value that does not fit leaves the old one and counts as a failed answer.
bool MachineRun::fill(const SlotName& slot, const SlotValue& value, bool corrects) {
    const auto* spec = spec_of(slot);
    if (spec == nullptr) return false;
    const auto fitting = coerce(*spec, value);
    auto candidate = frame()->slots;
    if (fitting) candidate.insert_or_assign(slot, *fitting);
    if (!fitting || (spec->valid_if && !holds(*spec->valid_if, candidate))) {
        if (state_.phase != Phase::asking && !corrects) {
            // Not asked for yet: leave it out, and say why when there are words for it.
            if (spec->invalid) say(spec->invalid->text);
            return false;
        }
        count_failure(spec->invalid ? spec->invalid->text : "repair.cannot_handle_in_flow");
        return false;
    }
    emit(SlotFilled{slot, *fitting, corrects});
    emit(AttemptsReset{});
    if (!corrects) return true;
    for (const auto& [name, other] : active_flow()->slots) {
        const bool depends =
            std::find(other.depends_on.begin(), other.depends_on.end(), slot) != other.depends_on.end();
        if (depends && frame()->slots.contains(name)) emit(SlotCleared{name});
    }
    return true;
}

void MachineRun::count_failure(const std::string& words) {
    emit(AttemptFailed{});
    if (state_.failed_attempts >= attempts_before_hand_off) {
        return hand_off("service", "not understood", {"repair.hand_off"});
    }
    say(words);
    reopen_prompt();
}

Result<Transition> MachineRun::finish() {
    if (error_) return *error_;
    return Transition{std::move(state_), std::move(actions_), std::move(events_)};
}

}  // namespace parlance::dialogue
