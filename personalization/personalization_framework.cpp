#include "personalization/personalization_framework.h"

#include <algorithm>
#include <mutex>
#include <shared_mutex>
#include <utility>

#include "intents/findings.h"
#include "intents/pack.h"
#include "intents/pack_source.h"
#include "nlu/opened_pack.h"
#include "personalization/content/added_items.h"
#include "personalization/engine_metrics.h"
#include "personalization/ingest/behavior_folder.h"
#include "personalization/interests.h"

namespace parlance::personalization {

namespace {

constexpr std::chrono::days behavior_window{365};
constexpr std::size_t most_ranked = 50;  // that a page is chosen from
constexpr std::size_t most_lessons = 10;

Result<std::shared_ptr<const Catalogue>> read_catalogue(const std::filesystem::path& folder) {
    Findings findings;
    const auto source = PackSource::read(folder, findings);
    const Pack pack = load_pack(source, findings);
    auto catalogue = std::make_shared<Catalogue>(load_catalogue(source, pack, findings));
    if (const auto sound = nlu::check_pack(findings, folder); !sound) return sound.error();
    return std::shared_ptr<const Catalogue>(std::move(catalogue));
}

Error unknown_topic(const TopicName& topic, const Catalogue& catalogue) {
    std::vector<std::string> topics;
    for (const ContentItem& item : catalogue.items) {
        for (const TopicName& each : item.topics) topics.push_back(each.text);
    }
    return {ErrorCode::not_found,
            "no content is about \"" + topic.text + "\"; " + did_you_mean(topic.text, topics)};
}

}  // namespace

struct PersonalizationFramework::Parts {
    FrameworkChoice choice;
    BehaviorFolder behavior;
    EventIngest ingest;
    BehaviorModels models;
    mutable EngineMetrics metrics;

    Parts(FrameworkChoice chosen, BehaviorFolder opened, BehaviorModels loaded,
          std::shared_ptr<const Catalogue> catalogue)
        : choice(std::move(chosen)),
          behavior(std::move(opened)),
          ingest(*behavior.events, *behavior.dead, choice.clock),
          models(std::move(loaded)) {
        serve(std::move(catalogue));
    }

    void serve(std::shared_ptr<const Catalogue> catalogue) {
        engines_ =
            std::make_shared<const PersonalizationEngines>(std::move(catalogue), models, choice.advice);
    }
    std::shared_ptr<const PersonalizationEngines> engines() const {
        const std::shared_lock lock(mutex_);
        return engines_;
    }
    Result<void> add(std::vector<ContentItem> items);

