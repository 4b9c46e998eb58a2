#include "nlu/neural/dense_product.h"

#include <cblas.h>

namespace parlance::nlu {

namespace {

// The library's results depend on how many threads share the work, so their number is fixed.
constexpr int threads = 2;

}  // namespace

void multiply(const MatrixView& left, const MatrixView& right, Sides sides, Matrix& target) {
    static const bool once = (openblas_set_num_threads(threads), true);
    static_cast<void>(once);
    const auto size = [](std::size_t count) { return static_cast<blasint>(count); };
    const std::size_t inner = sides == Sides::left_turned ? left.rows : left.columns;
    cblas_sgemm(CblasRowMajor, sides == Sides::left_turned ? CblasTrans : CblasNoTrans,
                sides == Sides::right_turned ? CblasTrans : CblasNoTrans, size(target.rows),
                size(target.columns), size(inner), 1, left.values, size(left.columns),
                right.values, size(right.columns), 0, target.values.data(), size(target.columns));
}

}  // namespace parlance::nlu
