#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace parlance {

// Bytes as lower-case hex, two digits each.
std::string to_hex(std::string_view bytes);

// `bytes` random bytes as lower-case hex, from the system's cryptographic generator. Throws
// std::runtime_error when the system has none to give, which ends the program: an id that can be guessed is
// worse.
std::string random_hex(std::size_t bytes);

// Whether two secrets are equal, in a time that tells nothing about where they differ.
bool is_same_secret(std::string_view left, std::string_view right);

// SHA-256 as lower-case hex: what is stored of a session's secret, and a web file's ETag.
std::string sha256_hex(std::string_view text);

// HMAC-SHA-256 (RFC 2104) as 32 raw bytes: what stands for a text that only the secret's holder can look up.
// Throws std::runtime_error when the library fails, which ends the program.
std::string hmac_sha256(std::string_view secret, std::string_view text);

}  // namespace parlance
