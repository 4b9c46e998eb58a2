#pragma once

#include "personalization/behavior_profile.h"
#include "personalization/customer_view.h"

namespace parlance::personalization {

// The life stage by what the bank knows: employment first, then age, children and home.
// With nothing known: established, confidence 0.
Judged<LifeStage> judge_life_stage(const CustomerView& view);

}  // namespace parlance::personalization
