#include "personalization/life_event_forecast.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace parlance::personalization {
namespace {

// How the chance of not having met the event falls: its logarithm at some days, a straight line between them
// and on beyond the last.
class SurvivalCurve {
public:
    explicit SurvivalCurve(const LifeEventForecast& forecast) {
        for (const HorizonChance& chance : forecast.horizons)
            add(static_cast<double>(chance.horizon.count()), chance.probability);
        if (forecast.horizons.empty())
            add(forecast.timeframe.to_days - forecast.timeframe.from_days, forecast.probability);
    }

    double log_survival(double days) const {
        Knot before{};
        for (const Knot& knot : knots_) {
            if (days <= knot.days) return between(before, knot, days);
            before = knot;
        }
        return before.log_survival + (days - before.days) * last_slope();
    }

    // The days at which it has fallen so far; infinite when it does not fall.
    double days_at(double log_survival) const {
        Knot before{};
        for (const Knot& knot : knots_) {
            if (knot.log_survival <= log_survival)
                return before.days + (log_survival - before.log_survival) * (knot.days - before.days) /
                                         (knot.log_survival - before.log_survival);
            before = knot;
        }
        if (last_slope() >= 0) return std::numeric_limits<double>::infinity();
        return before.days + (log_survival - before.log_survival) / last_slope();
    }

private:
    struct Knot {
        double days = 0;
        double log_survival = 0;
    };

    // Several models may say less of a longer time than of a shorter one: it is not less.
    void add(double days, double probability) {
        const double before = knots_.empty() ? 0 : knots_.back().log_survival;
        knots_.push_back({days, std::min(before, std::log1p(-std::min(probability, 0.9999)))});
    }
    static double between(const Knot& left, const Knot& right, double days) {
        const double share = (days - left.days) / (right.days - left.days);
        return left.log_survival + share * (right.log_survival - left.log_survival);
    }
    // As fast as over the whole of the known time.
    double last_slope() const { return knots_.back().log_survival / knots_.back().days; }

    std::vector<Knot> knots_;
};

}  // namespace

double LifeEventForecast::probability_within(std::chrono::days days) const {
    if (days.count() <= 0) return 0;
    return -std::expm1(SurvivalCurve(*this).log_survival(static_cast<double>(days.count())));
}

std::chrono::days LifeEventForecast::median() const {
    constexpr double longest = 36'500;
    const double days = SurvivalCurve(*this).days_at(std::log(0.5));
    return std::chrono::days{static_cast<int>(std::min(std::ceil(days), longest))};
}

}  // namespace parlance::personalization
