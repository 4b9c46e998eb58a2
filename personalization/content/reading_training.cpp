#include "personalization/content/reading_training.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <set>

#include "personalization/recommender/item_neighbours.h"
#include "personalization/recommender/item_regression.h"

namespace parlance::personalization {

namespace {

constexpr std::size_t kept_weights = 100;  // of each item
constexpr std::size_t shown = 10;
constexpr std::size_t most_regressed_items = 8000;
constexpr std::size_t fewest_readers = 20;

using Weights = std::vector<std::vector<ReadingModel::Weight>>;

struct Method {
    std::string name;
    std::function<ItemScorer(const Interactions&)> fit;
};

// Readings by number, and for each reader what he read last.
struct NumberedReadings {
    std::vector<std::string> items;
    Interactions all;
    Interactions before_last;
    std::vector<std::vector<ItemNumber>> earlier;  // of readers with two items or more
    std::vector<ItemNumber> last;                  // of the same
};

NumberedReadings numbered_readings(const NamedLikes& readings) {
    std::set<std::string> names;
    for (const auto& reader : readings.users) names.insert(reader.items.begin(), reader.items.end());
    NumberedReadings result{
        {names.begin(), names.end()}, Interactions(names.size()), Interactions(names.size()), {}, {}};
    for (const auto& reader : readings.users) {
        std::vector<ItemNumber> read;
        for (const std::string& name : reader.items) {
            const auto place = std::lower_bound(result.items.begin(), result.items.end(), name);
            read.push_back(static_cast<ItemNumber>(place - result.items.begin()));
        }
        result.all.add_user(read);
        if (read.size() < 2) continue;
        result.last.push_back(read.back());
        read.pop_back();
        result.before_last.add_user(read);
        result.earlier.push_back(std::move(read));
    }
    return result;
}

// Both kinds of scorer add up what each item of a history says by itself, so that one item at a time gives
// all weights.
Weights weights_of(const ItemScorer& score, std::size_t items) {
    Weights weights(items);
    std::vector<float> scores(items);
    for (std::size_t i = 0; i < items; ++i) {
        const auto item = static_cast<ItemNumber>(i);
        score(std::span(&item, 1), scores);
        auto& kept = weights[i];
        for (std::size_t other = 0; other < items; ++other) {
            if (other != i && scores[other] != 0)
                kept.push_back({static_cast<ItemNumber>(other), scores[other]});
        }
        std::stable_sort(kept.begin(), kept.end(), [](const auto& left, const auto& right) {
            return std::abs(left.weight) > std::abs(right.weight);
        });
        if (kept.size() > kept_weights) kept.resize(kept_weights);
    }
    return weights;
}

// The ten best that were not read, best first.
std::vector<ItemNumber> best_unread(std::vector<float> scores, const std::vector<ItemNumber>& read) {
    std::vector<ItemNumber> order(scores.size());
    std::iota(order.begin(), order.end(), ItemNumber{0});
    for (const ItemNumber item : read) scores[item] = -std::numeric_limits<float>::infinity();
    const auto count = std::min(shown, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count), order.end(),
                      [&](ItemNumber left, ItemNumber right) {
                          return scores[left] != scores[right] ? scores[left] > scores[right] : left < right;
                      });
    order.resize(count);
    return order;
}

template <typename Scores>
NextReading measured(std::string method, const NumberedReadings& readings, Scores scores) {
    NextReading result{std::move(method)};
    for (std::size_t reader = 0; reader < readings.last.size(); ++reader) {
        const auto best = best_unread(scores(readings.earlier[reader]), readings.earlier[reader]);
        const auto place = std::find(best.begin(), best.end(), readings.last[reader]);
        if (place == best.end()) continue;
        result.hit_rate_at_10 += 1;
        result.ndcg_at_10 += 1 / std::log2(static_cast<double>(place - best.begin()) + 2);
    }
    const auto readers = static_cast<double>(readings.last.size());
    result.hit_rate_at_10 /= readers;
    result.ndcg_at_10 /= readers;
    return result;
}

NextReading measured_popularity(const NumberedReadings& readings) {
    std::vector<float> popularity(readings.items.size());
    popularity_scorer(readings.before_last)({}, popularity);
    return measured("popularity", readings, [&](const auto&) { return popularity; });
}

std::vector<Method> methods_for(std::size_t items) {
    std::vector<Method> methods;
    for (const std::size_t neighbours : {20, 100}) {
        methods.push_back(
            {"item-kNN, " + std::to_string(neighbours) + " neighbours", [=](const Interactions& all) {
                 return train_item_neighbours(all, {neighbours, 10});
             }});
    }
    if (items > most_regressed_items) return methods;
    for (const int penalty : {20, 100, 500}) {
        methods.push_back({"EASE^R, penalty " + std::to_string(penalty), [=](const Interactions& all) {
                               return train_item_regression(all, static_cast<float>(penalty));
                           }});
    }
    return methods;
}

ProbabilityCalibration calibrated(const ReadingModel& model, const NumberedReadings& readings) {
    std::vector<double> scores;
    std::vector<std::uint8_t> were_next;
    for (std::size_t reader = 0; reader < readings.last.size(); ++reader) {
        const auto sums = model.scores(readings.earlier[reader]);
        for (const ItemNumber item : best_unread(sums, readings.earlier[reader])) {
            scores.push_back(sums[item]);
            were_next.push_back(item == readings.last[reader] ? 1 : 0);
        }
    }
    return ProbabilityCalibration::fit(CalibrationKind::platt, scores, were_next);
}

}  // namespace

NamedLikes readings_in(const EventLog& log) {
    NamedLikes readings;
    for (const CustomerEvents& customer : log.customers) {
        NamedLikes::User reader{customer.customer.text, {}};
        std::set<std::string> known;
        for (const auto& packed : customer.events) {
            const BehaviorEvent event = packed.unpacked();
            if (event.kind != BehaviorKind::article_read) continue;
            const std::string item = item_read(event).text;
            if (known.insert(item).second) reader.items.push_back(item);
        }
        if (!reader.items.empty()) readings.users.push_back(std::move(reader));
    }
    return readings;
}

Result<ReadingTraining> train_readings(const NamedLikes& named, const LearningProgress& progress) {
    const NumberedReadings readings = numbered_readings(named);
    if (readings.last.size() < fewest_readers)
        return Error{ErrorCode::bad_training, std::to_string(readings.last.size()) +
                                                  " readers have read two things or more; it takes " +
                                                  std::to_string(fewest_readers) + " to learn from"};
    const std::size_t items = readings.items.size();
    std::vector<NextReading> compared{measured_popularity(readings)};
    const auto methods = methods_for(items);
    std::size_t best = 0;
    ProbabilityCalibration calibration;
    for (std::size_t i = 0; i < methods.size(); ++i) {
        if (progress) progress(methods[i].name, static_cast<double>(i) / static_cast<double>(methods.size()));
        const ReadingModel model(readings.items, weights_of(methods[i].fit(readings.before_last), items), {});
        compared.push_back(
            measured(methods[i].name, readings, [&](const auto& read) { return model.scores(read); }));
        if (i > 0 && compared.back().ndcg_at_10 <= compared[best + 1].ndcg_at_10) continue;
        best = i;
        calibration = calibrated(model, readings);
    }
    return ReadingTraining{ReadingModel(readings.items, weights_of(methods[best].fit(readings.all), items),
                                        std::move(calibration)),
                           named.users.size(), readings.all.size(), std::move(compared), methods[best].name};
}

}  // namespace parlance::personalization
