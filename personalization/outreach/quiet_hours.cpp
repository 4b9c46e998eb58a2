#include "personalization/outreach/quiet_hours.h"

namespace parlance::personalization {

bool QuietHours::cover(TimePoint moment) const {
    const auto local = moment + utc_offset;
    const auto hour =
        std::chrono::floor<std::chrono::hours>(local - std::chrono::floor<std::chrono::days>(local));
    const auto now = static_cast<int>(hour.count());
    return from <= until ? now >= from && now < until : now >= from || now < until;
}

TimePoint QuietHours::end_after(TimePoint moment) const {
    if (!cover(moment)) return moment;
    const auto local = moment + utc_offset;
    auto end = std::chrono::floor<std::chrono::days>(local) + std::chrono::hours(until);
    if (end <= local) end += std::chrono::days(1);
    return std::chrono::time_point_cast<TimePoint::duration>(end - utc_offset);
}

}  // namespace parlance::personalization
