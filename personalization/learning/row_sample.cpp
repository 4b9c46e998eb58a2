#include "personalization/learning/row_sample.h"

#include <numeric>

#include "personalization/learning/folds.h"

namespace parlance::personalization {

std::vector<std::size_t> sampled_rows(std::size_t count, std::size_t most, std::uint32_t seed) {
    std::vector<std::size_t> rows(count);
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    if (count <= most) return rows;
    SeededShuffle(seed).shuffle(rows);
    rows.resize(most);
    return rows;
}

}  // namespace parlance::personalization
