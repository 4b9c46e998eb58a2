#pragma once

#include <chrono>
#include <string>

#include "personalization/customer_view.h"

namespace parlance::tests {

inline const TimePoint noon =
    std::chrono::sys_days{std::chrono::year{2026} / 11 / 20} + std::chrono::hours{12};

// An event `days` before noon of 20 November 2026.
inline personalization::BehaviorEvent event_before(double days, personalization::BehaviorKind kind,
                                                   const std::string& feature,
                                                   const std::string& action = {}) {
    static int count = 0;
    personalization::BehaviorEvent event;
    event.id.text = "e" + std::to_string(++count);
    event.customer.text = "C001";
    event.at = noon - std::chrono::milliseconds(static_cast<std::int64_t>(days * 86'400'000));
    event.kind = kind;
    event.feature = feature;
    event.action = action;
    return event;
}

inline personalization::Moment moment_of(const std::string& intent, const std::string& topic = {}) {
    personalization::Moment moment;
    moment.now = noon;
    moment.intent.text = intent;
    if (!topic.empty()) moment.topics.push_back({{topic}, topic, 0.9F});
    return moment;
}

}  // namespace parlance::tests
