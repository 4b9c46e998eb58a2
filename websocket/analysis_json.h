#pragma once

#include <nlohmann/json_fwd.hpp>

#include "websocket/server_frame.h"

namespace parlance::websocket {

// Writes an `analysis` frame into `json`. Included by *_json.cpp files only.
void write_analysis(const Analysis& frame, nlohmann::ordered_json& json);

}  // namespace parlance::websocket
