#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/encoder/weight_array.h"

namespace parlance::nlu {

// Arrays begin at multiples of this, counted from the section's first byte, so that a section that is
// itself so aligned in a mapped file can be used where it lies.
inline constexpr std::size_t section_alignment = 64;

// Writes one section of a model file, little-endian.
class SectionWriter {
public:
    template <typename Number>
    void number(Number value) {
        bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    void text(std::string_view value) {
        number(static_cast<std::uint64_t>(value.size()));
        bytes_.append(value);
    }
    template <typename Number>
    void array(const WeightArray<Number>& values) {
        number(static_cast<std::uint64_t>(values.size()));
        bytes_.resize((bytes_.size() + section_alignment - 1) / section_alignment * section_alignment);
        bytes_.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(Number));
    }
    std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
};

// Reads what SectionWriter wrote. Asking for more than there is makes the reader fail for good and gives
// zeros and empty arrays, so a caller checks `ok` once at the end. Never reads beyond the bytes given.
class SectionReader {
public:
    // Arrays stay views of `bytes`, which `owner` keeps alive, where their alignment allows; else copies.
    SectionReader(std::span<const std::byte> bytes, std::shared_ptr<const void> owner)
        : bytes_(bytes), owner_(std::move(owner)) {}

    template <typename Number>
    Number number() {
        Number value{};
        if (const std::byte* from = take(sizeof value)) std::memcpy(&value, from, sizeof value);
        return value;
    }
    std::string_view text() {
        const auto size = number<std::uint64_t>();
        const std::byte* from = take(size);
        return from == nullptr ? std::string_view()
                               : std::string_view(reinterpret_cast<const char*>(from), size);
    }
    template <typename Number>
    WeightArray<Number> array() {
        const auto count = number<std::uint64_t>();
        take((section_alignment - at_ % section_alignment) % section_alignment);
        const std::byte* from = count > bytes_.size() ? nullptr : take(count * sizeof(Number));
        if (from == nullptr) {
            failed_ = true;
            return {};
        }
        if (reinterpret_cast<std::uintptr_t>(from) % alignof(Number) == 0) {
            return {{reinterpret_cast<const Number*>(from), count}, owner_};
        }
        std::vector<Number> copy(count);
        if (count > 0) std::memcpy(copy.data(), from, count * sizeof(Number));
        return WeightArray<Number>(std::move(copy));
    }
    bool ok() const { return !failed_; }
    bool at_end() const { return !failed_ && at_ == bytes_.size(); }

private:
    const std::byte* take(std::uint64_t size) {
        if (failed_ || size > bytes_.size() - at_) {
            failed_ = true;
            return nullptr;
        }
        const std::byte* from = bytes_.data() + at_;
        at_ += size;
        return from;
    }

    std::span<const std::byte> bytes_;
    std::shared_ptr<const void> owner_;
    std::size_t at_ = 0;
    bool failed_ = false;
};

}  // namespace parlance::nlu
