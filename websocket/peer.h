#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace parlance::websocket {

// A serialised frame; the session's replay log and a connection's outbox share it.
using FrameText = std::shared_ptr<const std::string>;

// WebSocket close codes: RFC 6455's, and our own from 4400.
enum class CloseCode : std::uint16_t {
    normal = 1000,
    going_away = 1001,
    unsupported = 1003,
    too_large = 1009,
    restart = 1012,
    overloaded = 1013,
    unauthorized = 4401,
    hello_timeout = 4408,
    replaced = 4409,
};

// The other end of a connection, as the conversation sees it. Used by the io thread only.
class Peer {
public:
    virtual ~Peer() = default;

    // Queues a frame. A peer that reads too slowly is closed with `overloaded`.
    virtual void send(FrameText frame) = 0;
    // The next `bytes` of frames are replay: they do not count as slow reading.
    virtual void expect_replay(std::size_t bytes) = 0;
    // Sends what is queued, then closes.
    virtual void close(CloseCode code, std::string reason) = 0;
};

}  // namespace parlance::websocket
