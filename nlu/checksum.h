#pragma once

#include <cstdint>
#include <string_view>

namespace parlance::nlu {

// CRC-64 with the ECMA-182 polynomial, reflected: notices damage, not malice.
std::uint64_t checksum_of(std::string_view bytes);

}  // namespace parlance::nlu
