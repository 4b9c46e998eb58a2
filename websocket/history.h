#pragma once

#include <vector>

#include "dialogue/tracker.h"
#include "websocket/server_frame.h"

namespace parlance::websocket {

// What was said in a conversation, oldest first, the latest `most` lines. A button's payload is told as the
// title the customer pressed.
std::vector<HistoryItem> history_of(const dialogue::Tracker& tracker, std::size_t most);

}  // namespace parlance::websocket
