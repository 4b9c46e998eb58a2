#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "intents/result.h"
#include "personalization/content/reading_history.h"
#include "personalization/learning/probability_calibration.h"
#include "personalization/recommender/interactions.h"

namespace parlance::personalization {

// How an item suits somebody by what others read who read the same.
struct ReadingRelevance {
    double probability = 0;  // that it is what he reads next, calibrated
    ContentId because;       // what he has read that says most for it
};

// What readers of one item read besides: weights between items, learned from a bank's own readings
// (EASE^R or item-kNN, whichever foretold better), the strongest of each item. A history is folded in at
// once, also that of somebody whom the training did not know. Immutable once trained; safe to call from
// several threads.
class ReadingModel {
public:
    struct Weight {
        ItemNumber item = 0;
        float weight = 0;
    };

    // items: their ids, by number. weights: of each item, for others.
    ReadingModel(std::vector<std::string> items, std::vector<std::vector<Weight>> weights,
                 ProbabilityCalibration calibration);

    // Every item that something read speaks for, by id; not those that were read. The ids live as long as the
    // model.
    std::unordered_map<std::string_view, ReadingRelevance> relevance(const ReadingHistory& history) const;

    // The sums of weights for each item, by number; before calibration.
    std::vector<float> scores(std::span<const ItemNumber> history) const;

    const std::vector<std::string>& items() const { return items_; }

    // One file, as of churn models, with the magic "PARLREAD".
    std::string to_bytes() const;
    // Fails with bad_model on another kind of file, another version, damage.
    static Result<ReadingModel> from_bytes(std::string_view bytes);
    Result<std::size_t> save(const std::filesystem::path& file) const;
    static Result<ReadingModel> load(const std::filesystem::path& file);

private:
    std::vector<std::string> items_;
    std::vector<std::vector<Weight>> weights_;
    ProbabilityCalibration calibration_;
    std::unordered_map<std::string, ItemNumber> numbers_;
};

}  // namespace parlance::personalization
