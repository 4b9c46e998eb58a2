#include "websocket/churn_notice.h"

namespace parlance::websocket {

void notice_churn(const ServerParts& parts, Metrics& metrics, const CustomerId& customer) {
    if (parts.churn == nullptr) return;
    const auto changed = parts.churn->look_at(customer);
    if (!changed) {
        parts.log.write({LogLevel::warn,
                         "churn_unknown",
                         {},
                         {},
                         {},
                         {{"code", std::string(to_text(changed.error().code))}}});
        return;
    }
    if (!*changed) return;
    metrics.count_churn(**changed);
    parts.log.write(
        {LogLevel::info, "churn_alert", {}, {}, {}, {{"change", std::string(to_text(**changed))}}});
}

}  // namespace parlance::websocket
