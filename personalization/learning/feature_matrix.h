#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace parlance::personalization {

// Numbers to learn from: one row a case, row after row; NaN where a value is not known.
struct FeatureMatrix {
    std::vector<std::string> names;
    std::vector<float> values;

    std::size_t width() const { return names.size(); }
    std::size_t size() const { return names.empty() ? 0 : values.size() / names.size(); }
    std::span<const float> row(std::size_t index) const {
        return std::span(values).subspan(index * width(), width());
    }
    FeatureMatrix rows(std::span<const std::size_t> wanted) const;
};

// A matrix with what happened in each case. Rows of one group (a person) stay on one side of every split;
// without groups each row is one.
struct LabelledMatrix {
    FeatureMatrix features;
    std::vector<std::uint8_t> labels;
    std::vector<std::uint32_t> groups = {};

    std::size_t size() const { return labels.size(); }
    std::size_t positives() const;
    LabelledMatrix rows(std::span<const std::size_t> wanted) const;
};

}  // namespace parlance::personalization
