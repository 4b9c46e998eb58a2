// Any bytes as a client's frame: it is read or refused, and a refusal is a frame that can be sent.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "websocket/client_message.h"
#include "websocket/server_frame.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace parlance::websocket;
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const auto parsed = parse_client_message(text);
    if (const auto* error = std::get_if<ErrorFrame>(&parsed)) {
        if (error->message.empty()) std::abort();
        if (!to_json(*error, {}).starts_with("{\"type\":\"error\"")) std::abort();
        return 0;
    }
    const auto& message = std::get<ClientMessage>(parsed);
    if (message.id.size() > 128) std::abort();
    if (const auto* said = std::get_if<CustomerMessage>(&message.body)) {
        if (said->text.empty() && said->payload.empty()) std::abort();
    }
    if (const auto* resume = std::get_if<Resume>(&message.body)) {
        if (resume->point.session.empty()) std::abort();
    }
    return 0;
}
