#pragma once

#include <map>
#include <optional>
#include <vector>

#include "dialogue/machine.h"
#include "dialogue/tracker.h"

namespace parlance::dialogue {

// The response that names a flow's task to a customer ("title.transfer_money").
ResponseName flow_title(const Flow& flow);

// One call of `advance`: a state under way, the events that changed it and the actions it wants.
// Private to machine.cpp (commands), machine_steps.cpp (steps), machine_prompts.cpp (questions) and
// machine_run.cpp (frames and slots).
class MachineRun {
public:
    MachineRun(const MachineInput& input, DialogueState state);

    // Carries out one command on the state; does not move the flow on.
    void obey(const Command& command);
    // Moves the active flow on until it rests or waits for the host.
    void run();

    Result<Transition> finish();

private:
    friend struct CommandHandler;
    friend struct StepRunner;

    // Events and actions.
    void emit(TrackerEvent event);
    void plan(Action action);
    // The same, worded from these facts alone.
    void plan_with(Action action, std::vector<nlg::Fact> facts);
    void say(const std::string& response);
    void say_about(const std::string& response, const std::string& slot, const Flow& flow);
    void enter(const StepName& step) { emit(StepEntered{step}); }
    void rest(PhaseEntered phase);
    void fail(Error error);

    // Looking.
    const FlowFrame* frame() const { return active_frame(state_); }
    const Flow* flow_of(const FlowFrame& frame);
    const Flow* active_flow();
    const Step* active_step();
    const SlotSpec* spec_of(const SlotName& slot);
    bool holds(const Expression& guard, const Slots& slots) const;

    // Frames.
    void start(const FlowName& flow, FrameKind kind, const Slots& slots);
    // From the flow's start again, skipping what is filled; behind an action the flow stays where it is.
    void restart();
    void queue(const FlowName& flow, const Slots& slots);
    void end_frame(FrameOutcome outcome);
    void after_end(const FlowFrame& ended, bool was_answer);
    void hand_off(const std::string& queue, const std::string& reason, const ResponseName& words);

    // Slots and questions.
    bool fill(const SlotName& slot, const SlotValue& value, bool corrects);
    void count_failure(const std::string& words);
    void ask_slot(const SlotSpec& slot);
    void ask_confirmation(const ConfirmStep& step);
    void ask_return();
    void ask_switch(const IntentName& to);
    void ask_which(const std::vector<IntentName>& options);
    void reopen_prompt();

    const MachineInput& input_;
    DialogueState state_;
    std::vector<TrackerEvent> events_;
    std::vector<PlannedAction> actions_;
    std::optional<Error> error_;
    bool moves_on_ = true;  // false when the prompt stays as it is ("one moment")
    bool started_ = false;  // a task was begun by this call: further ones queue
};

}  // namespace parlance::dialogue
