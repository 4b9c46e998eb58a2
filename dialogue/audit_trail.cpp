#include "dialogue/audit_trail.h"

namespace parlance::dialogue {

std::vector<personalization::AuditRecord> shown_records(
    const AuditedTurn& turn, const std::vector<personalization::Recommendation>& shown,
    const Advice& advice) {
    std::map<std::string, std::string> inputs;
    if (!shown.empty()) {
        for (const auto& [name, value] : advice.inputs) inputs.emplace(name, to_text(value));
    }
    std::vector<personalization::AuditRecord> records;
    const std::string prefix = turn.request.conversation.text + "/" + std::to_string(turn.number) + "/";
    for (const auto& recommendation : shown) {
        personalization::AuditRecord record;
        record.id = prefix + recommendation.offer.text;
        record.at = turn.now;
        record.customer = turn.request.customer;
        record.conversation = turn.request.conversation;
        record.turn = turn.number;
        record.offer = recommendation.offer;
        record.rank = static_cast<std::uint32_t>(records.size()) + 1;
        record.acceptance = recommendation.acceptance;
        record.propensity = static_cast<float>(recommendation.grounds.propensity);
        record.reasons = recommendation.reasons;
        record.inputs = inputs;
        record.rules = turn.catalogue.offers_digest;
        record.model = recommendation.grounds.estimate;
        record.basis = recommendation.grounds.basis;
        records.push_back(std::move(record));
    }
    return records;
}

}  // namespace parlance::dialogue
