#pragma once

#include <cstddef>

namespace parlance::personalization {

// What a customer's state keeps a fading sum of: acts, or amounts in major units of the bank's currency.
enum class BehaviorTrend : std::size_t {
    own_acts,
    visits,
    logins,
    failed_logins,
    page_views,
    chat_turns,
    articles_read,
    payments,
    amount_out,
    amount_in,
    complaints,
    offers_shown,
    offers_accepted,
    offers_rejected
};

inline constexpr std::size_t behavior_trends = static_cast<std::size_t>(BehaviorTrend::offers_rejected) + 1;

}  // namespace parlance::personalization
