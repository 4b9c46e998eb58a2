#pragma once

#include "personalization/activity.h"
#include "personalization/behavior_profile.h"

namespace parlance::personalization {

// How much the customer uses the bank: points for active days, logins, chats and reading of late.
// Without events: medium, confidence 0.
Judged<EngagementLevel> judge_engagement(const Activity& activity);

}  // namespace parlance::personalization
