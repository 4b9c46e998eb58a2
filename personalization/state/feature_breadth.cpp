#include "personalization/state/feature_breadth.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace parlance::personalization {

std::uint64_t stable_hash(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char letter : text) {
        hash ^= static_cast<unsigned char>(letter);
        hash *= 0x100000001b3ULL;
    }
    // FNV's high bits are weak for short texts: MurmurHash3's finaliser.
    hash ^= hash >> 33U;
    hash *= 0xff51afd7ed558ccdULL;
    hash ^= hash >> 33U;
    return hash;
}

void FeatureBreadth::add(std::string_view feature) {
    const auto place = stable_hash(feature) % 256;
    bits_[place / 64] |= std::uint64_t{1} << (place % 64);
}

double FeatureBreadth::distinct() const {
    int used = 0;
    for (const auto word : bits_) used += std::popcount(word);
    // All bits used would be infinitely many: say as many as with one bit left.
    const double empty = std::max(256 - used, 1);
    return -256 * std::log(empty / 256);
}

}  // namespace parlance::personalization
