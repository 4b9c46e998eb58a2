#include "personalization/learning/logistic_model.h"

#include <Eigen/Dense>

#include "nlu/logistic_regression.h"

namespace parlance::personalization {

namespace {

constexpr int most_rounds = 50;
constexpr double small_step = 1e-8;

using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

}  // namespace

LogisticWeights fit_logistic_weights(std::span<const double> rows, std::size_t width,
                                     std::span<const double> labels, double penalty) {
    const auto count = static_cast<Eigen::Index>(labels.size());
    const auto columns = static_cast<Eigen::Index>(width);
    const Eigen::Map<const RowMajor> inputs(rows.data(), count, columns);
    const Eigen::Map<const Eigen::VectorXd> wanted(labels.data(), count);
    RowMajor design(count, columns + 1);
    design << inputs, Eigen::VectorXd::Ones(count);
    Eigen::VectorXd weights = Eigen::VectorXd::Zero(columns + 1);
    Eigen::VectorXd penalties = Eigen::VectorXd::Constant(columns + 1, penalty);
    penalties(columns) = 1e-6;
    for (int round = 0; round < most_rounds; ++round) {
        const Eigen::VectorXd chances =
            (design * weights).unaryExpr([](double margin) { return nlu::sigmoid(margin); });
        const Eigen::VectorXd slope =
            design.transpose() * (chances - wanted) + penalties.cwiseProduct(weights);
        const Eigen::VectorXd bends = (chances.array() * (1 - chances.array())).max(1e-9);
        Eigen::MatrixXd curvature = design.transpose() * bends.asDiagonal() * design;
        curvature.diagonal() += penalties;
        Eigen::VectorXd step = curvature.ldlt().solve(slope);
        // Far from the optimum a whole Newton step may overshoot.
        const double length = step.norm();
        if (length > 5) step *= 5 / length;
        weights -= step;
        if (length < small_step) break;
    }
    return {{weights.data(), weights.data() + columns}, weights(columns)};
}

LogisticModel LogisticModel::train(const LabelledMatrix& rows, double penalty) {
    LogisticModel model;
    const std::size_t width = rows.features.width();
    model.scaling_ = StandardScaling::fit(rows.features);
    std::vector<double> inputs;
    inputs.reserve(rows.size() * width);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t column = 0; column < width; ++column)
            inputs.push_back(model.scaling_.scaled(rows.features.row(i), column));
    }
    const std::vector<double> labels(rows.labels.begin(), rows.labels.end());
    model.fitted_ = fit_logistic_weights(inputs, width, labels, penalty);
    return model;
}

std::vector<double> LogisticModel::margins(const FeatureMatrix& features) const {
    std::vector<double> margins;
    for (std::size_t i = 0; i < features.size(); ++i) {
        double margin = fitted_.constant;
        for (std::size_t column = 0; column < scaling_.width(); ++column) {
            margin += fitted_.weights[column] * scaling_.scaled(features.row(i), column);
        }
        margins.push_back(margin);
    }
    return margins;
}

std::vector<double> LogisticModel::contributions(std::span<const float> row) const {
    std::vector<double> parts;
    for (std::size_t column = 0; column < scaling_.width(); ++column) {
        parts.push_back(fitted_.weights[column] * scaling_.scaled(row, column));
    }
    parts.push_back(fitted_.constant);
    return parts;
}

void LogisticModel::write(nlu::SectionWriter& writer) const {
    scaling_.write(writer);
    for (const double weight : fitted_.weights) writer.number(weight);
    writer.number(fitted_.constant);
}

bool LogisticModel::read(nlu::SectionReader& reader, std::size_t width) {
    if (!scaling_.read(reader, width)) return false;
    for (std::size_t i = 0; i < width && reader.ok(); ++i) fitted_.weights.push_back(reader.number<double>());
    fitted_.constant = reader.number<double>();
    return reader.ok();
}

}  // namespace parlance::personalization
