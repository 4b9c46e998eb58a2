#pragma once

#include <cstdint>

namespace parlance::personalization {

// Draws that are equal for equal seeds on every machine: integers and exact arithmetic only, no distribution
// of the standard library and no function whose last bit depends on the platform. Not thread-safe.
// Method: SplitMix64; Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators".
class SeededRandom {
public:
    explicit SeededRandom(std::uint64_t seed) : state_(seed) {}

    // A generator of its own for the part `index`, whatever was drawn from this one before.
    static SeededRandom of_part(std::uint64_t seed, std::uint64_t index) {
        SeededRandom mixed(seed ^ SeededRandom(index + 1).next());
        return SeededRandom(mixed.next());
    }

    std::uint64_t next() {
        std::uint64_t mixed = state_ += 0x9e3779b97f4a7c15U;
        mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
        return mixed ^ (mixed >> 31U);
    }

    // From 0 to `bound` - 1, each as likely; `bound` is at least 1.
    std::uint64_t below(std::uint64_t bound) {
        const std::uint64_t surplus = (UINT64_MAX % bound + 1) % bound;
        std::uint64_t drawn = next();
        while (drawn > UINT64_MAX - surplus) drawn = next();
        return drawn % bound;
    }

    // From `least` to `most`, both included.
    std::int64_t between(std::int64_t least, std::int64_t most) {
        return least + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(most - least) + 1));
    }

    // True in `parts` of a million draws.
    bool in_a_million(std::uint64_t parts) { return below(1'000'000) < parts; }

    // In [0, 1), in steps of 2^-53.
    double uniform() { return static_cast<double>(next() >> 11U) * 0x1p-53; }

    // About normal with mean 0 and deviation 1, within 6 deviations: twelve uniform draws less 6.
    double normal() {
        double sum = -6;
        for (int i = 0; i < 12; ++i) sum += uniform();
        return sum;
    }

private:
    std::uint64_t state_;
};

}  // namespace parlance::personalization
