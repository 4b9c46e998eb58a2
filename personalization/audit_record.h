#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intents/clock.h"
#include "intents/name.h"
#include "intents/result.h"
#include "personalization/recommendation_engine.h"

namespace parlance::personalization {

// What happened to a recommendation.
enum class AuditAct { shown, accepted, rejected, later };

std::string_view to_text(AuditAct act);

// One entry of the audit trail: what was recommended, on what grounds, or what the customer made of it.
// An answer leaves what it does not know empty.
struct AuditRecord {
    std::string id;  // the same id is kept once, so that a repeated delivery changes nothing
    TimePoint at;
    AuditAct act = AuditAct::shown;
    CustomerId customer;
    ConversationId conversation;
    std::uint32_t turn = 0;  // of the conversation, from 1
    OfferId offer;
    std::uint32_t rank = 0;  // among the offers shown together, from 1
    float acceptance = 0;    // estimated when it was shown
    float propensity = 1;    // probability that it was chosen for its place; 1 where chance had no part
    std::vector<Reason> reasons;
    std::map<std::string, std::string> inputs;  // the attributes and judgements that it rested on
    std::string rules;                          // which offers and conditions: a digest of the pack's
    std::string model;                          // which estimate of acceptance
    std::optional<OfferCase> basis = {};        // what it was estimated from
};

// The record as one line of JSON. `subject` stands for the customer, whose id is not in it.
std::string to_audit_json(const AuditRecord& record, const std::string& subject);
// The inverse, but for the customer, the inputs and the reasons. Fails with storage_failed.
Result<AuditRecord> read_audit_json(std::string_view line);

}  // namespace parlance::personalization
