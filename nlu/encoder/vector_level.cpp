#include "nlu/encoder/vector_level.h"

namespace parlance::nlu {

std::vector<VectorLevel> supported_vector_levels() {
    std::vector<VectorLevel> levels = {VectorLevel::portable};
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) levels.push_back(VectorLevel::avx2);
    if (levels.size() == 2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512vnni")) {
        levels.push_back(VectorLevel::avx512_vnni);
    }
#endif
    return levels;
}

VectorLevel best_vector_level() {
    static const VectorLevel best = supported_vector_levels().back();
    return best;
}

std::string_view to_text(VectorLevel level) {
    switch (level) {
        case VectorLevel::portable: return "portable";
        case VectorLevel::avx2: return "avx2";
        case VectorLevel::avx512_vnni: return "avx512_vnni";
    }
    return "";
}

std::ostream& operator<<(std::ostream& out, VectorLevel level) {
    return out << to_text(level);
}

}  // namespace parlance::nlu
