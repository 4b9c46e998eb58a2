#pragma once

#include <string>

#include "personalization/acceptance/offer_answers.h"

namespace parlance::personalization {

// What was shown and what came of it, a row an offer, in the order in which that became clear: action (the
// offer), propensity, reward (1 for a yes), and the numbers of the offer case. `parlance eval policy --log`
// and `parlance train acceptance` read it. Not thread-safe.
class DecisionTable {
public:
    // The next record of the trail.
    void note(const AuditRecord& record);

    std::size_t rows() const { return rows_; }
    std::size_t waiting() const { return answers_.waiting(); }  // left out: may still be answered
    // Comma-separated, with a line of names.
    std::string csv() const;

private:
    OfferAnswers answers_;
    std::string text_;
    std::size_t rows_ = 0;
};

}  // namespace parlance::personalization
