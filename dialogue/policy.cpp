#include "dialogue/policy.h"

#include <algorithm>

#include "dialogue/open_prompt.h"
#include "dialogue/policy_reading.h"
#include "dialogue/slot_filling.h"
#include "nlu/normaliser.h"

namespace parlance::dialogue {

namespace {

// One message on its way to commands.
class Decision {
public:
    Decision(const nlu::Understanding& understanding, const PolicyInput& input)
        : understanding_(understanding),
          input_(input),
          flow_(open_flow(input.state, input.flows)),
          asked_(asked_slot(input.state, flow_)),
          pool_(understanding, input.currency),
          reading_(
              understanding, input,
              pool_.is_bare_value() ? nlu::IntentScore{out_of_scope_intent(), 1.0F} : understanding.best()) {}

    std::vector<Command> decide() {
        if (reading_.is_return()) {
            return_claims();
            return take();
        }
        if (offered_label_claims()) return take();
        if (reading_.is_sure_repair() && repair_word_claims()) return take();
        asked_slot_claims();
        correction_claims();
        if (repair_word_claims()) return take();
        if (other_task_claims()) return take();
        whole_message_claims();
        if (commands_.empty()) commands_.push_back(last_resort());
        return take();
    }

private:
    std::vector<Command> take() { return std::move(commands_); }
    bool is(std::string_view intent) const { return reading_.is(intent); }

    void return_claims() {
        if (other_task_claims()) return;
        if (is("cancel") && reading_.best().confidence >= input_.thresholds.act) {
            commands_.push_back(CancelFlow{});
        } else {
            commands_.push_back(WelcomeBack{});
        }
    }

    // A button's title, typed or clicked, means its payload.
    bool offered_label_claims() {
        const auto text = nlu::fold(understanding_.utterance.text);
        for (const auto& action : input_.offered) {
            if (nlu::fold(action.title) != text && nlu::fold(action.payload) != text) continue;
            if (action.payload.starts_with('/')) {
                reading_.settle_on({action.payload.substr(1)});
                if (takes_yes_no(asked_) && (is("affirm") || is("deny")))
                    return push(SetSlot{asked_->name, is("affirm")});
                return repair_word_claims() || start(reading_.best().intent);
            }
            if (asked_ == nullptr) return false;
            // The label is the value, unless the slot wants a number or a date read from it.
            const bool as_text = asked_->type == SlotType::any || asked_->type == SlotType::text;
            const auto value = as_text ? std::nullopt : pool_.take_for(*asked_);
            commands_.push_back(SetSlot{asked_->name, value.value_or(SlotValue{action.payload})});
            return true;
        }
        return false;
    }

    void asked_slot_claims() {
        if (asked_ == nullptr) return;
        if (is_longer_name()) {
            commands_.push_back(SetSlot{asked_->name, understanding_.utterance.text});
        } else if (auto value = pool_.take_for(*asked_)) {
            commands_.push_back(SetSlot{asked_->name, std::move(*value)});
        } else if (takes_yes_no(asked_) && (is("affirm") || is("deny"))) {
            commands_.push_back(SetSlot{asked_->name, is("affirm")});
            return;
        }
        // An answer may say more than it was asked for.
        auto filled = input_.state.frames.back().slots;
        filled.emplace(asked_->name, SlotValue{true});
        if (commands_.empty()) return;
        for (auto& [slot, value] : fill_from(pool_, *flow_, filled))
            commands_.push_back(SetSlot{slot, std::move(value)});
    }

    // "Ben Adler" where only "Ben" is known: a short answer that begins with the entity is the value as it
    // stands.
    bool is_longer_name() const {
        constexpr std::ptrdiff_t most_spaces = 2;
        const auto& text = understanding_.utterance.text;
        const auto span = pool_.span_for(*asked_);
        return asked_->from_text && span.begin == 0 && span.end > 0 && span.end < text.size() &&
               text[span.end] == ' ' && std::count(text.begin(), text.end(), ' ') <= most_spaces &&
               std::none_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    }

    // New values for slots that are filled: at a confirmation, or after "no, I meant ...".
    void correction_claims() {
        if (flow_ == nullptr) return;
        const bool invited = input_.state.phase == Phase::confirming || is("correct_that") || is("deny");
        if (!invited && !(asked_ != nullptr && commands_.empty())) return;
        // At a confirmation a value is most likely a correction; only a very sure task has it for itself.
        if (!understanding_.begins_with_no &&
            reading_.is_another_task(invited ? input_.thresholds.act_in_text : reading_.needed()))
            return;
        // What a slot takes as it was said comes before what it takes by conversion: "on day 3" is a day of
        // the month before it is 3.00 EUR.
        for (const auto match : {EntityPool::Match::exact, EntityPool::Match::converted}) {
            for (const auto& [name, slot] : flow_->slots) correct(slot, match);
        }
    }

    void correct(const SlotSpec& slot, EntityPool::Match match) {
        const auto& filled = input_.state.frames.back().slots;
        const auto old = filled.find(slot.name);
        if (old == filled.end() || is_corrected(slot.name)) return;
        if (auto value = newest_for(slot, old->second, match))
            commands_.push_back(CorrectSlot{slot.name, std::move(*value)});
    }

