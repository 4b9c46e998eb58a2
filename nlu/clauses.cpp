#include "nlu/clauses.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>

namespace parlance::nlu {

namespace {

// Longer joints first, so that "and then" is taken whole.
constexpr std::array<std::string_view, 9> english{" and then ", " and also ", ", then ", " and ", " then ",
                                                  "; ",         ". ",         "? ",      "! "};
constexpr std::array<std::string_view, 10> german{
    " und dann ", " und danach ", " und ausserdem ", ", dann ", " und ", " danach ", "; ", ". ", "? ", "! "};

std::size_t words_in(std::string_view text) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool space = std::isspace(static_cast<unsigned char>(c)) != 0;
        if (!space && !inside) ++words;
        inside = !space;
    }
    return words;
}

std::string lower_ascii(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
    return lower;
}

}  // namespace

std::vector<TextSpan> split_in_two(std::string_view text, const Locale& locale) {
    const auto lower = lower_ascii(text);
    const std::span<const std::string_view> joints = locale.tag == "de"
                                                         ? std::span<const std::string_view>(german)
                                                         : std::span<const std::string_view>(english);
    for (const auto joint : joints) {
        const auto at = lower.find(joint);
        if (at == std::string::npos) continue;
        const TextSpan first{0, at};
        const TextSpan second{at + joint.size(), text.size()};
        if (words_in(text.substr(0, at)) < 2 || words_in(text.substr(second.begin)) < 2) continue;
        return {first, second};
    }
    return {};
}

}  // namespace parlance::nlu
