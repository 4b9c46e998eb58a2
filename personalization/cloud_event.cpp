#include "personalization/cloud_event.h"

#include <utility>
#include <variant>

#include "intents/object_reader.h"
#include "personalization/property_value.h"

namespace parlance::personalization {
namespace {

constexpr std::string_view type_prefix = "parlance.behavior.";
constexpr std::size_t max_name_bytes = 512;  // of id, source and subject each

// All findings in one line: "1:14: unknown member \"pltform\"; did you mean \"platform\"?".
Error described(const Findings& findings) {
    std::string all;
    for (const Finding& finding : findings.sorted()) {
        if (!all.empty()) all += " | ";
        all += std::to_string(finding.position.line) + ":" + std::to_string(finding.position.column) + ": " +
               finding.message;
        if (!finding.fix.empty()) all += "; " + finding.fix;
    }
    return {ErrorCode::bad_request, all};
}

Error bad_json(const JsonSyntaxError& error) {
    return {ErrorCode::bad_json, std::to_string(error.position.line) + ":" +
                                     std::to_string(error.position.column) + ": " + error.message};
}

// Turns positions into byte offsets, going forward only.
class OffsetReader {
public:
    explicit OffsetReader(std::string_view text) : text_(text) {}

    std::size_t offset_of(SourcePosition position) {
        for (; line_ < position.line; ++line_) line_start_ = text_.find('\n', line_start_) + 1;
        return line_start_ + static_cast<std::size_t>(position.column) - 1;
    }

private:
    std::string_view text_;
    int line_ = 1;
    std::size_t line_start_ = 0;
};

// Without what stands between one element of a list and the next.
std::string_view without_separator(std::string_view element) {
    return element.substr(0, element.find_last_not_of(", \t\r\n") + 1);
}

// Reads the members of one event; each problem becomes a finding.
class EventReader {
public:
    explicit EventReader(const JsonNode& node) : envelope_(node, {}, findings_) {}

    Result<BehaviorEvent> read() {
        BehaviorEvent event;
        if (envelope_.required_text("specversion") != "1.0" && envelope_.has("specversion"))
            envelope_.error("E0510", "specversion", "\"specversion\" must be \"1.0\"");
        event.id.text = name("id");
        event.source = name("source");
        event.customer.text = name("subject");
        event.kind = kind();
        event.at = moment();
        if (const auto* payload = envelope_.required_object("data")) read_payload(*payload, event);
        if (findings_.has_errors()) return described(findings_);
        return event;
    }

private:
    std::string name(std::string_view key) {
        std::string text = envelope_.required_text(key);
        const auto* found = envelope_.any(key);
        if (found == nullptr || !found->is_text()) return text;
        if (text.empty()) envelope_.error("E0511", key, "\"" + std::string(key) + "\" is empty");
        if (text.size() > max_name_bytes)
            envelope_.error("E0511", key, "\"" + std::string(key) + "\" is over 512 bytes long");
        return text;
    }

    BehaviorKind kind() {
        const std::string type = envelope_.required_text("type");
        const auto* found = envelope_.any("type");
        if (found == nullptr || !found->is_text()) return {};
        const bool is_ours = type.starts_with(type_prefix);
        const auto known =
            is_ours ? behavior_kind(std::string_view(type).substr(type_prefix.size())) : std::nullopt;
        if (known) return *known;
        std::vector<std::string> types;
        for (const std::string& each : behavior_kind_names())
            types.push_back(std::string(type_prefix) + each);
        envelope_.error("E0512", "type", "unknown type \"" + type.substr(0, 64) + "\"",
                        did_you_mean(type, types));
        return {};
    }

    TimePoint moment() {
        const std::string text = envelope_.required_text("time");
        const auto* found = envelope_.any("time");
        if (found == nullptr || !found->is_text()) return {};
        const auto at = parse_rfc3339(text);
        if (at) return *at;
        envelope_.error("E0513", "time", "\"time\" must be a time such as \"2026-11-20T09:30:00Z\"");
        return {};
    }

    void read_payload(const JsonNode& node, BehaviorEvent& event) {
        ObjectReader reader(node, {}, findings_);
        event.platform = reader.text_or("platform", {});
        event.feature = reader.text_or("feature", {});
        event.action = reader.text_or("action", {});
        const auto duration = reader.integer_or("duration_ms", 0);
        if (duration < 0) reader.error("E0514", "duration_ms", "\"duration_ms\" is negative");
        event.duration = std::chrono::milliseconds{duration};
        if (const auto* properties = reader.object("properties")) read_properties(*properties, event);
        reader.finish();
    }

    void read_properties(const JsonNode& node, BehaviorEvent& event) {
        for (const JsonMember& member : *node.object()) {
            auto value = read_property(member.value);
            if (const auto* problem = std::get_if<PropertyProblem>(&value)) {
                findings_.error("E0515", {}, problem->position,
                                "property \"" + member.key + "\": " + problem->message, problem->fix);
            } else if (!event.properties.emplace(member.key, std::get<SlotValue>(std::move(value))).second) {
                findings_.error("E0105", {}, member.key_position, "\"" + member.key + "\" is given twice");
            }
        }
    }

    Findings findings_;
    ObjectReader envelope_;
};

}  // namespace

Result<BehaviorEvent> read_cloud_event(std::string_view json) {
    const auto parsed = parse_json(json);
    if (const auto* error = std::get_if<JsonSyntaxError>(&parsed)) return bad_json(*error);
    return EventReader(std::get<JsonNode>(parsed)).read();
}

Result<std::vector<std::string_view>> texts_of_batch(std::string_view json) {
    const auto parsed = parse_json(json);
    if (const auto* error = std::get_if<JsonSyntaxError>(&parsed)) return bad_json(*error);
    const auto* list = std::get<JsonNode>(parsed).array();
    if (list == nullptr) return Error{ErrorCode::bad_request, "1:1: a batch is a list of events"};
    OffsetReader offsets(json);
    std::vector<std::size_t> starts;
    for (const JsonNode& node : *list) starts.push_back(offsets.offset_of(node.position));
    starts.push_back(json.rfind(']'));
    std::vector<std::string_view> texts;
    for (std::size_t i = 0; i + 1 < starts.size(); ++i)
        texts.push_back(without_separator(json.substr(starts[i], starts[i + 1] - starts[i])));
    return texts;
}

}  // namespace parlance::personalization
