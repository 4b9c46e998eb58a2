#include "personalization/state/visit_rhythm.h"

#include <algorithm>
#include <limits>

#include "personalization/activity.h"

namespace parlance::personalization {

bool VisitRhythm::add(TimePoint at) {
    const bool begins = visits_ == 0 || at - last_ > longest_pause;
    if (begins) {
        if (visits_ > 0) {
            minutes_.add(days_from(began_, last_) * 24 * 60);
            gap_days_.add(days_from(last_, at));
        }
        ++visits_;
        began_ = at;
    }
    last_ = at;
    return begins;
}

double VisitRhythm::days_since(TimePoint now) const {
    if (visits_ == 0) return std::numeric_limits<double>::quiet_NaN();
    return std::max(0.0, days_from(last_, now));
}

double VisitRhythm::overdue(TimePoint now) const {
    return days_since(now) / gap_days_.mean();
}

}  // namespace parlance::personalization
