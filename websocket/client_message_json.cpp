#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "websocket/client_message.h"

namespace parlance::websocket {

namespace {

using Json = nlohmann::json;

// Why a frame cannot be read, thrown inside this file only.
struct Refused {
    ErrorFrame frame;
};

[[noreturn]] void refuse(ProtocolCode code, std::string message) {
    throw Refused{{code, std::move(message), {}, false, {}}};
}

// One JSON object, read member by member; a member of the wrong type is refused by name.
class Members {
public:
    explicit Members(const Json& object, std::string path = {}) : object_(object), path_(std::move(path)) {}

    std::optional<std::string> text(const std::string& key, std::size_t longest = 1024) const {
        const auto* member = find(key);
        if (member == nullptr) return std::nullopt;
        if (!member->is_string()) wrong(key, "a text");
        auto value = member->get<std::string>();
        if (value.size() > longest) wrong(key, "at most " + std::to_string(longest) + " bytes long");
        return value;
    }

    std::string required_text(const std::string& key, std::size_t longest = 1024) const {
        auto value = text(key, longest);
        if (!value || value->empty()) missing(key);
        return *value;
    }

    bool required_boolean(const std::string& key) const {
        const auto* member = find(key);
        if (member == nullptr) missing(key);
        if (!member->is_boolean()) wrong(key, "true or false");
        return member->get<bool>();
    }

    std::optional<std::uint64_t> count(const std::string& key) const {
        const auto* member = find(key);
        if (member == nullptr) return std::nullopt;
        if (!member->is_number_unsigned()) wrong(key, "a whole number, zero or more");
        return member->get<std::uint64_t>();
    }

    std::uint64_t required_count(const std::string& key) const {
        const auto value = count(key);
        if (!value) missing(key);
        return *value;
    }

    std::int64_t required_integer(const std::string& key) const {
        const auto* member = find(key);
        if (member == nullptr) missing(key);
        if (!member->is_number_integer()) wrong(key, "a whole number");
        return member->get<std::int64_t>();
    }

    std::optional<Members> object(const std::string& key) const {
        const auto* member = find(key);
        if (member == nullptr) return std::nullopt;
        if (!member->is_object()) wrong(key, "an object");
        return Members(*member, path_ + key + ".");
    }

    [[noreturn]] void wrong(const std::string& key, const std::string& wanted) const {
        refuse(ProtocolCode::bad_request, "\"" + path_ + key + "\" must be " + wanted + ".");
    }

private:
    // null counts as absent.
    const Json* find(const std::string& key) const {
        const auto found = object_.find(key);
        return found == object_.end() || found->is_null() ? nullptr : &*found;
    }

    [[noreturn]] void missing(const std::string& key) const {
        refuse(ProtocolCode::bad_request, "\"" + path_ + key + "\" is missing.");
    }

    const Json& object_;
    std::string path_;
};

constexpr std::size_t longest_frame = 1024 * 1024;
using Body = decltype(ClientMessage::body);

ResumePoint read_resume_point(const Members& members) {
    return {members.required_text("session"), members.required_count("seq")};
}

Body read_hello(const Members& members) {
    Hello hello;
    hello.token = members.text("token", 8192);
    hello.language = members.text("lang").value_or("");
    hello.customer = members.text("customer").value_or("");
    if (const auto resume = members.object("resume")) hello.resume = read_resume_point(*resume);
    if (members.text("role").value_or("customer") != "customer") {
        refuse(ProtocolCode::forbidden, "Only the role \"customer\" can connect here.");
    }
    return hello;
}

Body read_message(const Members& members) {
    CustomerMessage message{members.text("text", longest_frame).value_or(""),
                            members.text("payload", longest_frame).value_or("")};
    if (message.text.empty() && message.payload.empty()) {
        refuse(ProtocolCode::bad_request, "\"text\" or \"payload\" must say something.");
    }
    return message;
}

Body read_feedback(const Members& members) {
    const auto value = members.required_integer("value");
    if (value != 1 && value != -1) members.wrong("value", "1 or -1");
    return Feedback{members.required_text("re"), value == 1, members.text("reason").value_or("")};
}

Body read_reaction(const Members& members) {
    static const std::vector<std::string> known = {"shown", "accepted", "rejected", "later"};
    Reaction reaction{members.required_text("re"), members.required_text("reaction"),
                      members.text("reason").value_or("")};
    if (std::find(known.begin(), known.end(), reaction.reaction) == known.end()) {
        members.wrong("reaction", "shown, accepted, rejected or later");
    }
    return reaction;
}

// What a customer's own client may say: of payments, complaints and the like only the bank's systems know.
Body read_behavior(const Members& members) {
    constexpr std::uint64_t longest_ms = 24 * 3600 * 1000;
    BehaviorNotice notice{members.required_text("event"),
                          members.required_text("feature"),
                          members.text("action").value_or(""),
                          {},
                          members.text("content").value_or("")};
    if (notice.event != "page_view" && notice.event != "article_read")
        members.wrong("event", "page_view or article_read");
    const auto duration = members.count("duration_ms").value_or(0);
    if (duration > longest_ms) members.wrong("duration_ms", "at most a day");
    notice.duration = std::chrono::milliseconds(duration);
    return notice;
}

Body read_body(const std::string& type, const Members& members) {
    static const std::map<std::string, Body (*)(const Members&)> readers = {
        {"hello", read_hello},
        {"resume", [](const Members& m) -> Body { return Resume{read_resume_point(m)}; }},
        {"message", read_message},
        {"typing", [](const Members& m) -> Body { return TypingNotice{m.required_boolean("on")}; }},
        {"feedback", read_feedback},
        {"recommendation.react", read_reaction},
        {"behavior", read_behavior},
        {"read", [](const Members& m) -> Body { return Read{m.required_count("seq")}; }},
        {"end", [](const Members&) -> Body { return End{}; }},
        {"ping", [](const Members&) -> Body { return Ping{}; }},
    };
    const auto reader = readers.find(type);
    if (reader == readers.end()) refuse(ProtocolCode::unknown_type, "This message type is not known.");
    return reader->second(members);
}

std::string read_id(const Members& members) {
    auto id = members.text("id", 128).value_or("");
    const bool printable =
        std::all_of(id.begin(), id.end(), [](unsigned char c) { return c >= 32 && c != 127; });
    if (!printable) members.wrong("id", "free of control characters");
    return id;
}

}  // namespace

std::variant<ClientMessage, ErrorFrame> parse_client_message(std::string_view text) {
    const auto json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) return ErrorFrame{ProtocolCode::bad_json, "This is not JSON.", {}, false, {}};
    if (!json.is_object())
        return ErrorFrame{ProtocolCode::bad_json, "A JSON object was expected.", {}, false, {}};
    ClientMessage message;
    try {
        const Members members(json);
        message.id = read_id(members);
        message.body = read_body(members.required_text("type"), members);
        return message;
    } catch (Refused& refused) {
        refused.frame.re = message.id;
        return refused.frame;
    }
}

}  // namespace parlance::websocket
