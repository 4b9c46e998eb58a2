#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "intents/result.h"
#include "personalization/learning/feature_matrix.h"

namespace parlance::personalization {

// How trees are grown, in the words of Chen and Guestrin 2016, "XGBoost".
struct TreeOptions {
    int depth = 5;
    double learning_rate = 0.05;
    double least_child_weight = 1;
    double row_share = 1;     // of the rows, drawn anew for every tree
    double column_share = 1;  // of the features, likewise
    double weight_penalty = 1;
    int most_rounds = 2000;
    int patience = 60;  // rounds without a better log loss, after which growing stops
    std::uint32_t seed = 42;
};

// Growing with some rows kept back to know when to stop.
struct TreeTrial {
    int rounds = 0;               // of the lowest log loss
    std::vector<double> margins;  // log odds of the rows kept back, after so many rounds
};

// Gradient-boosted decision trees for one yes-or-no question, by libxgboost on one thread: equal inputs give
// equal trees. Immutable; margins and contributions may be asked from several threads.
class BoostedTrees {
public:
    // Fail with bad_training when the library refuses.
    static Result<TreeTrial> try_out(const LabelledMatrix& training, const LabelledMatrix& kept_back,
                                     const TreeOptions& options);
    static Result<BoostedTrees> train(const LabelledMatrix& rows, const TreeOptions& options, int rounds);

    // Log odds, one a row. Fails with bad_model when the width is another than that of the training.
    Result<std::vector<double>> margins(const FeatureMatrix& features) const;

    // What each feature adds to the row's log odds, and last what every row has: exact TreeSHAP (Lundberg et
    // al. 2020). Fails like `margins`.
    Result<std::vector<double>> contributions(std::span<const float> row) const;

    // The trees in the library's own binary form. from_bytes fails with bad_model.
    const std::string& bytes() const { return bytes_; }
    static Result<BoostedTrees> from_bytes(std::string_view bytes, std::size_t width);

private:
    struct Library;
    std::shared_ptr<const Library> library_;
    std::string bytes_;
    std::size_t width_ = 0;
};

}  // namespace parlance::personalization
