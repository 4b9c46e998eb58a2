#include "dialogue/storage/demo_bank_dice.h"

namespace parlance::dialogue::demo_bank {
namespace {

constexpr std::uint64_t golden_step = 0x9E3779B97F4A7C15ULL;

std::uint64_t mix(std::uint64_t bits) {
    bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9ULL;
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBULL;
    return bits ^ (bits >> 31);
}

}  // namespace

std::uint64_t scramble(std::string_view text, std::int64_t index) {
    std::uint64_t bits = 0xCBF29CE484222325ULL;
    for (const char byte : text) bits = (bits ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
    return mix(bits + golden_step * static_cast<std::uint64_t>(index + 1));
}

std::string reference_for(std::string_view kind, std::string_view key) {
    // No 0, 1, I and O: customers read references out over the phone.
    static constexpr std::string_view letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    std::uint64_t bits = scramble(std::string(kind) + "/" + std::string(key));
    std::string reference = std::string(kind) + "-";
    for (int letter = 0; letter < 8; ++letter, bits >>= 5U) reference += letters[bits & 31U];
    return reference;
}

std::int64_t Dice::below(std::int64_t sides) {
    state_ += golden_step;
    return static_cast<std::int64_t>(mix(state_) % static_cast<std::uint64_t>(sides));
}

}  // namespace parlance::dialogue::demo_bank
