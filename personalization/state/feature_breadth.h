#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace parlance::personalization {

// How many different features a customer has used, in 32 bytes: linear counting over 256 bits (Whang,
// Vander-Zanden and Taylor 1990). Within about 2 of the true number up to 50 features.
class FeatureBreadth {
public:
    void add(std::string_view feature);
    double distinct() const;

    template <typename Self, typename Archive>
    static void members(Self& self, Archive& archive) {
        archive(self.bits_);
    }

private:
    std::array<std::uint64_t, 4> bits_{};
};

// FNV-1a over 64 bits with a finishing mix: the same on every machine, so that it may be stored. No secret.
std::uint64_t stable_hash(std::string_view text);

}  // namespace parlance::personalization
