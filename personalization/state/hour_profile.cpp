#include "personalization/state/hour_profile.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace parlance::personalization {

void HourProfile::add(TimePoint at) {
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const auto hour = std::chrono::floor<std::chrono::hours>(at - day).count();
    ++hours_[static_cast<std::size_t>(hour)];
    ++weekdays_[std::chrono::weekday{day}.c_encoding()];
}

std::uint32_t HourProfile::total() const {
    return std::accumulate(weekdays_.begin(), weekdays_.end(), std::uint32_t{0});
}

double HourProfile::share(std::uint32_t part) const {
    const auto all = total();
    return all == 0 ? std::numeric_limits<double>::quiet_NaN() : double{1} * part / all;
}

int HourProfile::preferred_hour() const {
    if (total() == 0) return -1;
    return static_cast<int>(std::max_element(hours_.begin(), hours_.end()) - hours_.begin());
}

double HourProfile::preferred_hour_share() const {
    return share(*std::max_element(hours_.begin(), hours_.end()));
}

double HourProfile::night_share() const {
    const auto late = std::accumulate(hours_.begin() + 22, hours_.end(), std::uint32_t{0});
    return share(std::accumulate(hours_.begin(), hours_.begin() + 6, late));
}

double HourProfile::weekend_share() const {
    return share(weekdays_.front() + weekdays_.back());
}

}  // namespace parlance::personalization
