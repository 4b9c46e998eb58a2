#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "personalization/behavioral_analyzer.h"
#include "personalization/content_personalization_engine.h"
#include "personalization/foresight.h"
#include "personalization/life_event_predictor.h"
#include "personalization/recommendation_engine.h"

namespace parlance::personalization {

// Everything personalization has to say at one moment.
struct Personalization : Foresight {
    std::vector<RankedContent> content;
    std::vector<Recommendation> recommendations;
};

// Runs the four engines in their order: BehavioralAnalyzer, LifeEventPredictor,
// ContentPersonalizationEngine, RecommendationEngine. Immutable; safe to call from several threads.
class PersonalizationEngines {
public:
    explicit PersonalizationEngines(std::shared_ptr<const Catalogue> catalogue, BehaviorModels models = {},
                                    AdviceOptions advice = {});

    // All of it. Of a customer who objects to profiling from the bank's attributes alone, as both halves.
    Personalization personalize(const CustomerView& view, const Moment& moment) const;

    // The first half: what the analyzer, the predictor and the opportunity finders see. told_now: as of
    // LifeEventPredictor.
    Foresight foresee(const CustomerView& view, TimePoint now, std::optional<LifeEvent> told_now = {}) const;
    // The second half: what content and offers follow from that, in this moment.
    Personalization choose(const CustomerView& view, Foresight foresight, const Moment& moment) const;

    const ContentPersonalizationEngine& content() const { return content_; }
    const Catalogue& catalogue() const { return *catalogue_; }
    const BehaviorModels& models() const { return analyzer_.models(); }

private:
    std::shared_ptr<const Catalogue> catalogue_;
    LifeEventPredictor predictor_;
    ContentPersonalizationEngine content_;
    BehavioralAnalyzer analyzer_;
    RecommendationEngine recommendations_;
};

}  // namespace parlance::personalization
