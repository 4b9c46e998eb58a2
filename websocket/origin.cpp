#include "websocket/origin.h"

#include <algorithm>

#include "websocket/config.h"

namespace parlance::websocket {

namespace {

// "localhost" of "localhost:8080", "[::1]" of "[::1]:8080".
std::string host_name(std::string_view host) {
    if (host.starts_with('[')) return std::string(host.substr(0, host.find(']') + 1));
    return std::string(host.substr(0, host.rfind(':')));
}

}  // namespace

bool is_allowed_origin(const OriginCheck& check) {
    if (check.origin.empty()) return true;
    if (std::find(check.allowed.begin(), check.allowed.end(), check.origin) != check.allowed.end())
        return true;
    const auto scheme_end = check.origin.find("://");
    if (scheme_end == std::string_view::npos) return false;
    const auto origin_host = check.origin.substr(scheme_end + 3);
    if (origin_host != check.host) return false;
    return !check.loopback_only || is_loopback(host_name(origin_host));
}

}  // namespace parlance::websocket
