#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace parlance::personalization {

// Points to be grouped: row after row, `width` numbers each, every one known and all on one scale.
struct PointSet {
    std::size_t width = 0;
    std::vector<double> values;

    std::size_t size() const { return width == 0 ? 0 : values.size() / width; }
    std::span<const double> row(std::size_t index) const {
        return std::span(values).subspan(index * width, width);
    }
    PointSet rows(std::span<const std::size_t> wanted) const {
        PointSet result{width, {}};
        result.values.reserve(wanted.size() * width);
        for (const std::size_t index : wanted) {
            const std::span<const double> from = row(index);
            result.values.insert(result.values.end(), from.begin(), from.end());
        }
        return result;
    }
};

}  // namespace parlance::personalization
