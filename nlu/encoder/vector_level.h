#pragma once

#include <ostream>
#include <string_view>
#include <vector>

namespace parlance::nlu {

// The processor's vector instructions that a kernel may use. Results are equal to the last bit at every
// level, unless a function says otherwise.
enum class VectorLevel { portable, avx2, avx512_vnni };

// The levels this processor and its operating system support, slowest first; never empty.
std::vector<VectorLevel> supported_vector_levels();

// The fastest of them. Looked up once.
VectorLevel best_vector_level();

std::string_view to_text(VectorLevel level);
std::ostream& operator<<(std::ostream& out, VectorLevel level);

}  // namespace parlance::nlu
