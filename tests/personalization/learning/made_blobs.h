#pragma once

#include <string>
#include <vector>

#include "personalization/learning/feature_matrix.h"
#include "personalization/seeded_random.h"

namespace parlance::tests {

// Rows around known middles, each of deviation 1, and which middle each row belongs to.
struct MadeBlobs {
    personalization::FeatureMatrix features;
    std::vector<std::uint32_t> blobs;
};

// Column i is called "f<i>"; the middles take turns.
inline MadeBlobs made_blobs(const std::vector<std::vector<double>>& middles, std::size_t rows,
                            std::uint64_t seed) {
    personalization::SeededRandom random(seed);
    MadeBlobs made;
    for (std::size_t i = 0; i < middles.front().size(); ++i)
        made.features.names.push_back("f" + std::to_string(i));
    for (std::size_t i = 0; i < rows; ++i) {
        const std::size_t blob = i % middles.size();
        made.blobs.push_back(static_cast<std::uint32_t>(blob));
        for (const double middle : middles[blob])
            made.features.values.push_back(static_cast<float>(middle + random.normal()));
    }
    return made;
}

// Three groups that lie well apart.
inline MadeBlobs three_blobs(std::size_t rows, std::uint64_t seed) {
    return made_blobs({{0, 0, 0, 0}, {8, 0, 0, 8}, {0, 8, -8, 0}}, rows, seed);
}

}  // namespace parlance::tests
