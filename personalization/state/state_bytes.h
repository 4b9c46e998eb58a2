#pragma once

#include <array>
#include <bit>
#include <concepts>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "intents/clock.h"

namespace parlance::personalization {

// A part of a customer's state names its members once, for writing and for reading:
//     template <typename Self, typename Archive>
//     static void members(Self& self, Archive& archive) { archive(self.count_, self.mean_); }

// Writes a state compactly: whole numbers as LEB128 (signed ones zigzag), doubles as their 8 bytes,
// little-endian, so that what is read back is equal to the last bit.
class StateWriter {
public:
    template <typename... Parts>
    void operator()(const Parts&... parts) {
        (put(parts), ...);
    }
    std::string take() { return std::move(bytes_); }

private:
    void put(std::unsigned_integral auto value) {
        auto rest = static_cast<std::uint64_t>(value);
        for (; rest >= 0x80U; rest >>= 7U) bytes_.push_back(static_cast<char>(rest | 0x80U));
        bytes_.push_back(static_cast<char>(rest));
    }
    void put(std::signed_integral auto value) {
        const auto wide = static_cast<std::int64_t>(value);
        put((static_cast<std::uint64_t>(wide) << 1U) ^ static_cast<std::uint64_t>(wide >> 63));
    }
    void put(double value) {
        const auto bits = std::bit_cast<std::uint64_t>(value);
        for (unsigned shift = 0; shift < 64; shift += 8) bytes_.push_back(static_cast<char>(bits >> shift));
    }
    void put(TimePoint at) { put(static_cast<std::int64_t>(at.time_since_epoch().count())); }
    void put(const std::string& text) {
        put(text.size());
        bytes_ += text;
    }
    template <typename T, std::size_t size>
    void put(const std::array<T, size>& parts) {
        for (const T& part : parts) put(part);
    }
    template <typename T>
    void put(const std::vector<T>& parts) {
        put(parts.size());
        for (const T& part : parts) put(part);
    }
    template <typename Key, typename T>
    void put(const std::map<Key, T>& parts) {
        put(parts.size());
        for (const auto& [key, part] : parts) (*this)(key, part);
    }
    template <typename Part>
    requires requires(const Part& part, StateWriter& writer) { Part::members(part, writer); }
    void put(const Part& part) { Part::members(part, *this); }

    std::string bytes_;
};

// Reads what StateWriter wrote. Asking for more than there is makes the reader fail for good and gives zeros,
// so a caller checks `at_end` once. Never reads beyond the bytes given, and never makes room for more parts
// than there are bytes.
class StateReader {
public:
    explicit StateReader(std::string_view bytes) : rest_(bytes) {}

    template <typename... Parts>
    void operator()(Parts&... parts) {
        (get(parts), ...);
    }
    // Whether everything was there and nothing is left over.
    bool at_end() const { return !failed_ && rest_.empty(); }

private:
    void get(std::unsigned_integral auto& value) {
        std::uint64_t whole = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const std::uint64_t byte = next();
            whole |= (byte & 0x7fU) << shift;
            if (byte < 0x80U) break;
        }
        value = static_cast<std::remove_cvref_t<decltype(value)>>(whole);
    }
    void get(std::signed_integral auto& value) {
        std::uint64_t folded = 0;
        get(folded);
        value = static_cast<std::remove_cvref_t<decltype(value)>>(static_cast<std::int64_t>(folded >> 1U) ^
                                                                  -static_cast<std::int64_t>(folded & 1U));
    }
    void get(double& value) {
        std::uint64_t bits = 0;
        for (unsigned shift = 0; shift < 64; shift += 8) bits |= next() << shift;
        value = std::bit_cast<double>(bits);
    }
    void get(TimePoint& at) {
        std::int64_t count = 0;
        get(count);
        at = TimePoint{std::chrono::milliseconds{count}};
    }
    void get(std::string& text) {
        const auto size = next_size();
        text = rest_.substr(0, size);
        rest_.remove_prefix(size);
    }
    template <typename T, std::size_t size>
    void get(std::array<T, size>& parts) {
        for (T& part : parts) get(part);
    }
    template <typename T>
    void get(std::vector<T>& parts) {
        parts.resize(next_size());
        for (T& part : parts) get(part);
    }
    template <typename Key, typename T>
    void get(std::map<Key, T>& parts) {
        parts.clear();
        for (auto left = next_size(); left > 0 && !failed_; --left) {
            Key key{};
            T part{};
            (*this)(key, part);
            parts.emplace_hint(parts.end(), std::move(key), std::move(part));
        }
    }
    template <typename Part>
    requires requires(Part& part, StateReader& reader) { Part::members(part, reader); }
    void get(Part& part) { Part::members(part, *this); }

    std::uint64_t next() {
        if (failed_ || rest_.empty()) {
            failed_ = true;
            return 0;
        }
        const auto byte = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        return byte;
    }
    // A count of things that take at least a byte each.
    std::size_t next_size() {
        std::uint64_t size = 0;
        get(size);
        if (size > rest_.size()) failed_ = true;
        return failed_ ? 0 : static_cast<std::size_t>(size);
    }

    std::string_view rest_;
    bool failed_ = false;
};

}  // namespace parlance::personalization