    Result<CustomerView> view_of(const CustomerId& client, const Attributes& portfolio,
                                 Purpose purpose) const;
    // A moment outside any conversation, with the client's interests in place of what he is saying.
    Moment moment_of(const CustomerView& view, const std::vector<LifeEventForecast>& life_events,
                     const ContentIndex& index) const;
    Result<Foresight> foresee(const CustomerId& client, const Attributes& portfolio) const;
    // Both halves over one reading of the client's behaviour.
    Result<Personalization> personalize(const CustomerId& client, const Attributes& portfolio) const;

private:
    mutable std::shared_mutex mutex_;
    std::shared_ptr<const PersonalizationEngines> engines_;
};

Result<CustomerView> PersonalizationFramework::Parts::view_of(const CustomerId& client,
                                                              const Attributes& portfolio,
                                                              Purpose purpose) const {
    auto events = behavior.events->events_of(client, choice.clock() - behavior_window, purpose);
    if (!events) return events.error();
    auto state = behavior.events->state_of(client, purpose);
    if (!state) return state.error();
    return CustomerView{client, portfolio, std::move(*events), std::move(*state)};
}

Moment PersonalizationFramework::Parts::moment_of(const CustomerView& view,
                                                  const std::vector<LifeEventForecast>& life_events,
                                                  const ContentIndex& index) const {
    Moment moment;
    moment.now = choice.clock();
    moment.locale = choice.language;
    moment.topics = interests_of(view, life_events, index, moment.now);
    return moment;
}

Result<Foresight> PersonalizationFramework::Parts::foresee(const CustomerId& client,
                                                           const Attributes& portfolio) const {
    const auto view = view_of(client, portfolio, Purpose::profiling);
    if (!view) return view.error();
    auto foresight = engines()->foresee(*view, choice.clock());
    metrics.count_round(foresight.times);
    return foresight;
}

Result<Personalization> PersonalizationFramework::Parts::personalize(const CustomerId& client,
                                                                     const Attributes& portfolio) const {
    const auto view = view_of(client, portfolio, Purpose::marketing);
    if (!view) return view.error();
    const auto serving = engines();
    auto foresight = serving->foresee(*view, choice.clock());
    const auto moment = moment_of(*view, foresight.life_events, serving->content().index());
    auto result = serving->choose(*view, std::move(foresight), moment);
    metrics.count_round(result.times);
    return result;
}

Result<void> PersonalizationFramework::Parts::add(std::vector<ContentItem> items) {
    const std::unique_lock lock(mutex_);
    const Catalogue& catalogue = engines_->catalogue();
    if (auto sound = check_added(catalogue, items); !sound) return sound;
    serve(std::make_shared<const Catalogue>(with_items(catalogue, std::move(items))));
    return {};
}

PersonalizationFramework::PersonalizationFramework(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
PersonalizationFramework::~PersonalizationFramework() = default;
PersonalizationFramework::PersonalizationFramework(PersonalizationFramework&&) noexcept = default;
PersonalizationFramework& PersonalizationFramework::operator=(PersonalizationFramework&&) noexcept = default;

Result<PersonalizationFramework> PersonalizationFramework::open(FrameworkChoice choice) {
    auto catalogue = read_catalogue(choice.pack);
    if (!catalogue) return catalogue.error();
    auto models = load_behavior_models(choice.models);
    if (!models) return models.error();
    std::error_code error;
    std::filesystem::create_directories(choice.folder, error);
    if (error) return Error{ErrorCode::io_failed, choice.folder.string() + ": " + error.message()};
    auto behavior = BehaviorFolder::open(choice.folder);
    if (!behavior) return behavior.error();
    return PersonalizationFramework(std::make_unique<Parts>(std::move(choice), std::move(*behavior),
                                                            std::move(*models), std::move(*catalogue)));
}

Result<IngestReceipt> PersonalizationFramework::track_behavior(const BehaviorEvent& event) {
    const auto start = std::chrono::steady_clock::now();
    auto receipt = parts_->ingest.track_behavior(event);
    parts_->metrics.count_event(std::chrono::steady_clock::now() - start);
    if (receipt && receipt->outcome == IngestReceipt::Outcome::accepted)
        parts_->metrics.count_behavior(event);
    return receipt;
}

Result<BehaviorProfile> PersonalizationFramework::analyze_client_behavior(const CustomerId& client,
                                                                          const Attributes& portfolio) const {
    auto foresight = parts_->foresee(client, portfolio);
    if (!foresight) return foresight.error();
    return std::move(foresight->profile);
}

Result<std::vector<LifeEventForecast>> PersonalizationFramework::predict_life_events(
    const CustomerId& client, const Attributes& portfolio) const {
    auto foresight = parts_->foresee(client, portfolio);
    if (!foresight) return foresight.error();
    return std::move(foresight->life_events);
}

Result<void> PersonalizationFramework::add_content(ContentItem item) {
    std::vector<ContentItem> items;
    items.push_back(std::move(item));
    return parts_->add(std::move(items));
}

Result<void> PersonalizationFramework::add_content(std::vector<ContentItem> items) {
    return parts_->add(std::move(items));
}

Result<std::vector<RankedContent>> PersonalizationFramework::recommend_content(const CustomerId& client,
                                                                               const BehaviorProfile& profile,
                                                                               std::size_t n) const {
    const auto view = parts_->view_of(client, {}, Purpose::marketing);
    if (!view) return view.error();
    const auto engines = parts_->engines();
    const auto start = std::chrono::steady_clock::now();
    const auto moment = parts_->moment_of(*view, {}, engines->content().index());
    auto content = engines->content().rank(*view, profile, moment, n);
    parts_->metrics.count_round({.content_engine = std::chrono::steady_clock::now() - start});
    parts_->metrics.count_shown(0, content.size());
    return content;
}

Result<ContentPage> PersonalizationFramework::assemble_content_page(const CustomerId& client,
                                                                    const Attributes& portfolio) const {
    const auto view = parts_->view_of(client, portfolio, Purpose::marketing);
    if (!view) return view.error();
    const auto engines = parts_->engines();
    const ContentIndex& index = engines->content().index();
    const auto start = std::chrono::steady_clock::now();
    const auto foresight = engines->foresee(*view, parts_->choice.clock());
    const auto moment = parts_->moment_of(*view, foresight.life_events, index);
    const auto ranked = engines->content().rank(*view, foresight.profile, moment, most_ranked);
    const ReadingHistory history(view->events, moment.now);
    LearningPath path;
    if (!moment.topics.empty())
        path = learning_path(index, history, moment.topics.front().topic, date_of(moment.now), most_lessons);
    auto page = assemble_page({index, history, ranked, path, moment.now});
    parts_->metrics.count_round({.content_engine = std::chrono::steady_clock::now() - start});
    parts_->metrics.count_shown(
        0, (page.hero ? 1U : 0U) + (page.next_step ? 1U : 0U) + page.related.size() + page.refresh.size());
    return page;
}

Result<LearningPath> PersonalizationFramework::plan_learning(const CustomerId& client, const TopicName& topic,
                                                             std::size_t n) const {
    const auto view = parts_->view_of(client, {}, Purpose::marketing);
    if (!view) return view.error();
    const auto engines = parts_->engines();
    const ContentIndex& index = engines->content().index();
    if (index.about(topic).empty()) return unknown_topic(topic, index.catalogue());
    const auto now = parts_->choice.clock();
    return learning_path(index, ReadingHistory(view->events, now), topic, date_of(now), n);
}

Result<std::vector<Recommendation>> PersonalizationFramework::generate_recommendations(
    const CustomerId& client, const Attributes& portfolio) const {
    auto result = parts_->personalize(client, portfolio);
    if (!result) return result.error();
    parts_->metrics.count_shown(result->recommendations.size(), 0);
    return std::move(result->recommendations);
}

Result<Personalization> PersonalizationFramework::personalize_client_experience(
    const CustomerId& client, const Attributes& current_portfolio) const {
    auto result = parts_->personalize(client, current_portfolio);
    if (result) parts_->metrics.count_shown(result->recommendations.size(), result->content.size());
    return result;
}

ComprehensiveMetrics PersonalizationFramework::get_comprehensive_metrics() const {
    auto metrics = parts_->metrics.snapshot();
    std::erase_if(metrics.engines,
                  [](const EngineFigures& engine) { return engine.engine == "conversation"; });
    return metrics;
}

}  // namespace parlance::personalization
