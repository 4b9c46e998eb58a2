#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "websocket/error_frame.h"

namespace parlance::websocket {

// Where a client wants to go on.
struct ResumePoint {
    std::string session;
    std::uint64_t seq = 0;  // of the last frame it saw
};

// What a client may send; one struct a type of docs/protocol.md.
struct Hello {
    std::optional<std::string> token;
    std::optional<ResumePoint> resume;
    std::string language;  // BCP 47, may be empty
    std::string customer;  // demo only
};
struct Resume {
    ResumePoint point;
};
// At least one of the two; the payload is what a button stands for.
struct CustomerMessage {
    std::string text;
    std::string payload;
};
struct TypingNotice {
    bool on = false;
};
struct Feedback {
    std::string re;
    bool positive = false;
    std::string reason;
};
struct Reaction {
    std::string re;
    std::string reaction;
    std::string reason;
};
// What the customer did in the app beside the chat.
struct BehaviorNotice {
    std::string event;    // "page_view" or "article_read"
    std::string feature;  // part of the app, or the article's topic
    std::string action;
    std::chrono::milliseconds duration{0};
    std::string content;  // the article's id
};
struct Read {
    std::uint64_t seq = 0;
};
struct End {};
struct Ping {};

struct ClientMessage {
    std::string id;  // empty when the client gave none
    std::variant<Hello, Resume, CustomerMessage, TypingNotice, Feedback, Reaction, BehaviorNotice, Read, End,
                 Ping>
        body;
};

// Reads one text frame. Unknown members are ignored; unknown types are unknown_type; a known member of the
// wrong type is bad_request naming it; what is no JSON object is bad_json. Never throws.
std::variant<ClientMessage, ErrorFrame> parse_client_message(std::string_view text);

}  // namespace parlance::websocket
