#pragma once

#include <memory>
#include <vector>

#include "personalization/behavioral_analyzer.h"
#include "personalization/content_personalization_engine.h"
#include "personalization/life_event_predictor.h"
#include "personalization/recommendation_engine.h"

namespace parlance::personalization {

// Everything personalization has to say at one moment.
struct Personalization {
    BehaviorProfile profile;
    std::vector<LifeEventForecast> life_events;
    std::vector<RankedContent> content;
    std::vector<Recommendation> recommendations;
};

// Runs the four engines in their order: BehavioralAnalyzer, LifeEventPredictor,
// ContentPersonalizationEngine, RecommendationEngine. Immutable; safe to call from several threads.
class PersonalizationEngines {
public:
    explicit PersonalizationEngines(std::shared_ptr<const Catalogue> catalogue, BehaviorModels models = {});

    Personalization personalize(const CustomerView& view, const Moment& moment) const;

    const Catalogue& catalogue() const { return *catalogue_; }
    const BehaviorModels& models() const { return analyzer_.models(); }

private:
    std::shared_ptr<const Catalogue> catalogue_;
    BehavioralAnalyzer analyzer_;
    LifeEventPredictor predictor_;
    ContentPersonalizationEngine content_;
    RecommendationEngine recommendations_;
};

}  // namespace parlance::personalization
