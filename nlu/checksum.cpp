#include "nlu/checksum.h"

#include <array>

namespace parlance::nlu {

namespace {

constexpr std::array<std::uint64_t, 256> make_table() {
    std::array<std::uint64_t, 256> table{};
    for (std::uint64_t byte = 0; byte < 256; ++byte) {
        std::uint64_t rest = byte;
        for (int bit = 0; bit < 8; ++bit) rest = (rest >> 1) ^ ((rest & 1) != 0 ? 0xC96C5795D7870F42ULL : 0);
        table[byte] = rest;
    }
    return table;
}

constexpr auto table = make_table();

}  // namespace

std::uint64_t checksum_of(std::string_view bytes) {
    std::uint64_t sum = ~std::uint64_t{0};
    for (const char byte : bytes) sum = table[(sum ^ static_cast<unsigned char>(byte)) & 0xFF] ^ (sum >> 8);
    return ~sum;
}

}  // namespace parlance::nlu
