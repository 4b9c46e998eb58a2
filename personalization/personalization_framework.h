#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "intents/clock.h"
#include "intents/result.h"
#include "personalization/comprehensive_metrics.h"
#include "personalization/content/content_page.h"
#include "personalization/content/learning_path.h"
#include "personalization/ingest/event_ingest.h"
#include "personalization/models/behavior_models.h"
#include "personalization/personalization_engines.h"
#include "personalization/profile_attributes.h"

namespace parlance::personalization {

// What a framework works with.
struct FrameworkChoice {
    std::filesystem::path pack;      // its articles and offers
    std::filesystem::path folder;    // where behaviour is kept; made when it is not there
    BehaviorModelFiles models = {};  // without them, point scores stand in
    AdviceOptions advice = {};       // what was learned from answers, exploration, contact limits
    Locale language = {"en"};        // of the reasons
    Clock clock = system_clock();
};

// The four engines with a memory: behaviour in, then profiles, forecasts, content and recommendations out.
// For programs that use the library without conversations; a conversation asks the engines itself.
//
// `portfolio` is what the bank knows of a client: the attributes of docs/personalization.md
// ("savings_balance", "age", ...); what is not known is left out. Reading a client's behaviour asks his
// consent: for profiling to judge and to forecast, for marketing to choose content and offers; without it he
// is judged by the portfolio alone.
//
// Everything fails with storage_failed when the store does not answer. Safe to call from several threads.
class PersonalizationFramework {
public:
    // Fails with bad_pack (every finding of articles and offers with its place), io_failed, storage_failed or
    // bad_model.
    static Result<PersonalizationFramework> open(FrameworkChoice choice);

    ~PersonalizationFramework();
    PersonalizationFramework(PersonalizationFramework&&) noexcept;
    PersonalizationFramework& operator=(PersonalizationFramework&&) noexcept;

    // BehavioralAnalyzer: takes in what a client did, once per source and id however often it comes. A
    // refused event is kept as a dead letter; the receipt says why.
    Result<IngestReceipt> track_behavior(const BehaviorEvent& event);
    Result<BehaviorProfile> analyze_client_behavior(const CustomerId& client,
                                                    const Attributes& portfolio = {}) const;

    // LifeEventPredictor: most likely first, each with the offers that serve it.
    Result<std::vector<LifeEventForecast>> predict_life_events(const CustomerId& client,
                                                               const Attributes& portfolio = {}) const;

    // ContentPersonalizationEngine: from the next call on the item is among the content, in place of one with
    // the same id. Fails with bad_request, everything named, for an item without id, topics or title, and for
    // a prerequisite that there is not.
    Result<void> add_content(ContentItem item);
    // The same for many at once, all or none; they may build on each other.
    Result<void> add_content(std::vector<ContentItem> items);
    // At most n items that fit what the client is interested in; the profile is that of
    // `analyze_client_behavior`.
    Result<std::vector<RankedContent>> recommend_content(const CustomerId& client,
                                                         const BehaviorProfile& profile, std::size_t n) const;

    // A page put together for the client: what fits best, the next lesson, what is related, what to refresh.
    Result<ContentPage> assemble_content_page(const CustomerId& client,
                                              const Attributes& portfolio = {}) const;
    // At most n lessons that lead him on in a topic, in order, each with its reason. Fails with not_found for
    // a topic that no content is about.
    Result<LearningPath> plan_learning(const CustomerId& client, const TopicName& topic, std::size_t n) const;

    // RecommendationEngine: offers that fit, most promising first, each with its reasons.
    Result<std::vector<Recommendation>> generate_recommendations(const CustomerId& client,
                                                                 const Attributes& portfolio) const;

    // All of it at once, from one reading of the client's behaviour.
    Result<Personalization> personalize_client_experience(const CustomerId& client,
                                                          const Attributes& current_portfolio) const;

    // Counts, times and what was measured online, beside what is aimed at.
    ComprehensiveMetrics get_comprehensive_metrics() const;

private:
    struct Parts;
    explicit PersonalizationFramework(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> parts_;
};

}  // namespace parlance::personalization
