#include "personalization/recommender/score_blend.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "personalization/recommender/ranking_measures.h"

namespace parlance::personalization {

namespace {

constexpr std::size_t most_scores = 100'000'000;  // kept in memory, 4 bytes each
constexpr int most_passes = 3;
constexpr std::array<double, 9> weights_tried = {0, 0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2};

void standardise(std::span<float> scores) {
    double sum = 0;
    double squares = 0;
    for (const float score : scores) {
        sum += score;
        squares += double{score} * score;
    }
    const auto count = static_cast<double>(scores.size());
    const double mean = sum / count;
    const double deviation = std::sqrt(std::max(squares / count - mean * mean, 1e-20));
    for (float& score : scores) score = static_cast<float>((score - mean) / deviation);
}

void add(std::span<float> sum, std::span<const float> scores, double weight) {
    const auto factor = static_cast<float>(weight);
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += factor * scores[i];
}

// Every scorer's standardised scores for some users, asked once.
class ScoredUsers {
public:
    ScoredUsers(const std::vector<NamedScorer>& scorers, const LikeSplit& split) : split_(split) {
        for (std::size_t user = 0; user < split.training.users(); ++user) {
            if (!split.test.of(user).empty()) users_.push_back(user);
        }
        const std::size_t most_users = std::max<std::size_t>(
            most_scores / std::max<std::size_t>(scorers.size() * split.training.items(), 1), 1);
        const std::size_t step = std::max<std::size_t>((users_.size() + most_users - 1) / most_users, 1);
        for (std::size_t i = 0; i * step < users_.size(); ++i) users_[i] = users_[i * step];
        users_.resize((users_.size() + step - 1) / step);
        for (const std::size_t user : users_) {
            for (const NamedScorer& scorer : scorers) {
                auto& scores = scores_.emplace_back(split.training.items());
                scorer.score(split.training.of(user), scores);
                standardise(scores);
            }
        }
    }

    double ndcg_of(const std::vector<double>& weights) const {
        double sum = 0;
        std::vector<float> blended(split_.training.items());
        for (std::size_t i = 0; i < users_.size(); ++i) {
            std::fill(blended.begin(), blended.end(), 0.0F);
            for (std::size_t k = 0; k < weights.size(); ++k) {
                if (weights[k] > 0) add(blended, scores_[i * weights.size() + k], weights[k]);
            }
            const auto ranking = best_items(blended, split_.training.of(users_[i]), 10);
            sum += ndcg(ranking, split_.test.of(users_[i]), 10);
        }
        return users_.empty() ? 0 : sum / static_cast<double>(users_.size());
    }

private:
    const LikeSplit& split_;
    std::vector<std::size_t> users_;
    std::vector<std::vector<float>> scores_;  // user after user, the scorers in order
};

}  // namespace

ItemScorer blend_of(const std::vector<NamedScorer>& scorers, const std::vector<double>& weights) {
    return [scorers, weights](std::span<const ItemNumber> history, std::span<float> scores) {
        std::fill(scores.begin(), scores.end(), 0.0F);
        std::vector<float> one(scores.size());
        for (std::size_t k = 0; k < scorers.size(); ++k) {
            if (weights[k] == 0) continue;
            scorers[k].score(history, one);
            standardise(one);
            add(scores, one, weights[k]);
        }
    };
}

std::vector<double> find_blend_weights(const std::vector<NamedScorer>& scorers, const LikeSplit& validation) {
    const ScoredUsers users(scorers, validation);
    std::vector<double> best(scorers.size());
    double best_ndcg = -1;
    for (std::size_t k = 0; k < scorers.size(); ++k) {
        std::vector<double> alone(scorers.size());
        alone[k] = 1;
        const double reached = users.ndcg_of(alone);
        if (reached <= best_ndcg) continue;
        best_ndcg = reached;
        best = alone;
    }
    for (int pass = 0; pass < most_passes; ++pass) {
        const std::vector<double> before = best;
        for (std::size_t k = 0; k < scorers.size(); ++k) {
            std::vector<double> tried = best;
            for (const double weight : weights_tried) {
                tried[k] = weight;
                const double reached = users.ndcg_of(tried);
                if (reached <= best_ndcg) continue;
                best_ndcg = reached;
                best = tried;
            }
        }
        if (best == before) break;
    }
    return best;
}

}  // namespace parlance::personalization
