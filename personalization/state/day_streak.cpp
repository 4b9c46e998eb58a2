#include "personalization/state/day_streak.h"

#include <algorithm>

namespace parlance::personalization {
namespace {

std::int32_t day_of(TimePoint at) {
    return static_cast<std::int32_t>(std::chrono::floor<std::chrono::days>(at).time_since_epoch().count());
}

}  // namespace

void DayStreak::add(TimePoint at) {
    const std::int32_t day = day_of(at);
    if (active_days_ > 0 && day == last_day_) return;
    running_ = active_days_ > 0 && day == last_day_ + 1 ? running_ + 1 : 1;
    longest_ = std::max(longest_, running_);
    last_day_ = day;
    ++active_days_;
}

std::uint32_t DayStreak::current(TimePoint now) const {
    return active_days_ > 0 && day_of(now) <= last_day_ + 1 ? running_ : 0;
}

}  // namespace parlance::personalization
