#include "personalization/interests.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "personalization/activity.h"

namespace parlance::personalization {

namespace {

constexpr double half_life_days = 30;
constexpr double likely = 0.5;
constexpr double life_event_weight = 2;  // like two pages seen just now
constexpr std::size_t most_topics = 5;

// Topics by weight, and the ways by which an event leads to some.
class TopicWeights {
public:
    explicit TopicWeights(const Catalogue& catalogue) {
        for (const ContentItem& item : catalogue.items) {
            known_.insert(item.topics.begin(), item.topics.end());
            by_article_.emplace(item.id.text, &item.topics);
            for (const IntentName& intent : item.intents) by_intent_.emplace(intent.text, &item.topics);
        }
        for (const Offer& offer : catalogue.offers) known_.insert(offer.topics.begin(), offer.topics.end());
    }

    void add(const BehaviorEvent& event, double weight) {
        if (event.kind == BehaviorKind::transaction || event.kind == BehaviorKind::login) return;
        if (known_.contains({event.feature})) weights_[{event.feature}] += weight;
        add_all(by_article_, event.feature, weight);
        if (event.kind == BehaviorKind::chat_turn) add_all(by_intent_, event.feature, weight);
    }
    void add(const std::vector<TopicName>& topics, double weight) {
        for (const TopicName& topic : topics) weights_[topic] += weight;
    }

    std::vector<nlu::TopicScore> strongest() const {
        std::vector<std::pair<TopicName, double>> ranked(weights_.begin(), weights_.end());
        std::stable_sort(ranked.begin(), ranked.end(),
                         [](const auto& left, const auto& right) { return left.second > right.second; });
        if (ranked.size() > most_topics) ranked.resize(most_topics);
        std::vector<nlu::TopicScore> scores;
        for (const auto& [topic, weight] : ranked)
            scores.push_back({topic, {}, static_cast<float>(weight / ranked.front().second)});
        return scores;
    }

private:
    using Ways = std::map<std::string, const std::vector<TopicName>*>;

    void add_all(const Ways& ways, const std::string& name, double weight) {
        if (const auto found = ways.find(name); found != ways.end()) add(*found->second, weight);
    }

    std::set<TopicName> known_;
    Ways by_article_;
    Ways by_intent_;
    std::map<TopicName, double> weights_;
};

}  // namespace

std::vector<nlu::TopicScore> interests_of(const CustomerView& view,
                                          const std::vector<LifeEventForecast>& life_events,
                                          const Catalogue& catalogue, TimePoint now) {
    TopicWeights weights(catalogue);
    for (const BehaviorEvent& event : view.events) {
        if (event.at <= now) weights.add(event, std::exp2(-days_from(event.at, now) / half_life_days));
    }
    for (const LifeEventForecast& forecast : life_events) {
        if (forecast.probability < likely) continue;
        for (const Offer& offer : catalogue.offers) {
            if (std::find(forecast.services.begin(), forecast.services.end(), offer.id) !=
                forecast.services.end())
                weights.add(offer.topics, life_event_weight * forecast.probability);
        }
    }
    return weights.strongest();
}

}  // namespace parlance::personalization
