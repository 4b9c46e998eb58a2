#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace parlance::dialogue::demo_bank {

// A number that looks random and depends on the text and the index only: the same on every machine.
// Method: FNV-1a over the text, then the SplitMix64 finaliser.
std::uint64_t scramble(std::string_view text, std::int64_t index = 0);

// A reference such as "TR-7K2M9QXD": two letters for the kind, eight that depend on the key only.
std::string reference_for(std::string_view kind, std::string_view key);

// Draws small numbers, the same ones for the same start. Not thread-safe.
class Dice {
public:
    Dice(std::string_view text, std::int64_t index) : state_(scramble(text, index)) {}

    // 0 <= result < sides; sides > 0. The bias of the remainder is below 1e-9 for what is drawn here.
    std::int64_t below(std::int64_t sides);
    // first <= result <= last.
    std::int64_t between(std::int64_t first, std::int64_t last) { return first + below(last - first + 1); }

private:
    std::uint64_t state_;
};

}  // namespace parlance::dialogue::demo_bank
