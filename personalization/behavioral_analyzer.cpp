#include "personalization/behavioral_analyzer.h"

#include "personalization/activity.h"
#include "personalization/churn_score.h"
#include "personalization/engagement_score.h"
#include "personalization/investor_judgement.h"
#include "personalization/life_stage.h"
#include "personalization/segments.h"

namespace parlance::personalization {

BehaviorProfile BehavioralAnalyzer::analyze(const CustomerView& view, TimePoint now) const {
    const Activity activity = summarise(view.events, now);
    BehaviorProfile profile;
    profile.engagement = judge_engagement(activity);
    profile.style = judge_investment_style(view, activity);
    profile.risk = judge_risk_tolerance(view, activity);
    profile.stage = judge_life_stage(view);
    profile.segment = judge_segment(view, profile.stage.value);
    profile.patterns = find_patterns(activity);
    profile.churn = judge_churn(view, activity);
    return profile;
}

}  // namespace parlance::personalization
