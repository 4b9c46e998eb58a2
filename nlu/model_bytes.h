#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parlance::nlu {

static_assert(std::endian::native == std::endian::little, "model files are little-endian");

// Writes the plain values of a model file, little-endian, one behind the other.
class ByteWriter {
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
    void numbers(const std::vector<Number>& values) {
        number(static_cast<std::uint64_t>(values.size()));
        bytes_.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(Number));
    }
    const std::string& bytes() const { return bytes_; }

private:
    std::string bytes_;
};

// Reads what ByteWriter wrote. Asking for more than there is makes the reader fail for good and gives
// zeros, so a caller checks `ok` once at the end. Never reads or allocates beyond the bytes given.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

    template <typename Number>
    Number number() {
        Number value{};
        if (take(sizeof value)) std::memcpy(&value, taken_.data(), sizeof value);
        return value;
    }
    std::string_view text() {
        const auto size = number<std::uint64_t>();
        return take(size) ? taken_ : std::string_view();
    }
    template <typename Number>
    std::vector<Number> numbers() {
        const auto size = number<std::uint64_t>();
        if (size > bytes_.size() / sizeof(Number) || !take(size * sizeof(Number))) {
            failed_ = true;
            return {};
        }
        std::vector<Number> values(size);
        std::memcpy(values.data(), taken_.data(), taken_.size());
        return values;
    }
    bool ok() const { return !failed_; }
    bool at_end() const { return !failed_ && bytes_.empty(); }

private:
    bool take(std::uint64_t size) {
        if (failed_ || size > bytes_.size()) {
            failed_ = true;
            return false;
        }
        taken_ = bytes_.substr(0, size);
        bytes_.remove_prefix(size);
        return true;
    }

    std::string_view bytes_;
    std::string_view taken_;
    bool failed_ = false;
};

// CRC-64 with the ECMA-182 polynomial, reflected: notices damage, not malice.
std::uint64_t checksum_of(std::string_view bytes);

}  // namespace parlance::nlu
