#include <nlohmann/json.hpp>

#include "personalization/audit_record.h"
#include "personalization/storage/audit_log.h"

namespace parlance::personalization {

std::string_view to_text(AuditAct act) {
    switch (act) {
        case AuditAct::shown: return "shown";
        case AuditAct::accepted: return "accepted";
        case AuditAct::rejected: return "rejected";
        case AuditAct::later: return "later";
    }
    return "unknown";
}

std::string to_audit_json(const AuditRecord& record, const std::string& subject) {
    nlohmann::ordered_json json = {
        {"id", record.id},
        {"at", to_rfc3339(record.at)},
        {"act", to_text(record.act)},
        {"subject", subject},
        {"conversation", record.conversation.text},
        {"turn", record.turn},
        {"offer", record.offer.text},
    };
    if (record.act == AuditAct::shown) {
        json["rank"] = record.rank;
        json["acceptance"] = record.acceptance;
        json["propensity"] = record.propensity;
        auto& reasons = json["reasons"] = nlohmann::ordered_json::array();
        for (const Reason& reason : record.reasons)
            reasons.push_back({{"text", reason.text}, {"weight", reason.weight}});
        json["inputs"] = record.inputs;
        json["rules"] = record.rules;
        json["model"] = record.model;
    }
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string to_json_text(const AuditVerdict& verdict) {
    nlohmann::ordered_json json = {
        {"intact", !verdict.broken}, {"entries", verdict.entries}, {"head", verdict.head}};
    if (verdict.broken) {
        json["broken_at"] = *verdict.broken;
        json["problem"] = verdict.problem;
    }
    return json.dump(2);
}

}  // namespace parlance::personalization
