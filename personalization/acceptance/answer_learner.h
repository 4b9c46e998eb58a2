#pragma once

#include <memory>
#include <mutex>

#include "personalization/acceptance/acceptance_estimate.h"
#include "personalization/acceptance/answer_posterior.h"
#include "personalization/acceptance/offer_answers.h"

namespace parlance::personalization {

// Learns from the audit trail, record by record, who takes up what. Feeding it the whole trail after a
// restart gives the same belief. Safe to call from several threads.
class AnswerLearner {
public:
    explicit AnswerLearner(AcceptanceEstimate estimate);

    // The next record of the trail.
    void note(const AuditRecord& record);

    // As learned so far. A snapshot: it does not change.
    std::shared_ptr<const AnswerPosterior> belief() const;
    const AcceptanceEstimate& estimate() const { return estimate_; }

private:
    const AcceptanceEstimate estimate_;
    mutable std::mutex mutex_;
    std::shared_ptr<const AnswerPosterior> belief_;
    OfferAnswers answers_;
    TimePoint learned_at_{};
};

}  // namespace parlance::personalization
