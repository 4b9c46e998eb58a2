#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace parlance::nlu {

// Numbers that never change: its own, or a view of a model file that `owner` keeps in memory.
// Copies share the numbers. Safe to read from several threads.
template <typename Number>
class WeightArray {
public:
    WeightArray() = default;
    explicit WeightArray(std::vector<Number> values) {
        const auto owned = std::make_shared<const std::vector<Number>>(std::move(values));
        values_ = *owned;
        owner_ = owned;
    }
    WeightArray(std::span<const Number> values, std::shared_ptr<const void> owner)
        : values_(values), owner_(std::move(owner)) {}

    std::span<const Number> values() const { return values_; }
    const Number* data() const { return values_.data(); }
    std::size_t size() const { return values_.size(); }
    const Number& operator[](std::size_t index) const { return values_[index]; }

private:
    std::span<const Number> values_;
    std::shared_ptr<const void> owner_;
};

}  // namespace parlance::nlu
