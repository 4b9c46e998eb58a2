#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace parlance {

// `bytes` random bytes as lower-case hex, from the system's cryptographic generator. Throws
// std::runtime_error when the system has none to give, which ends the program: an id that can be guessed is
// worse.
std::string random_hex(std::size_t bytes);

// SHA-256 as lower-case hex: what is stored of a session's secret, and a web file's ETag.
std::string sha256_hex(std::string_view text);

}  // namespace parlance
