#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace parlance::personalization {

// `most` of the rows 0 to count - 1, drawn without replacement by the seed and in random order; all of them,
// in their order, when there are no more.
std::vector<std::size_t> sampled_rows(std::size_t count, std::size_t most, std::uint32_t seed);

}  // namespace parlance::personalization
