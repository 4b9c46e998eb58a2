#include "personalization/state/salary_rhythm.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "personalization/activity.h"
#include "personalization/state/feature_breadth.h"

namespace parlance::personalization {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

}  // namespace

void SalaryRhythm::add(double amount, std::string_view payer, TimePoint at) {
    if (!std::isfinite(amount)) return;
    if (count() > 0) interval_days_.add(days_from(last_, at));
    amounts_.add(amount);
    latest_ = amount;
    last_ = at;
    if (payer.empty()) return;
    const std::uint64_t hash = stable_hash(payer);
    if (payer_ != 0 && hash != payer_) {
        ++payer_changes_;
        payer_changed_ = at;
    }
    payer_ = hash;
}

double SalaryRhythm::days_since(TimePoint now) const {
    return count() == 0 ? unknown : std::max(0.0, days_from(last_, now));
}

double SalaryRhythm::days_since_payer_change(TimePoint now) const {
    return payer_changes_ == 0 ? unknown : std::max(0.0, days_from(payer_changed_, now));
}

}  // namespace parlance::personalization
