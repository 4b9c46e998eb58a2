#pragma once

#include <chrono>
#include <span>
#include <string>
#include <string_view>

#include "personalization/append_outcome.h"
#include "personalization/behavior_event.h"
#include "personalization/consent.h"
#include "personalization/customer_state.h"

namespace parlance::personalization {

// What a store keeps of one customer beside the events: the state, and what it takes to put it right when
// events come out of order. Every store shares this logic and adds only where the bytes lie.
//
// An event in order moves the state at once. One out of order only marks it stale; reading it then folds the
// events since a checkpoint anew, so that the state is exactly the ordered fold, whatever the order of
// arrival (events of one moment count in the order they arrived). Events more than seven days behind the
// newest one (the watermark) are late; so the checkpoint, the fold up to there, need not change any more.
// Not thread-safe; a plain value.
class CustomerRecord {
public:
    static constexpr std::chrono::days allowed_lateness{7};

    // Whether a store may keep an event of this moment. What retention has removed is folded into the
    // checkpoint for good: nothing older is ever taken.
    bool admits(TimePoint at, Lateness lateness) const;

    // Counts an event that was admitted and is being kept.
    void take(const BehaviorEvent& event);

    // The fold of everything taken; out of date while stale.
    const CustomerState& state() const { return state_; }
    bool is_stale() const { return is_stale_; }

    // Puts a stale state right. events: the customer's after `checkpoint()`, in the order of time.
    void refold(std::span<const BehaviorEvent> events);

    // Moves the checkpoint to `until`, so that events up to there may go. events: as for `refold`.
    void trim(std::span<const BehaviorEvent> events, TimePoint until);

    // Events up to this moment are in the checkpoint's fold.
    TimePoint checkpoint() const { return checkpoint_; }

    Consent consent;

    std::string serialise() const;
    // Fails with storage_failed for damaged bytes or another version.
    static Result<CustomerRecord> restore(std::string_view bytes);

    template <typename Self, typename Archive>
    static void members(Self& self, Archive& archive) {
        archive(self.newest_, self.checkpoint_, self.is_begun_, self.is_stale_, self.is_trimmed_,
                self.consent, self.state_, self.folded_);
    }

private:
    TimePoint newest_{};
    TimePoint checkpoint_ = TimePoint::min();
    bool is_begun_ = false;    // an event was taken
    bool is_stale_ = false;    // the events say something else than state_
    bool is_trimmed_ = false;  // events up to the checkpoint have gone
    CustomerState state_;
    CustomerState folded_;  // events up to the checkpoint
};

}  // namespace parlance::personalization
