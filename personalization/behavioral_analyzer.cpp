#include "personalization/behavioral_analyzer.h"

#include "personalization/churn_score.h"
#include "personalization/engagement_score.h"
#include "personalization/investor_judgement.h"
#include "personalization/life_stage.h"
#include "personalization/models/churn_forecast.h"
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
    profile.churn = churn_of(view, activity, now);
    if (models_.segments != nullptr && view.state.events() > 0) {
        if (auto place = place_in_segments(*models_.segments, view.state, now))
            profile.behavior_segment = std::move(*place);
    }
    return profile;
}

ChurnRisk BehavioralAnalyzer::churn_of(const CustomerView& view, const Activity& activity,
                                       TimePoint now) const {
    if (models_.churn != nullptr) {
        if (auto risk = forecast_churn(*models_.churn, view.state, now)) return std::move(*risk);
    }
    return judge_churn(view, activity);
}

}  // namespace parlance::personalization
