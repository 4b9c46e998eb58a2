#include "personalization/recommender/ranking_measures.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <numeric>

namespace parlance::personalization {

namespace {

constexpr std::size_t deepest = 20;

double hits(std::span<const ItemNumber> ranking, std::span<const ItemNumber> wanted, std::size_t depth) {
    const auto shown = ranking.first(std::min(depth, ranking.size()));
    return static_cast<double>(std::count_if(shown.begin(), shown.end(), [&](ItemNumber item) {
        return std::binary_search(wanted.begin(), wanted.end(), item);
    }));
}

void add(RankingMeasures& sum, std::span<const ItemNumber> ranking, std::span<const ItemNumber> wanted) {
    ++sum.users;
    sum.ndcg_at_10 += ndcg(ranking, wanted, 10);
    sum.ndcg_at_20 += ndcg(ranking, wanted, 20);
    sum.recall_at_20 += hits(ranking, wanted, 20) / static_cast<double>(wanted.size());
    sum.precision_at_5 += hits(ranking, wanted, 5) / 5;
    sum.hit_rate_at_10 += hits(ranking, wanted, 10) > 0 ? 1 : 0;
}

void divide(RankingMeasures& sum) {
    const auto users = static_cast<double>(std::max<std::size_t>(sum.users, 1));
    for (double* value :
         {&sum.ndcg_at_10, &sum.ndcg_at_20, &sum.recall_at_20, &sum.precision_at_5, &sum.hit_rate_at_10})
        *value /= users;
}

// Fills coverage and novelty from how often each item was shown.
void tell_variety(RankingMeasures& measures, const std::vector<std::size_t>& shown, const LikeSplit& split) {
    const Interactions fans = split.training.transposed();
    const auto users = static_cast<double>(std::max<std::size_t>(split.training.users(), 1));
    double places = 0;
    for (ItemNumber item = 0; item < shown.size(); ++item) {
        const auto times = static_cast<double>(shown[item]);
        const double liked = std::max<double>(static_cast<double>(fans.of(item).size()), 1) / users;
        places += times;
        measures.coverage_at_10 += times > 0 ? 1 : 0;
        measures.novelty_at_10 -= times * std::log2(liked);
    }
    measures.coverage_at_10 /= static_cast<double>(std::max<std::size_t>(shown.size(), 1));
    measures.novelty_at_10 /= std::max(places, 1.0);
}

}  // namespace

std::vector<ItemNumber> best_items(std::span<float> scores, std::span<const ItemNumber> history,
                                   std::size_t most) {
    for (const ItemNumber item : history) scores[item] = -std::numeric_limits<float>::infinity();
    std::vector<ItemNumber> order(scores.size());
    std::iota(order.begin(), order.end(), ItemNumber{0});
    const std::size_t kept = std::min(most, scores.size() - std::min(history.size(), scores.size()));
    const auto end = order.begin() + static_cast<std::ptrdiff_t>(kept);
    std::partial_sort(order.begin(), end, order.end(), [&](ItemNumber left, ItemNumber right) {
        return scores[left] != scores[right] ? scores[left] > scores[right] : left < right;
    });
    order.erase(end, order.end());
    return order;
}

double ndcg(std::span<const ItemNumber> ranking, std::span<const ItemNumber> wanted, std::size_t depth) {
    double gain = 0;
    double best = 0;
    for (std::size_t place = 0; place < depth; ++place) {
        const double discount = 1 / std::log2(static_cast<double>(place) + 2);
        if (place < wanted.size()) best += discount;
        if (place < ranking.size() && std::binary_search(wanted.begin(), wanted.end(), ranking[place]))
            gain += discount;
    }
    return best > 0 ? gain / best : 0;
}

RankingMeasures measure_ranking(const ItemScorer& scorer, const LikeSplit& split) {
    using SteadyClock = std::chrono::steady_clock;
    RankingMeasures measures;
    std::vector<float> scores(split.training.items());
    std::vector<std::size_t> shown(split.training.items());
    std::vector<double> taken;
    for (std::size_t user = 0; user < split.training.users(); ++user) {
        if (split.test.of(user).empty()) continue;
        const auto start = SteadyClock::now();
        scorer(split.training.of(user), scores);
        const std::vector<ItemNumber> ranking = best_items(scores, split.training.of(user), deepest);
        taken.push_back(std::chrono::duration<double, std::milli>(SteadyClock::now() - start).count());
        add(measures, ranking, split.test.of(user));
        for (std::size_t place = 0; place < std::min<std::size_t>(10, ranking.size()); ++place)
            ++shown[ranking[place]];
    }
    divide(measures);
    tell_variety(measures, shown, split);
    std::sort(taken.begin(), taken.end());
    if (!taken.empty()) measures.p99_ms = taken[taken.size() * 99 / 100];
    return measures;
}

}  // namespace parlance::personalization
