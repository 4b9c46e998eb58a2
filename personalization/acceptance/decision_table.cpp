#include "personalization/acceptance/decision_table.h"

#include <sstream>

namespace parlance::personalization {

namespace {

// The first, "always", says nothing in a table.
constexpr std::size_t first_column = 1;

}  // namespace

void DecisionTable::note(const AuditRecord& record) {
    for (const OfferOutcome& outcome : answers_.note(record)) {
        std::ostringstream row;
        row << outcome.shown.offer.text << ',' << outcome.shown.propensity << ','
            << (outcome.accepted ? 1 : 0);
        for (std::size_t i = first_column; i < offer_case_names.size(); ++i)
            row << ',' << (*outcome.shown.basis)[i];
        text_ += row.str() + '\n';
        ++rows_;
    }
}

std::string DecisionTable::csv() const {
    std::string names = "action,propensity,reward";
    for (std::size_t i = first_column; i < offer_case_names.size(); ++i)
        names += "," + std::string(offer_case_names[i]);
    return names + "\n" + text_;
}

}  // namespace parlance::personalization
