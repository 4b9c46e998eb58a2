#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "dialogue/script_transport.h"
#include "dialogue/turn_engine.h"
#include "intents/clock.h"
#include "websocket/error_frame.h"

namespace parlance::websocket {

// A line of a conversation as `welcome` tells it.
struct HistoryItem {
    std::string id;
    bool from_customer = false;
    std::string text;
    TimePoint at;
};

// What the server sends; one struct a type of docs/protocol.md.
struct Welcome {
    std::string session;
    std::string conversation;
    bool resumed = false;
    bool demo = false;
    std::vector<HistoryItem> history;
    std::int64_t ping_s = 0;
    std::size_t max_bytes = 0;
    std::string user_id;
    std::string user_name;
};
struct Ack {
    std::string re;
};
struct Typing {
    bool on = false;
};
struct ReplyMessage {
    std::string re;  // the message it answers; of what was said unasked, its own id
    std::uint32_t turn = 0;
    nlg::Reply reply;
    std::string trigger = {};  // of what was said unasked: "idle_cash"; empty for an answer
};
// What the turn was understood as and what came of it; for developers and tests.
struct Analysis {
    std::string re;
    nlu::Understanding understanding;
    nlu::SentimentTrend trend;
    std::vector<std::string> commands;
    dialogue::ObservedTurn observed;
    std::vector<nlg::Fact> facts;
    dialogue::TurnTiming timing;
};
struct Handoff {
    std::string re;
    std::string queue;
};
struct Bye {
    std::string reason;
    bool reconnect = true;
};
struct Pong {
    std::string re;
};

using ServerFrame =
    std::variant<Welcome, Ack, Typing, ReplyMessage, Analysis, Handoff, ErrorFrame, Bye, Pong>;

// What is the same around every frame. seq: only on frames that `resume` can bring back.
struct Envelope {
    std::optional<std::uint64_t> seq;
    std::optional<TimePoint> at;
};

// One line of JSON. Bytes that are not UTF-8 are replaced, never sent.
std::string to_json(const ServerFrame& frame, const Envelope& envelope);

// The same for one type: it is long enough for a file of its own.
std::string to_json(const Analysis& frame, const Envelope& envelope);

// The understanding alone, for POST /v1/parse: intent, entities, sentiment and topics of one text.
std::string to_json(const nlu::Understanding& understanding);

}  // namespace parlance::websocket
