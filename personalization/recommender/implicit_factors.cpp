#include "personalization/recommender/implicit_factors.h"

#include <Eigen/Dense>
#include <cmath>
#include <memory>
#include <random>

namespace parlance::personalization {

namespace {

// One side's factors: a column a user or item.
using Factors = Eigen::MatrixXf;

// Solves for one side's factors with the other side fixed.
class OneSide {
public:
    OneSide(Factors other, const FactorOptions& options) : other_(std::move(other)), options_(options) {
        everywhere_ = Factors::Zero(other_.rows(), other_.rows());
        everywhere_.selfadjointView<Eigen::Lower>().rankUpdate(other_, options.unseen_weight);
    }

    Eigen::VectorXf solve(std::span<const ItemNumber> liked) const {
        if (liked.empty()) return Eigen::VectorXf::Zero(other_.rows());  // Eigen cannot add no columns
        Factors chosen(other_.rows(), static_cast<Eigen::Index>(liked.size()));
        for (std::size_t i = 0; i < liked.size(); ++i)
            chosen.col(static_cast<Eigen::Index>(i)) = other_.col(liked[i]);
        Factors left = everywhere_;
        left.selfadjointView<Eigen::Lower>().rankUpdate(chosen);
        const float everything = options_.unseen_weight * static_cast<float>(other_.cols());
        left.diagonal().array() += options_.penalty * (static_cast<float>(liked.size()) + everything);
        return left.selfadjointView<Eigen::Lower>().llt().solve(chosen.rowwise().sum());
    }

    const Factors& other() const { return other_; }

private:
    Factors other_;
    Factors everywhere_;
    FactorOptions options_;
};

Factors solved(const OneSide& side, const Interactions& likes) {
    Factors result(side.other().rows(), static_cast<Eigen::Index>(likes.users()));
    for (std::size_t user = 0; user < likes.users(); ++user)
        result.col(static_cast<Eigen::Index>(user)) = side.solve(likes.of(user));
    return result;
}

Factors drawn(std::size_t items, const FactorOptions& options) {
    std::mt19937 random(options.seed);
    const float deviation = 0.1F / std::sqrt(static_cast<float>(options.factors));
    std::normal_distribution<float> normal(0, deviation);
    return Factors::NullaryExpr(static_cast<Eigen::Index>(options.factors), static_cast<Eigen::Index>(items),
                                [&] { return normal(random); });
}

}  // namespace

ItemScorer train_implicit_factors(const Interactions& training, const FactorOptions& options) {
    const Interactions fans = training.transposed();
    Factors items = drawn(training.items(), options);
    for (int round = 0; round < options.rounds; ++round) {
        const Factors users = solved(OneSide(std::move(items), options), training);
        items = solved(OneSide(users, options), fans);
    }
    const auto side = std::make_shared<const OneSide>(std::move(items), options);
    return [side](std::span<const ItemNumber> history, std::span<float> scores) {
        Eigen::Map<Eigen::VectorXf> result(scores.data(), static_cast<Eigen::Index>(scores.size()));
        result.noalias() = side->other().transpose() * side->solve(history);
    };
}

}  // namespace parlance::personalization
