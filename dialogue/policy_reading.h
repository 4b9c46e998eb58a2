#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "dialogue/policy.h"

namespace parlance::dialogue {

// What one message asks for, read against what is open.
// Private to policy.cpp. Borrows what it is made of.
class PolicyReading {
public:
    // best: the message's likeliest intent.
    PolicyReading(const nlu::Understanding& understanding, const PolicyInput& input, nlu::IntentScore best);

    // The message is a label that stands for this intent, whatever its words look like.
    void settle_on(IntentName intent) { best_ = {std::move(intent), 1.0F}; }

    const nlu::IntentScore& best() const { return best_; }
    bool is(std::string_view intent) const { return best_.intent.text == intent; }
    // How sure the message must be about another task to begin it now.
    float needed() const;
    // The task that the likeliest intent starts; nullptr for none.
    const Flow* wanted() const { return input_.flows.started_by(best_.intent); }

    // The first message after a session's end: nothing that was asked or offered before counts.
    bool is_return() const;
    // The message is surely about a task other than the open one.
    bool is_another_task(float at_least) const;
    // The open question takes any words as they come; that a short answer exists for them, or that they are
    // about the open task itself, changes nothing.
    bool is_answer_in_free_words() const;
    // A yes that moves money is short and sure; anything else is asked again.
    bool is_clear_yes() const;
    // "One moment" is no amount: repair words win over number words, but not over digits.
    bool is_sure_repair() const;
    // "I don't want to transfer money any more": about the task that is open, so a likely reading will do.
    bool declines_open_task() const;
    // Two tasks are about as likely: asking costs less than doing the wrong one.
    bool is_torn() const;
    bool is_ambiguous() const;
    // The tasks that are likely enough to be asked about, at most three.
    std::vector<IntentName> candidates() const;

private:
    bool takes_free_words() const;

    const nlu::Understanding& understanding_;
    const PolicyInput& input_;
    const Flow* flow_;
    const SlotSpec* asked_;
    nlu::IntentScore best_;
};

}  // namespace parlance::dialogue
