#include "personalization/interests.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "personalization/activity.h"

namespace parlance::personalization {

namespace {

constexpr double half_life_days = 30;
constexpr double likely = 0.5;
constexpr double life_event_weight = 2;  // like two pages seen just now
constexpr std::size_t most_topics = 5;

// Topics by weight; events lead to them by name, by the article read, by what a chat was about.
class TopicWeights {
public:
    explicit TopicWeights(const ContentIndex& index) : index_(index) {}

    void add(const BehaviorEvent& event, double weight) {
        if (event.kind == BehaviorKind::transaction || event.kind == BehaviorKind::login) return;
        if (index_.is_topic(event.feature)) weights_[{event.feature}] += weight;
        if (const ContentItem* read = index_.find({event.feature})) add(read->topics, weight);
        const auto& answers = index_.answering({event.feature});
        if (event.kind == BehaviorKind::chat_turn && !answers.empty()) add(answers.front()->topics, weight);
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
    const ContentIndex& index_;
    std::map<TopicName, double> weights_;
};

}  // namespace

std::vector<nlu::TopicScore> interests_of(const CustomerView& view,
                                          const std::vector<LifeEventForecast>& life_events,
                                          const ContentIndex& index, TimePoint now) {
    TopicWeights weights(index);
    for (const BehaviorEvent& event : view.events) {
        if (event.at <= now) weights.add(event, std::exp2(-days_from(event.at, now) / half_life_days));
    }
    for (const LifeEventForecast& forecast : life_events) {
        if (forecast.probability < likely) continue;
        for (const Offer& offer : index.catalogue().offers) {
            if (std::find(forecast.services.begin(), forecast.services.end(), offer.id) !=
                forecast.services.end())
                weights.add(offer.topics, life_event_weight * forecast.probability);
        }
    }
    return weights.strongest();
}

}  // namespace parlance::personalization
