#include "dialogue/machine.h"

#include <algorithm>

#include "dialogue/machine_run.h"

namespace parlance::dialogue {

// What each command does to the state. Moving the flow on is left to MachineRun::run.
struct CommandHandler {
    MachineRun& run;

    void operator()(const StartFlow& command) const {
        const auto* wanted = run.input_.flows.find(command.flow);
        if (wanted == nullptr)
            return run.fail({ErrorCode::unknown_flow, "no flow \"" + command.flow.text + "\""});
        const auto* open = run.active_flow();
        if (open == nullptr) {
            run.start(command.flow, FrameKind::regular, command.slots);
        } else if (open->name == command.flow && run.frame()->suspended) {
            begin_afresh(command);
        } else if (open->name == command.flow) {
            for (const auto& [slot, value] : command.slots)
                run.fill(slot, value, run.frame()->slots.contains(slot));
        } else if (run.started_ || open->interruptions == InterruptionPolicy::never) {
            run.queue(command.flow, command.slots);
            run.say_about("repair.queued", "new_flow_title", *wanted);
        } else if (open->interruptions == InterruptionPolicy::ask &&
                   run.state_.phase != Phase::offering_switch) {
            run.ask_switch(wanted->triggers.empty() ? IntentName{} : wanted->triggers.front());
        } else {
            run.start(command.flow, FrameKind::interrupt, command.slots);
        }
        run.started_ = true;
    }

    // The task that was left is asked for again: what was said for it then is not meant now.
    void begin_afresh(const StartFlow& command) const {
        const auto kind = run.frame()->kind;
        run.emit(FrameEnded{command.flow, FrameOutcome::dropped});
        run.start(command.flow, kind, command.slots);
    }

    void operator()(const AnswerQuestion& command) const {
        const auto* open = run.active_flow();
        if (open != nullptr && open->interruptions == InterruptionPolicy::never) return;
        run.start(command.answer, open == nullptr ? FrameKind::regular : FrameKind::interrupt, command.slots);
        run.started_ = true;
    }

    void operator()(const SetSlot& command) const { run.fill(command.slot, command.value, false); }

    void operator()(const CorrectSlot& command) const {
        if (!run.fill(command.slot, command.value, true)) return;
        run.say("repair.corrected");
        run.restart();
    }

    void operator()(const AskCorrection&) const {
        if (run.frame() == nullptr) return run.count_failure("repair.cannot_handle");
        run.say("repair.correct_what");
        run.moves_on_ = false;
    }

    void operator()(const AnswerYesNo& command) const {
        switch (run.state_.phase) {
            case Phase::confirming: return confirm(command.yes);
            case Phase::offering_return: return take_up_again(command.yes);
            case Phase::offering_switch: return switch_over(command.yes);
            case Phase::clarifying: return settle_meaning(command.yes);
            case Phase::asking: return run.count_failure("repair.cannot_handle_in_flow");
            case Phase::idle:
            case Phase::host:
            case Phase::handed_off: return run.count_failure("repair.cannot_handle");
        }
    }

    void operator()(const RefuseSlot&) const {
        const auto* slot = run.state_.phase == Phase::asking ? run.spec_of(run.state_.asked) : nullptr;
        if (slot == nullptr) return run.count_failure("repair.cannot_handle");
        if (!slot->optional) return run.count_failure("repair.refused_required");
        run.emit(SlotRefused{slot->name});
        run.say("repair.skipped");
    }

    void operator()(const ExplainSlot&) const {
        const auto* slot = run.state_.phase == Phase::asking ? run.spec_of(run.state_.asked) : nullptr;
        run.say(slot != nullptr && slot->why ? slot->why->text : "repair.no_why");
    }

    void operator()(const CancelFlow&) const {
        const auto* flow = run.active_flow();
        if (flow == nullptr) {
            const bool was_handed_off = run.state_.phase == Phase::handed_off;
            run.rest({});
            return run.say(was_handed_off ? "repair.taken_back" : "repair.nothing_to_cancel");
        }
        while (run.frame() != nullptr && run.frame()->kind == FrameKind::call)
            run.emit(FrameEnded{run.frame()->flow, FrameOutcome::cancelled});
        if (const auto* root = run.active_flow()) run.say_about("repair.cancelled_flow", "flow_title", *root);
        run.end_frame(FrameOutcome::cancelled);
    }

    void operator()(const Clarify& command) const {
        run.emit(ClarificationAsked{});
        if (run.state_.clarifications > attempts_before_hand_off - 1) {
            return run.hand_off("service", "not understood", {"repair.hand_off"});
        }
        run.ask_which(command.options);
    }

    void operator()(const WelcomeBack&) const {
        if (run.frame() == nullptr) return run.count_failure("repair.cannot_handle");
        run.say("repair.welcome_back");
    }

    void operator()(const Repeat&) const {
        run.plan(SayAgain{});
        run.moves_on_ = false;
    }

    void operator()(const Pause&) const {
        run.say("repair.waiting");
        run.moves_on_ = false;
    }

    void operator()(const HandOff& command) const {
        run.hand_off("service", command.reason, {"repair.hand_off"});
    }

    // Like a short answer: an open question is asked again afterwards.
    void operator()(const QuoteKnowledge& quote) const {
        run.plan_with(Say{{"knowledge.quote"}, {}}, quote.facts);
    }

