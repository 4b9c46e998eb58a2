#include "personalization/recommender/item_regression.h"

#include <Eigen/Dense>
#include <algorithm>
#include <memory>

namespace parlance::personalization {

namespace {

using Weights = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

Eigen::MatrixXf likes_together(const Interactions& training) {
    const auto items = static_cast<Eigen::Index>(training.items());
    Eigen::MatrixXf together = Eigen::MatrixXf::Zero(items, items);
    for (std::size_t user = 0; user < training.users(); ++user) {
        const auto liked = training.of(user);
        for (const ItemNumber column : liked) {
            for (const ItemNumber row : liked) together(row, column) += 1;
        }
    }
    return together;
}

}  // namespace

ItemScorer train_item_regression(const Interactions& training, float penalty) {
    Eigen::MatrixXf together = likes_together(training);
    const Eigen::Index items = together.rows();
    together.diagonal().array() += penalty;
    const Eigen::LLT<Eigen::Ref<Eigen::MatrixXf>> factored(together);  // in place: this is the large matrix
    auto weights = std::make_shared<Weights>(Weights::Identity(items, items));
    factored.solveInPlace(*weights);
    const Eigen::RowVectorXf scale = -weights->diagonal().transpose().cwiseInverse();
    weights->array().rowwise() *= scale.array();
    weights->diagonal().setZero();
    return [weights = std::shared_ptr<const Weights>(weights)](std::span<const ItemNumber> history,
                                                               std::span<float> scores) {
        Eigen::Map<Eigen::RowVectorXf> sum(scores.data(), static_cast<Eigen::Index>(scores.size()));
        sum.setZero();
        for (const ItemNumber item : history) sum += weights->row(item);
    };
}

}  // namespace parlance::personalization
