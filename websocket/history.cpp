#include "websocket/history.h"

#include <algorithm>

namespace parlance::websocket {

namespace {

// The title of the action with this payload under the last reply, or the text itself.
std::string as_seen(const std::string& text, const dialogue::BotSpoke* last_reply) {
    if (last_reply == nullptr) return text;
    const auto& actions = last_reply->reply.actions;
    const auto pressed = std::find_if(actions.begin(), actions.end(),
                                      [&](const auto& action) { return action.payload == text; });
    return pressed == actions.end() ? text : pressed->title;
}

}  // namespace

std::vector<HistoryItem> history_of(const dialogue::Tracker& tracker, std::size_t most) {
    std::vector<HistoryItem> items;
    const dialogue::BotSpoke* last_reply = nullptr;
    for (const auto& event : tracker.events) {
        if (const auto* message = std::get_if<dialogue::UserSpoke>(&event)) {
            items.push_back(
                {message->client_message_id, true, as_seen(message->text, last_reply), message->at});
        } else if (const auto* reply = std::get_if<dialogue::BotSpoke>(&event)) {
            items.push_back({reply->client_message_id + ".reply", false, reply->reply.text, reply->at});
            last_reply = reply;
        }
    }
    if (items.size() > most) items.erase(items.begin(), items.end() - static_cast<std::ptrdiff_t>(most));
    return items;
}

}  // namespace parlance::websocket
