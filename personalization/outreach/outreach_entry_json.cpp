#include <nlohmann/json.hpp>

#include "personalization/outreach/outreach_entry.h"

namespace parlance::personalization {

std::string to_json_text(const OutreachEntry& entry) {
    nlohmann::ordered_json json = {{"id", entry.id},
                                   {"customer", entry.customer.text},
                                   {"rule", entry.rule},
                                   {"trigger", entry.trigger},
                                   {"state", to_text(entry.state)},
                                   {"noted", to_rfc3339(entry.noted)},
                                   {"due", to_rfc3339(entry.due)},
                                   {"expires", to_rfc3339(entry.expires)}};
    if (!entry.reason.empty()) json["reason"] = entry.reason;
    if (entry.state == OutreachState::said) {
        json["said"] = to_rfc3339(entry.said);
        json["conversation"] = entry.conversation.text;
    }
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace parlance::personalization
