#include "personalization/learning/chance_points.h"

#include <Eigen/Dense>
#include <cmath>

namespace parlance::personalization {

ChancePoints::ChancePoints(const PointSet& like) {
    using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const auto rows = static_cast<Eigen::Index>(like.size());
    const auto width = static_cast<Eigen::Index>(like.width);
    const Eigen::Map<const RowMajor> points(like.values.data(), rows, width);
    const Eigen::RowVectorXd mean = points.colwise().mean();
    const RowMajor centered = points.rowwise() - mean;
    const Eigen::MatrixXd covariance = centered.transpose() * centered / static_cast<double>(rows);
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solved(covariance);
    const RowMajor along = centered * solved.eigenvectors();
    mean_.assign(mean.data(), mean.data() + width);
    for (Eigen::Index i = 0; i < width; ++i) {
        const Eigen::VectorXd direction = solved.eigenvectors().col(i);
        axes_.push_back({{direction.data(), direction.data() + width},
                         std::sqrt(std::max(0.0, solved.eigenvalues()(i))),
                         along.col(i).minCoeff(),
                         along.col(i).maxCoeff()});
    }
}

template <typename Draw>
PointSet ChancePoints::drawn(std::size_t count, const Draw& step) const {
    PointSet points{mean_.size(), {}};
    points.values.reserve(count * points.width);
    for (std::size_t i = 0; i < count; ++i) {
        std::vector<double> point = mean_;
        for (const Axis& axis : axes_) {
            const double length = step(axis);
            for (std::size_t k = 0; k < point.size(); ++k) point[k] += length * axis.direction[k];
        }
        points.values.insert(points.values.end(), point.begin(), point.end());
    }
    return points;
}

PointSet ChancePoints::gaussian(std::size_t count, SeededRandom& random) const {
    return drawn(count, [&](const Axis& axis) { return axis.deviation * random.normal(); });
}

PointSet ChancePoints::box(std::size_t count, SeededRandom& random) const {
    return drawn(count,
                 [&](const Axis& axis) { return axis.least + (axis.most - axis.least) * random.uniform(); });
}

}  // namespace parlance::personalization