    bool is_corrected(const SlotName& name) const {
        return std::any_of(commands_.begin(), commands_.end(), [&](const Command& command) {
            const auto* correction = std::get_if<CorrectSlot>(&command);
            return correction != nullptr && correction->slot == name;
        });
    }

    // The value that differs from the old one: "not 50 but 60", "60 instead of 50".
    std::optional<SlotValue> newest_for(const SlotSpec& slot, const SlotValue& old, EntityPool::Match match) {
        while (auto value = pool_.take_for(slot, match)) {
            if (*value != old) return value;
        }
        return std::nullopt;
    }

    bool repair_word_claims() {
        const auto phase = input_.state.phase;
        const bool sure = reading_.best().confidence >= input_.thresholds.act;
        if (!commands_.empty()) return std::holds_alternative<CorrectSlot>(commands_.front());
        if (!sure) return false;
        if (is("affirm") || is("deny")) {
            if (asks_yes_no(phase) && (is("deny") || reading_.is_clear_yes()))
                return push(AnswerYesNo{is("affirm")});
            if (asked_ != nullptr && is("deny")) return push(RefuseSlot{});
            return push(CannotHandle{});
        }
        if (is("cancel")) return push(CancelFlow{});
        if (is("repeat")) return push(Repeat{});
        if (is("wait")) return push(Pause{});
        if (is("ask_why") && flow_ != nullptr) return push(ExplainSlot{});
        if (is("refuse_to_say") && asked_ != nullptr) return push(RefuseSlot{});
        if (is("correct_that") && flow_ != nullptr) return push(AskCorrection{});
        return false;
    }

    // Another task or question, perhaps together with the answer that was asked for.
    bool other_task_claims() {
        const auto& state = input_.state;
        if (state.phase == Phase::clarifying) {
            for (const auto& score : understanding_.intents) {
                const bool offered = std::find(state.offered.begin(), state.offered.end(), score.intent) !=
                                     state.offered.end();
                if (offered && score.confidence >= input_.thresholds.clarify) return start(score.intent);
            }
        }
        const Flow* wanted = reading_.wanted();
        if (!commands_.empty()) {
            // The message answered the question; it also asks for something only when much else is said.
            const auto length = understanding_.utterance.text.size();
            const bool says_more = length > pool_.used_bytes() + 16;
            if (says_more && reading_.is_another_task(reading_.needed())) start(reading_.best().intent);
            return true;
        }
        if (reading_.is_answer_in_free_words()) return false;
        if (reading_.declines_open_task()) return push(CancelFlow{});
        if (wanted != nullptr && reading_.best().confidence >= reading_.needed())
            return reading_.is_torn() ? push(Clarify{reading_.candidates()}) : begin(*wanted);
        if (asked_ != nullptr && asked_->from_text) return false;
        return reading_.is_ambiguous() && push(Clarify{reading_.candidates()});
    }

    // What the customer is sure to mean: to do it, or not to.
    bool begin(const Flow& wanted) {
        if (!understanding_.declines || wanted.is_answer) return start(reading_.best().intent);
        const bool is_open_task = flow_ == nullptr || &wanted == flow_;
        return is_open_task ? push(CancelFlow{}) : push(CannotHandle{});
    }

    bool start(const IntentName& intent) {
        const auto* flow = input_.flows.started_by(intent);
        if (flow == nullptr) return false;
        const auto* frame = active_frame(input_.state);
        const bool same = flow == flow_ && !frame->suspended;
        auto slots = fill_from(pool_, *flow, same ? input_.state.frames.back().slots : Slots{});
        if (flow->is_answer) return push(AnswerQuestion{flow->name, std::move(slots)});
        return push(StartFlow{flow->name, std::move(slots)});
    }

    void whole_message_claims() {
        if (!commands_.empty() || asked_ == nullptr || !asked_->from_text) return;
        commands_.push_back(SetSlot{asked_->name, understanding_.utterance.text});
    }

    Command last_resort() {
        // A lone value at a confirmation or an open question that it does not fit.
        const Flow* wanted = reading_.wanted();
        if (flow_ == nullptr && wanted != nullptr &&
            reading_.best().confidence >= input_.thresholds.clarify && reading_.candidates().size() == 1 &&
            !is(out_of_scope_intent().text)) {
            return Clarify{{reading_.best().intent}};
        }
        return CannotHandle{};
    }

    bool push(Command command) {
        commands_.push_back(std::move(command));
        return true;
    }

    const nlu::Understanding& understanding_;
    const PolicyInput& input_;
    const Flow* flow_;
    const SlotSpec* asked_;
    EntityPool pool_;
    PolicyReading reading_;
    std::vector<Command> commands_;
};

}  // namespace

std::vector<Command> decide_commands(const nlu::Understanding& understanding, const PolicyInput& input) {
    return Decision(understanding, input).decide();
}

}  // namespace parlance::dialogue
