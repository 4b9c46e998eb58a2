#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dialogue/script_transport.h"
#include "intents/result.h"

namespace parlance::websocket {

// Puts a turn together from the frames that a client gets for one message.
class FrameObserver {
public:
    explicit FrameObserver(std::string message_id) : message_id_(std::move(message_id)) {}

    // Takes one frame in; true once the turn is complete (its message or error has come). Fails with
    // bad_json.
    Result<bool> take(std::string_view frame);

    const dialogue::ObservedTurn& turn() const { return turn_; }

private:
    std::string message_id_;
    dialogue::ObservedTurn turn_;
};

// A client's frames, as text.
std::string message_frame(const std::string& id, const std::string& text);
std::string hello_frame(const std::string& language);

}  // namespace parlance::websocket
