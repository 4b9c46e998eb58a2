#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace parlance::nlu {

// A matrix of float32, row by row.
struct Matrix {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<float> values;

    Matrix() = default;
    Matrix(std::size_t row_count, std::size_t column_count)
        : rows(row_count), columns(column_count), values(row_count * column_count) {}

    std::span<float> row(std::size_t number) { return {values.data() + number * columns, columns}; }
    std::span<const float> row(std::size_t number) const {
        return {values.data() + number * columns, columns};
    }
};

// Some rows of a matrix that outlives it.
struct MatrixView {
    std::size_t rows = 0;
    std::size_t columns = 0;
    const float* values = nullptr;

    MatrixView(const Matrix& matrix, std::size_t first_row = 0)
        : rows(matrix.rows - first_row),
          columns(matrix.columns),
          values(matrix.values.data() + first_row * matrix.columns) {}
};

enum class Sides { plain, left_turned, right_turned };

// target = left * right, with one side transposed where `sides` says so. The shapes must fit.
// Training only: at run time the head uses 8-bit weights. Method: OpenBLAS, two threads; equal machines and
// equal input give equal results. Not to be run twice at once.
void multiply(const MatrixView& left, const MatrixView& right, Sides sides, Matrix& target);

}  // namespace parlance::nlu
