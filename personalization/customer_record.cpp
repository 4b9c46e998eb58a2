#include "personalization/customer_record.h"

#include <algorithm>

#include "personalization/state/state_bytes.h"

namespace parlance::personalization {
namespace {

constexpr std::uint32_t record_version = 1;

}  // namespace

bool CustomerRecord::admits(TimePoint at, Lateness lateness) const {
    if (is_trimmed_ && at <= checkpoint_) return false;
    return lateness == Lateness::accept || !is_begun_ || at >= newest_ - allowed_lateness;
}

void CustomerRecord::take(const BehaviorEvent& event) {
    if (is_begun_ && event.at < newest_) {
        is_stale_ = true;
        if (event.at <= checkpoint_) {  // a late one that was accepted: fold from the beginning
            checkpoint_ = TimePoint::min();
            folded_ = {};
        }
        return;
    }
    is_begun_ = true;
    newest_ = event.at;
    if (!is_stale_) state_.apply(event);
}

void CustomerRecord::refold(std::span<const BehaviorEvent> events) {
    const TimePoint settled = newest_ - allowed_lateness;  // nothing before it comes in any more
    state_ = folded_;
    auto event = events.begin();
    for (; event != events.end() && event->at < settled; ++event) state_.apply(*event);
    if (event != events.begin()) {
        checkpoint_ = std::prev(event)->at;
        folded_ = state_;
    }
    for (; event != events.end(); ++event) state_.apply(*event);
    is_stale_ = false;
}

void CustomerRecord::trim(std::span<const BehaviorEvent> events, TimePoint until) {
    if (is_stale_) {
        state_ = folded_;
        for (const BehaviorEvent& event : events) state_.apply(event);
        is_stale_ = false;
    }
    for (const BehaviorEvent& event : events) {
        if (event.at <= until) folded_.apply(event);
    }
    checkpoint_ = std::max(checkpoint_, until);
    is_trimmed_ = true;
}

std::string CustomerRecord::serialise() const {
    StateWriter writer;
    writer(record_version, *this);
    return writer.take();
}

Result<CustomerRecord> CustomerRecord::restore(std::string_view bytes) {
    StateReader reader(bytes);
    std::uint32_t version = 0;
    CustomerRecord record;
    reader(version, record);
    if (version != record_version || !reader.at_end()) {
        return Error{ErrorCode::storage_failed, "a customer's record is damaged or of another version (" +
                                                    std::to_string(version) + ")"};
    }
    return record;
}

}  // namespace parlance::personalization
