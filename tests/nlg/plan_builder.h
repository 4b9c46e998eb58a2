#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "nlg/reply_plan.h"

namespace parlance::tests {

inline CalendarDate day(int year, unsigned month, unsigned number) {
    return {std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(number)};
}

inline Money euros(std::int64_t minor_units) {
    return {minor_units, {"EUR"}};
}

inline nlg::Fact fact(const std::string& name, SlotValue value) {
    return {{name},
            std::move(value),
            "ledger",
            TimePoint{std::chrono::sys_days{std::chrono::year{2026} / 11 / 20}}};
}

// A plan that says nothing yet and may state these facts.
inline nlg::ReplyPlan plan_with(std::vector<nlg::Fact> facts, const std::string& language = "en") {
    nlg::ReplyPlan plan;
    plan.facts = std::move(facts);
    plan.locale = {language};
    return plan;
}

}  // namespace parlance::tests
