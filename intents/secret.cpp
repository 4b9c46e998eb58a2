#include "intents/secret.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <openssl/sha.h>

#include <array>
#include <span>
#include <stdexcept>
#include <vector>

namespace parlance {

namespace {

std::string_view as_text(std::span<const unsigned char> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

std::string to_hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const char each : bytes) {
        const auto byte = static_cast<unsigned char>(each);
        text.push_back(digits[byte >> 4U]);
        text.push_back(digits[byte & 15U]);
    }
    return text;
}

std::string random_hex(std::size_t bytes) {
    std::vector<unsigned char> random(bytes);
    if (RAND_bytes(random.data(), static_cast<int>(bytes)) != 1) {
        throw std::runtime_error("the system gives no random bytes");
    }
    return to_hex(as_text(random));
}

// Of their digests, so that not even the length matters.
bool is_same_secret(std::string_view left, std::string_view right) {
    const auto left_digest = sha256_hex(left);
    const auto right_digest = sha256_hex(right);
    return CRYPTO_memcmp(left_digest.data(), right_digest.data(), left_digest.size()) == 0;
}

std::string sha256_hex(std::string_view text) {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data());
    return to_hex(as_text(digest));
}

std::string hmac_sha256(std::string_view secret, std::string_view text) {
    std::string digest(SHA256_DIGEST_LENGTH, '\0');
    const auto* made = HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
                            reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                            reinterpret_cast<unsigned char*>(digest.data()), nullptr);
    if (made == nullptr) throw std::runtime_error("no HMAC-SHA-256 from the cryptography library");
    return digest;
}

}  // namespace parlance
