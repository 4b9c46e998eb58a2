#include <nlohmann/json.hpp>

#include "personalization/audit_record.h"
#include "personalization/storage/audit_log.h"

namespace parlance::personalization {

namespace {

// Zeros are left out.
nlohmann::ordered_json write(const OfferCase& basis) {
    auto json = nlohmann::ordered_json::object();
    for (std::size_t i = 0; i < basis.size(); ++i) {
        if (basis[i] != 0) json[std::string(offer_case_names[i])] = basis[i];
    }
    return json;
}

OfferCase read_basis(const nlohmann::json& json) {
    OfferCase basis{};
    for (const auto& [name, value] : json.items()) {
        if (const auto place = place_in_case(name); place < basis.size()) basis[place] = value.get<double>();
    }
    return basis;
}

AuditAct act_of(const std::string& text) {
    for (const AuditAct act : {AuditAct::accepted, AuditAct::rejected, AuditAct::later}) {
        if (text == to_text(act)) return act;
    }
    return AuditAct::shown;
}

}  // namespace

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
        if (record.basis) json["basis"] = write(*record.basis);
    }
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

Result<AuditRecord> read_audit_json(std::string_view line) {
    try {
        const auto json = nlohmann::json::parse(line);
        const auto at = parse_rfc3339(json.at("at").get<std::string>());
        if (!at) return Error{ErrorCode::storage_failed, "audit trail: an entry has no moment"};
        AuditRecord record;
        record.id = json.at("id").get<std::string>();
        record.at = *at;
        record.act = act_of(json.at("act").get<std::string>());
        record.conversation.text = json.at("conversation").get<std::string>();
        record.turn = json.at("turn").get<std::uint32_t>();
        record.offer.text = json.at("offer").get<std::string>();
        record.rank = json.value("rank", 0U);
        record.acceptance = json.value("acceptance", 0.0F);
        record.propensity = json.value("propensity", 1.0F);
        record.model = json.value("model", std::string());
        if (json.contains("basis")) record.basis = read_basis(json.at("basis"));
        return record;
    } catch (const nlohmann::json::exception& problem) {
        return Error{ErrorCode::storage_failed,
                     std::string("audit trail: an entry cannot be read: ") + problem.what()};
    }
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
