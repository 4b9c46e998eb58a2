#include "personalization/outreach/outreach_rule.h"

namespace parlance::personalization {

const std::vector<std::string>& outreach_trigger_names() {
    static const std::vector<std::string> names{"life_event", "churn_alert",      "goal_off_track",
                                                "idle_cash",  "maturing_deposit", "low_balance"};
    return names;
}

std::string_view to_text(OutreachTrigger trigger) {
    return outreach_trigger_names().at(static_cast<std::size_t>(trigger));
}

}  // namespace parlance::personalization
