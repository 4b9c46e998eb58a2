#include "dialogue/policy_reading.h"

#include <algorithm>
#include <utility>

#include "dialogue/open_prompt.h"

namespace parlance::dialogue {

PolicyReading::PolicyReading(const nlu::Understanding& understanding, const PolicyInput& input,
                             nlu::IntentScore best)
    : understanding_(understanding),
      input_(input),
      flow_(open_flow(input.state, input.flows)),
      asked_(asked_slot(input.state, flow_)),
      best_(std::move(best)) {}

float PolicyReading::needed() const {
    if (flow_ == nullptr) return input_.thresholds.act;
    const bool is_question = understanding_.utterance.text.ends_with('?');
    if (asked_ == nullptr || !asked_->from_text || is_question) return input_.thresholds.act_in_flow;
    return asked_->entities.empty() ? input_.thresholds.act_in_free_text : input_.thresholds.act_in_text;
}

bool PolicyReading::is_return() const {
    const auto* frame = active_frame(input_.state);
    return frame != nullptr && frame->suspended && input_.state.phase == Phase::idle;
}

bool PolicyReading::is_another_task(float at_least) const {
    const Flow* task = wanted();
    return task != nullptr && task != flow_ && best_.confidence >= at_least && !is_answer_in_free_words();
}

bool PolicyReading::is_answer_in_free_words() const {
    const Flow* task = wanted();
    return task != nullptr && (task->is_answer || task == flow_) && takes_free_words();
}

// The open question takes nothing but the customer's own words, and this is no question back.
bool PolicyReading::takes_free_words() const {
    return asked_ != nullptr && asked_->from_text && asked_->entities.empty() &&
           !understanding_.utterance.text.ends_with('?');
}

bool PolicyReading::is_clear_yes() const {
    constexpr float sure = 0.8F;
    constexpr std::size_t most_bytes = 48;
    return input_.state.phase != Phase::confirming ||
           (best_.confidence >= sure && understanding_.utterance.text.size() <= most_bytes);
}

bool PolicyReading::is_sure_repair() const {
    const bool repairs = is("cancel") || is("repeat") || is("wait") || is("ask_why") || is("refuse_to_say");
    const auto& text = understanding_.utterance.text;
    const bool has_digit = std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return repairs && !has_digit && best_.confidence >= input_.thresholds.act;
}

bool PolicyReading::declines_open_task() const {
    const Flow* task = wanted();
    return understanding_.declines && task != nullptr && task == flow_ &&
           best_.confidence >= input_.thresholds.clarify;
}

bool PolicyReading::is_torn() const {
    const auto options = candidates();
    if (flow_ != nullptr || options.size() < 2) return false;
    const auto& second = *std::find_if(understanding_.intents.begin(), understanding_.intents.end(),
                                       [&](const auto& score) { return score.intent == options[1]; });
    return best_.confidence - second.confidence < input_.thresholds.margin;
}

bool PolicyReading::is_ambiguous() const {
    return candidates().size() >= 2 && !is(out_of_scope_intent().text);
}

std::vector<IntentName> PolicyReading::candidates() const {
    std::vector<IntentName> options;
    for (const auto& score : understanding_.intents) {
        if (options.size() == 3 || score.confidence < input_.thresholds.clarify) break;
        if (input_.flows.started_by(score.intent) != nullptr) options.push_back(score.intent);
    }
    return options;
}

}  // namespace parlance::dialogue
