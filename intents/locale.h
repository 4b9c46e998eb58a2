#pragma once

#include <string>

namespace parlance {

// A language the pack speaks, as a BCP 47 tag: "en", "de".
struct Locale {
    std::string tag = "en";
    auto operator<=>(const Locale&) const = default;
};

}  // namespace parlance
