#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace parlance::websocket {

// Who asks to open a WebSocket, as the browser tells it.
struct OriginCheck {
    std::string_view origin;  // the header; empty when absent: no browser
    std::string_view host;    // the Host header
    const std::vector<std::string>& allowed;
    bool loopback_only =
        false;  // the demo: a page elsewhere must not reach it by a name that resolves to here
};

// True for no origin, the server's own, and the allowed ones (exact match).
bool is_allowed_origin(const OriginCheck& check);

}  // namespace parlance::websocket
