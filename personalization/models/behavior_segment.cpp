#include "personalization/models/behavior_segment.h"

#include <utility>

#include "personalization/models/state_features.h"

namespace parlance::personalization {

Result<BehaviorSegment> place_in_segments(const SegmentModel& model, const CustomerState& state,
                                          TimePoint now) {
    auto members = model.memberships(state_features(state, model.scaling.names(), now));
    if (!members) return members.error();
    SegmentMembership& member = members->front();
    return BehaviorSegment{model.segments[member.segment].name, member.shares[member.segment],
                           std::move(member.shares)};
}

}  // namespace parlance::personalization
