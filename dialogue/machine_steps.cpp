// What the steps of a flow do.

#include "dialogue/machine_run.h"

#include <algorithm>

namespace parlance::dialogue {

namespace {

constexpr int most_steps = 100;

}  // namespace

// What each step does when the flow stands on it: moves on (true) or rests (false).
struct StepRunner {
    MachineRun& run;

    bool operator()(const CollectStep& step) const {
        const auto* frame = run.frame();
        for (const auto& slot : step.slots) {
            const bool refused =
                std::find(frame->refused.begin(), frame->refused.end(), slot) != frame->refused.end();
            const auto* spec = run.spec_of(slot);
            if (refused || spec == nullptr || frame->slots.contains(slot)) continue;
            run.ask_slot(*spec);
            return false;
        }
        run.enter(step.next);
        return true;
    }

    bool operator()(const SayStep& step) const {
        for (const auto& response : step.say) run.plan(Say{response, {}});
        run.enter(step.next);
        return true;
    }

    bool operator()(const BranchStep& step) const {
        const auto slots = run.frame()->slots;
        const auto taken = std::find_if(step.cases.begin(), step.cases.end(), [&](const BranchCase& entry) {
            return run.holds(entry.condition, slots);
        });
        run.enter(taken == step.cases.end() ? step.otherwise : taken->next);
        return true;
    }

    bool operator()(const LookUpStep& step) const {
        run.plan(LookUp{step.facts});
        run.rest({Phase::host, {}, {}, {step.facts, {}, {}}});
        return false;
    }

    bool operator()(const ConfirmStep& step) const {
        run.ask_confirmation(step);
        return false;
    }

    bool operator()(const ActStep& step) const {
        // The turn's number tells two confirmations in one flow apart; a crash in between repeats the turn's
        // number.
        const auto key = run.input_.conversation.text + "/" + std::to_string(run.frame()->number) + "/" +
                         run.frame()->step.text + "/" + std::to_string(run.state_.turns);
        run.plan(Act{step.action, key});
        run.rest({Phase::host, {}, {}, {{}, step.action, key}});
        return false;
    }

    bool operator()(const RecommendStep& step) const {
        run.plan(Recommend{});
        run.enter(step.next);
        return true;
    }

    bool operator()(const CallStep& step) const {
        Slots slots;
        for (const auto& [callee, caller] : step.with) {
            const auto value = run.frame()->slots.find(caller);
            if (value != run.frame()->slots.end()) slots[callee] = value->second;
        }
        run.start(step.flow, FrameKind::call, slots);
        return true;
    }

    bool operator()(const ClearStep& step) const {
        for (const auto& slot : step.slots) run.emit(SlotCleared{slot});
        run.enter(step.next);
        return true;
    }

    bool operator()(const HandOffStep& step) const {
        run.hand_off(step.queue, run.frame()->flow.text, step.say.value_or(ResponseName{}));
        return false;
    }

    bool operator()(const EndStep&) const {
        run.end_frame(FrameOutcome::completed);
        return run.frame() != nullptr && run.state_.phase == Phase::idle;
    }
};

void MachineRun::run() {
    for (int steps = 0; !error_ && moves_on_ && frame() != nullptr; ++steps) {
        if (steps == most_steps) {
            return fail({ErrorCode::flow_loop, "flow \"" + frame()->flow.text +
                                                   "\" took 100 steps without asking anything, now at \"" +
                                                   frame()->step.text + "\""});
        }
        if (frame()->suspended) return ask_return();
        const auto* step = active_step();
        if (step == nullptr) return;
        // Copied: steps change the state they stand in.
        const Step current = *step;
        if (!std::visit(StepRunner{*this}, current)) return;
    }
    if (!error_ && moves_on_ && frame() == nullptr && state_.phase != Phase::handed_off) rest({});
}

}  // namespace parlance::dialogue