    void operator()(const CannotHandle&) const {
        switch (run.state_.phase) {
            case Phase::confirming:
            case Phase::offering_return:
            case Phase::offering_switch: return run.count_failure("repair.yes_or_no");
            case Phase::asking: return run.count_failure("repair.cannot_handle_in_flow");
            case Phase::handed_off:
            case Phase::idle:
            case Phase::clarifying:
            case Phase::host: return run.count_failure("repair.cannot_handle");
        }
    }

    void operator()(const HostReplied& reply) const {
        const auto* step = run.active_step();
        if (step == nullptr || run.state_.phase != Phase::host) return;
        auto facts = reply.facts;
        if (reply.outcome == HostReplied::Outcome::refused) {
            facts.push_back({{"refusal.reason"}, reply.reason, "host", {}});
        }
        if (!facts.empty()) run.emit(FactsLearned{std::move(facts)});
        run.rest({Phase::idle, {}, {}, {}});
        if (const auto next = after_reply(*step, reply.outcome)) {
            run.enter(*next);
        } else {
            run.say(run.active_flow()->when_unknown.text);
            run.end_frame(FrameOutcome::failed);
        }
    }

private:
    static std::optional<StepName> after_reply(const Step& step, HostReplied::Outcome outcome) {
        if (const auto* look_up = std::get_if<LookUpStep>(&step)) {
            if (outcome == HostReplied::Outcome::not_found) return look_up->unknown;
            return outcome == HostReplied::Outcome::done ? std::optional(look_up->next) : std::nullopt;
        }
        const auto* act = std::get_if<ActStep>(&step);
        const bool settled =
            outcome == HostReplied::Outcome::done || outcome == HostReplied::Outcome::refused;
        if (act == nullptr || !settled) return std::nullopt;
        return outcome == HostReplied::Outcome::done ? act->next : act->refused;
    }

    void confirm(bool yes) const {
        const auto* step = run.active_step();
        const auto* confirmation = step == nullptr ? nullptr : std::get_if<ConfirmStep>(step);
        if (confirmation == nullptr) return;
        const auto next = yes ? confirmation->yes : confirmation->no;
        run.emit(AttemptsReset{});
        run.rest({});
        run.enter(next);
    }

    // "Do you mean this?" is answered by yes or no; "which of these?" is not answered by a yes.
    void settle_meaning(bool yes) const {
        const auto offered = run.state_.offered;
        if (yes && offered.size() != 1) return run.ask_which(offered);
        run.rest({});
        if (!yes) return run.say("repair.cancelled");
        const auto* flow = run.input_.flows.started_by(offered.front());
        const auto kind = run.frame() == nullptr ? FrameKind::regular : FrameKind::interrupt;
        if (flow != nullptr) run.start(flow->name, kind, {});
    }

    void take_up_again(bool yes) const {
        run.rest({});
        if (!yes) return run.end_frame(FrameOutcome::dropped);
        run.emit(FrameResumed{});
        run.restart();
    }

    void switch_over(bool yes) const {
        const auto offered = run.state_.offered;
        run.rest({});
        const auto* flow = offered.empty() ? nullptr : run.input_.flows.started_by(offered.front());
        if (yes && flow != nullptr) run.start(flow->name, FrameKind::interrupt, {});
    }
};

void MachineRun::obey(const Command& command) {
    if (error_) return;
    // While a person has the conversation the assistant stays out of it, until the customer takes that back.
    if (state_.phase == Phase::handed_off && !std::holds_alternative<CancelFlow>(command)) {
        if (actions_.empty()) say("repair.already_handed_off");
        return;
    }
    std::visit(CommandHandler{*this}, command);
}

Result<Transition> advance(const MachineInput& input, DialogueState state,
                           std::span<const Command> commands) {
    MachineRun run(input, std::move(state));
    for (const auto& command : commands) run.obey(command);
    run.run();
    return run.finish();
}

std::string describe(const Command& command) {
    struct Words {
        std::string operator()(const StartFlow& c) const { return "start_flow " + c.flow.text; }
        std::string operator()(const SetSlot& c) const { return "set_slot " + c.slot.text; }
        std::string operator()(const CorrectSlot& c) const { return "correct_slot " + c.slot.text; }
        std::string operator()(const AskCorrection&) const { return "ask_correction"; }
        std::string operator()(const AnswerYesNo& c) const { return c.yes ? "answer_yes" : "answer_no"; }
        std::string operator()(const RefuseSlot&) const { return "refuse_slot"; }
        std::string operator()(const ExplainSlot&) const { return "explain_slot"; }
        std::string operator()(const CancelFlow&) const { return "cancel_flow"; }
        std::string operator()(const Clarify& c) const {
            std::string words = "clarify";
            for (const auto& option : c.options) words += " " + option.text;
            return words;
        }
        std::string operator()(const WelcomeBack&) const { return "welcome_back"; }
        std::string operator()(const Repeat&) const { return "repeat"; }
        std::string operator()(const Pause&) const { return "pause"; }
        std::string operator()(const HandOff&) const { return "hand_off"; }
        std::string operator()(const AnswerQuestion& c) const { return "answer_question " + c.answer.text; }
        std::string operator()(const QuoteKnowledge&) const { return "quote_knowledge"; }
        std::string operator()(const CannotHandle&) const { return "cannot_handle"; }
        std::string operator()(const HostReplied&) const { return "host_replied"; }
    };
    return std::visit(Words{}, command);
}

}  // namespace parlance::dialogue
