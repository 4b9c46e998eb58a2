#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "personalization/audit_record.h"

namespace parlance::personalization {

// What came of an offer that was shown.
struct OfferOutcome {
    AuditRecord shown;  // with its basis
    bool accepted = false;
};

// Brings the audit trail's showings and answers together. A yes or a no settles an offer at once; one that
// nobody has answered for a week, or put off, was not accepted. Not thread-safe.
class OfferAnswers {
public:
    static constexpr std::chrono::days patience{7};

    // What the next record of the trail settles. Records of before there was a basis settle nothing.
    std::vector<OfferOutcome> note(const AuditRecord& record);

    // Offers shown that may still be answered.
    std::size_t waiting() const { return waiting_.size(); }

private:
    std::map<std::string, AuditRecord> waiting_;  // by conversation and offer
    TimePoint newest_{};
};

}  // namespace parlance::personalization
