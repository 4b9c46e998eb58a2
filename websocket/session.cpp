#include "websocket/session.h"

#include "intents/secret.h"

namespace parlance::websocket {

void Session::deliver(const ServerFrame& frame, TimePoint now) {
    auto text = std::make_shared<const std::string>(to_json(frame, {replay.next_seq(), now}));
    replay.add(text);
    if (peer != nullptr) peer->send(std::move(text));
}

void Session::mention(const ServerFrame& frame) const {
    if (peer != nullptr) peer->send(std::make_shared<const std::string>(to_json(frame, {})));
}

std::string make_session_id(const ConversationId& conversation) {
    return conversation.text + "." + random_hex(16);
}

}  // namespace parlance::websocket
