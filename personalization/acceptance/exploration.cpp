#include "personalization/acceptance/exploration.h"

#include <algorithm>
#include <numeric>

#include "nlu/checksum.h"
#include "personalization/point_score.h"

namespace parlance::personalization {

namespace {

constexpr std::size_t draw_count = 128;

using Order = std::vector<std::size_t>;

// worth_of(candidate): what it is sorted by.
template <typename WorthOf>
Order sorted(const std::vector<OfferCandidate>& candidates, WorthOf worth_of) {
    std::vector<double> worth;
    for (const OfferCandidate& candidate : candidates) worth.push_back(worth_of(candidate));
    Order order(candidates.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t left, std::size_t right) { return worth[left] > worth[right]; });
    return order;
}

Order shuffled(std::size_t size, SeededRandom& random) {
    Order order(size);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t left = size; left > 1; --left) std::swap(order[left - 1], order[random.below(left)]);
    return order;
}

}  // namespace

std::vector<PlacedOffer> best_first(const std::vector<OfferCandidate>& candidates,
                                    const AnswerPosterior& belief, std::size_t limit) {
    const Order order = sorted(candidates, [&](const OfferCandidate& candidate) {
        return logistic(candidate.log_odds + belief.correction(candidate.on)) * candidate.worth;
    });
    std::vector<PlacedOffer> placed;
    for (std::size_t i = 0; i < std::min(limit, order.size()); ++i) placed.push_back({order[i], 1});
    return placed;
}

std::vector<PlacedOffer> explored(const std::vector<OfferCandidate>& candidates,
                                  const AnswerPosterior& belief, double by_chance, std::uint64_t seed,
                                  std::size_t limit) {
    if (candidates.empty()) return {};
    SeededRandom random(seed);
    std::vector<Order> orders;
    for (const OfferCase& weights : belief.draws(random, draw_count)) {
        orders.push_back(sorted(candidates, [&](const OfferCandidate& candidate) {
            return logistic(candidate.log_odds + product(weights, candidate.on)) * candidate.worth;
        }));
    }
    const bool leaves_it_to_chance = random.uniform() < by_chance;
    const Order chosen =
        leaves_it_to_chance ? shuffled(candidates.size(), random) : orders[random.below(orders.size())];
    std::vector<PlacedOffer> placed;
    for (std::size_t place = 0; place < std::min(limit, chosen.size()); ++place) {
        const auto alike = std::count_if(orders.begin(), orders.end(),
                                         [&](const Order& order) { return order[place] == chosen[place]; });
        const double by_belief = static_cast<double>(alike) / static_cast<double>(draw_count);
        placed.push_back({chosen[place],
                          (1 - by_chance) * by_belief + by_chance / static_cast<double>(candidates.size())});
    }
    return placed;
}

bool is_in_control(const CustomerId& customer, double control_percent) {
    constexpr std::uint64_t parts = 10000;
    return static_cast<double>(nlu::checksum_of(customer.text) % parts) < control_percent * (parts / 100);
}

}  // namespace parlance::personalization
