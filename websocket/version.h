#pragma once

#include <string_view>

namespace parlance::websocket {

// The program's version, the same as the CMake project's.
inline constexpr std::string_view version = "0.1.0";

}  // namespace parlance::websocket
