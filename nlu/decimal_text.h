#pragma once

#include <array>
#include <cstdio>
#include <string>

namespace parlance::nlu {

// "0.9412" for (0.94118, 4).
inline std::string decimal_text(double value, int decimals) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
    return text.data();
}

}  // namespace parlance::nlu
