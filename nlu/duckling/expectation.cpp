#include "nlu/duckling/expectation.h"

#include "nlu/duckling/compact_value.h"
#include "nlu/duckling/constructor_text.h"
#include "nlu/duckling/moment_text.h"
#include "nlu/duckling/unit_names.h"
#include "nlu/recognizers/value_text.h"

namespace parlance::nlu {

namespace {

void put_scalar(const JsonNode& node, const std::string& key, Resolution& resolution) {
    if (node.is_number()) {
        resolution[key] = value_text(node.number_or(0));
    } else if (const std::string* text = node.text()) {
        const auto moment = moment_in(*text);
        resolution[key] = moment ? *moment : *text;
    }
}

void put_names(const JsonNode& node, Resolution& resolution) {
    for (const char* key : {"unit", "grain"}) {
        const JsonNode* name = node.find(key);
        if (name != nullptr && name->is_text()) resolution[key] = unit_name(*name->text());
    }
}

// 6 or {"value": 6, "unit": "$"}: the value, with unit and grain beside.
void put_end(const JsonNode& end, const std::string& key, Resolution& resolution) {
    put_names(end, resolution);
    const JsonNode* value = end.is_object() ? end.find("value") : &end;
    if (value == nullptr) return;
    if (value->is_array()) {
        resolution[key] = moment_of(*value->array());
    } else {
        put_scalar(*value, key, resolution);
    }
}

// An end that is null or absent is open.
void put_ends(const JsonNode& node, Resolution& resolution) {
    for (const char* key : {"from", "to"}) {
        const JsonNode* end = node.find(key);
        if (end == nullptr || end->is_null()) {
            resolution[key] = "open";
        } else {
            put_end(*end, key, resolution);
        }
    }
}

Resolution resolution_of(const JsonNode& node, std::string_view section) {
    Resolution resolution;
    if (const std::string* text = node.text()) return read_constructor(*text, section);
    if (!node.is_object()) {
        put_end(node, "value", resolution);
        return resolution;
    }
    const JsonNode* value = node.find("value");
    if (value != nullptr && value->is_object()) {
        resolution = resolution_of(*value, section);
    } else if (node.find("from") != nullptr || node.find("to") != nullptr) {
        put_ends(node, resolution);
    } else if (value != nullptr && value->is_text()) {
        resolution = read_constructor(*value->text(), section);
    } else if (value != nullptr) {
        put_end(*value, "value", resolution);
    }
    put_names(node, resolution);
    return resolution;
}

// The whole text, unless the object says otherwise in bytes or words.
TextSpan span_in(const JsonNode& node, std::string_view text) {
    const JsonNode* start = node.find("start");
    const JsonNode* end = node.find("end");
    if (start != nullptr && end != nullptr && start->integer() != nullptr && end->integer() != nullptr)
        return {static_cast<std::size_t>(*start->integer()), static_cast<std::size_t>(*end->integer())};
    const JsonNode* body = node.find("body");
    const std::size_t at =
        body != nullptr && body->is_text() ? text.find(*body->text()) : std::string_view::npos;
    return at == std::string_view::npos ? TextSpan{0, text.size()} : TextSpan{at, at + body->text()->size()};
}

// Moments have grains, amounts units, whichever of the two names an expectation gives them.
void settle_names(std::string_view section, Resolution& resolution) {
    const bool is_time = section == "time";
    auto other = resolution.extract(is_time ? "unit" : "grain");
    if (other.empty()) return;
    other.key() = is_time ? "grain" : "unit";
    resolution.insert(std::move(other));
}

// null, false and "" say that nothing is expected.
bool is_nothing(const JsonNode& node) {
    if (const bool* truth = node.boolean()) return !*truth;
    return node.is_null() || (node.is_text() && node.text()->empty());
}

bool is_list_of_results(const JsonNode& node) {
    return node.is_array() && (node.array()->empty() || !node.array()->front().is_number());
}

}  // namespace

std::vector<Recognition> read_expectation(const JsonNode& expect, std::string_view text,
                                          std::string_view section) {
    std::vector<Recognition> expected;
    const auto add = [&](const JsonNode& node) {
        if (is_nothing(node)) return;
        Resolution resolution = resolution_of(node, section);
        settle_names(section, resolution);
        if (const auto value = resolution.find("value"); value != resolution.end())
            value->second = compact_value(section, value->second);
        expected.push_back({span_in(node, text), std::string(section), std::move(resolution)});
    };
    if (is_list_of_results(expect)) {
        for (const JsonNode& each : *expect.array()) add(each);
    } else {
        add(expect);
    }
    return expected;
}

}  // namespace parlance::nlu
