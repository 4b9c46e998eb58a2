#include "personalization/acceptance/answer_learner.h"

#include <utility>

#include "personalization/activity.h"

namespace parlance::personalization {

AnswerLearner::AnswerLearner(AcceptanceEstimate estimate)
    : estimate_(std::move(estimate)), belief_(std::make_shared<AnswerPosterior>()) {}

std::shared_ptr<const AnswerPosterior> AnswerLearner::belief() const {
    const std::lock_guard lock(mutex_);
    return belief_;
}

void AnswerLearner::note(const AuditRecord& record) {
    const std::lock_guard lock(mutex_);
    const auto outcomes = answers_.note(record);
    if (outcomes.empty()) return;
    auto learned = std::make_shared<AnswerPosterior>(*belief_);
    if (learned->answers() > 0 && record.at > learned_at_) learned->fade(days_from(learned_at_, record.at));
    learned_at_ = std::max(learned_at_, record.at);
    for (const OfferOutcome& outcome : outcomes) {
        const OfferCase& on = *outcome.shown.basis;
        learned->learn(on, estimate_.log_odds(on), outcome.accepted);
    }
    belief_ = std::move(learned);
}

}  // namespace parlance::personalization
