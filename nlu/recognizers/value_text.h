#pragma once

#include <array>
#include <cstdio>
#include <string>

namespace parlance::nlu {

// A number with up to fifteen digits, as Recognizers-Text prints it.
inline std::string value_text(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.15g", value);
    return text.data();
}

}  // namespace parlance::nlu
