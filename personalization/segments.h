#pragma once

#include <string>
#include <vector>

#include "personalization/activity.h"
#include "personalization/behavior_profile.h"
#include "personalization/customer_view.h"

namespace parlance::personalization {

// Every segment's name, as expressions compare profile.segment with.
const std::vector<std::string>& segment_names();

// The segment whose rules collect most points; "everyday" when none collects any.
// Hand-made rules over age, balances, debts and life stage; clusters found in data come later.
// The confidence is the winner's lead over the runner-up, damped by how many attributes are known.
Judged<std::string> judge_segment(const CustomerView& view, LifeStage stage);

// Habits worth knowing: time of day, what is read, which tasks are chatted about.
std::vector<BehaviorPattern> find_patterns(const Activity& activity);

}  // namespace parlance::personalization
