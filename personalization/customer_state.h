#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "intents/result.h"
#include "personalization/behavior_event.h"
#include "personalization/state/amount_sketch.h"
#include "personalization/state/balance_trend.h"
#include "personalization/state/behavior_trend.h"
#include "personalization/state/day_streak.h"
#include "personalization/state/decayed_trend.h"
#include "personalization/state/feature_breadth.h"
#include "personalization/state/hour_profile.h"
#include "personalization/state/ranked_counts.h"
#include "personalization/state/salary_rhythm.h"
#include "personalization/state/visit_rhythm.h"

namespace parlance::personalization {

// Everything that is remembered about how a customer behaves: a fold over the events in constant time an
// event and bounded space (0.3 to 2 KB), read at any moment from the newest event on. What fades does so at
// read. The same events in the same order give the same state to the last bit, on one machine and after
// `restore` alike. Holds no id, no merchant and no text of a customer, but the names of features, channels,
// categories and intents. Not thread-safe; a plain value.
class CustomerState {
public:
    // Counts one more event. Events come in the order of time; those of one moment in any order, as long as
    // it is always the same.
    void apply(const BehaviorEvent& event);

    // Versioned bytes for a store.
    std::string serialise() const;
    // Fails with storage_failed for bytes that are cut, damaged or of another version; the version is in the
    // detail.
    static Result<CustomerState> restore(std::string_view bytes);

    std::uint64_t events() const { return events_; }
    TimePoint first() const { return first_; }    // the epoch without events
    TimePoint newest() const { return newest_; }  // likewise

    const DecayedTrend& trend(BehaviorTrend trend) const { return trends_[static_cast<std::size_t>(trend)]; }
    const VisitRhythm& visits() const { return visits_; }
    const DayStreak& streak() const { return streak_; }
    const HourProfile& hours() const { return hours_; }
    const FeatureBreadth& breadth() const { return breadth_; }
    const RankedCounts& channels() const { return channels_; }
    const RankedCounts& categories() const { return categories_; }  // of payments, both ways
    const RankedCounts& intents() const { return intents_; }        // of chat turns
    const AmountSketch& payments() const { return payments_; }      // going out
    const BalanceTrend& balance() const { return balance_; }
    const SalaryRhythm& salary() const { return salary_; }

    template <typename Self, typename Archive>
    static void members(Self& self, Archive& archive) {
        archive(self.events_, self.first_, self.newest_, self.trends_, self.visits_, self.streak_,
                self.hours_, self.breadth_, self.channels_, self.categories_, self.intents_, self.payments_,
                self.balance_, self.salary_);
    }

private:
    void count(BehaviorTrend trend, TimePoint at, double amount = 1);
    void apply_own_act(const BehaviorEvent& event);
    void apply_payment(const BehaviorEvent& event);

    std::uint64_t events_ = 0;
    TimePoint first_{};
    TimePoint newest_{};
    std::array<DecayedTrend, behavior_trends> trends_;
    VisitRhythm visits_;
    DayStreak streak_;
    HourProfile hours_;
    FeatureBreadth breadth_;
    RankedCounts channels_;
    RankedCounts categories_;
    RankedCounts intents_;
    AmountSketch payments_;
    BalanceTrend balance_;
    SalaryRhythm salary_;
};

}  // namespace parlance::personalization
