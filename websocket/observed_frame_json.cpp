#include <algorithm>
#include <nlohmann/json.hpp>

#include "websocket/observed_frame.h"

namespace parlance::websocket {

namespace {

using Json = nlohmann::json;

std::string text_in(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

const Json& member(const Json& object, const char* key) {
    static const Json nothing;
    const auto found = object.find(key);
    return found == object.end() ? nothing : *found;
}

void read_analysis(const Json& frame, dialogue::ObservedTurn& turn) {
    turn.intent = text_in(member(frame, "intent"), "name");
    turn.flow = text_in(member(frame, "state"), "flow");
    turn.step = text_in(member(frame, "state"), "step");
    turn.phase = text_in(member(frame, "state"), "phase");
    for (const auto& name : member(frame, "said")) turn.said.push_back(name.get<std::string>());
    for (const auto& [name, value] : member(frame, "slots").items()) {
        turn.slots.emplace_back(name, value.get<std::string>());
    }
    for (const auto& fact : member(frame, "facts")) {
        turn.facts.emplace_back(text_in(fact, "name"), text_in(fact, "value"));
        const auto source = text_in(fact, "source");
        const bool known = std::find(turn.sources.begin(), turn.sources.end(), source) != turn.sources.end();
        if (!known) turn.sources.push_back(source);
    }
}

void read_message(const Json& frame, dialogue::ObservedTurn& turn) {
    turn.text = text_in(frame, "text");
    for (const auto& action : member(frame, "suggested_actions"))
        turn.actions.push_back(text_in(action, "title"));
    for (const auto& offer : member(frame, "recommendations")) turn.offers.push_back(text_in(offer, "id"));
}

}  // namespace

Result<bool> FrameObserver::take(std::string_view text) {
    const auto frame = Json::parse(text, nullptr, false);
    if (!frame.is_object())
        return Error{ErrorCode::bad_json, "the server sent something that is no JSON object"};
    const auto type = text_in(frame, "type");
    if (text_in(frame, "re") != message_id_) return false;
    if (type == "error") {
        turn_.error = text_in(frame, "code");
        turn_.text = text_in(frame, "message");
        return true;
    }
    try {
        if (type == "analysis") read_analysis(frame, turn_);
        if (type == "message") read_message(frame, turn_);
    } catch (const Json::exception& exception) {
        return Error{ErrorCode::bad_json, "the frame \"" + type + "\" is malformed: " + exception.what()};
    }
    return type == "message";
}

std::string message_frame(const std::string& id, const std::string& text) {
    const Json frame = {{"type", "message"}, {"id", id}, {"text", text}};
    return frame.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string hello_frame(const std::string& language) {
    return Json({{"type", "hello"}, {"lang", language}}).dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace parlance::websocket
