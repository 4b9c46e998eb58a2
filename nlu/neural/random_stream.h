#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>

namespace parlance::nlu {

// Random numbers that depend on the seed alone, on every machine and library (splitmix64, Steele et al. 2014).
class RandomStream {
public:
    explicit RandomStream(std::uint64_t seed) : state_(seed) {}

    std::uint64_t bits() {
        std::uint64_t value = state_ += 0x9E3779B97F4A7C15ULL;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
        return value ^ (value >> 31);
    }
    std::uint64_t below(std::uint64_t bound) { return bits() % bound; }
    double unit() { return static_cast<double>(bits() >> 11) * 0x1p-53; }  // in [0, 1)
    float normal() {
        const double size = std::sqrt(-2 * std::log(1 - unit()));
        return static_cast<float>(size * std::cos(2 * std::numbers::pi * unit()));
    }

private:
    std::uint64_t state_;
};

}  // namespace parlance::nlu
