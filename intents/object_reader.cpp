#include "intents/object_reader.h"

#include <algorithm>
#include <set>

namespace parlance {

ObjectReader::ObjectReader(const JsonNode& node, std::string file, Findings& findings)
    : node_(node), file_(std::move(file)), findings_(findings) {
    if (!node.is_object()) {
        findings_.error("E0101", file_, node.position,
                        "an object was expected here, not " + std::string(node.kind()));
    }
}

const JsonNode* ObjectReader::look(std::string_view key, bool required) {
    if (std::find(known_.begin(), known_.end(), key) == known_.end()) known_.emplace_back(key);
    const JsonNode* found = node_.find(key);
    if (found == nullptr && required && node_.is_object()) {
        findings_.error("E0102", file_, node_.position, "\"" + std::string(key) + "\" is missing");
    }
    return found;
}

void ObjectReader::wrong_type(std::string_view key, const JsonNode& found, std::string_view wanted) {
    findings_.error(
        "E0103", file_, found.position,
        "\"" + std::string(key) + "\" must be " + std::string(wanted) + ", not " + std::string(found.kind()));
}

bool ObjectReader::has(std::string_view key) {
    return look(key, false) != nullptr;
}

std::string ObjectReader::required_text(std::string_view key) {
    const auto* found = look(key, true);
    if (found == nullptr) return {};
    if (const auto* text = found->text()) return *text;
    wrong_type(key, *found, "a text");
    return {};
}

std::string ObjectReader::text_or(std::string_view key, std::string otherwise) {
    const auto* found = look(key, false);
    if (found == nullptr) return otherwise;
    if (const auto* text = found->text()) return *text;
    wrong_type(key, *found, "a text");
    return otherwise;
}

double ObjectReader::required_number(std::string_view key) {
    look(key, true);
    return number_or(key, 0);
}

double ObjectReader::number_or(std::string_view key, double otherwise) {
    const auto* found = look(key, false);
    if (found == nullptr) return otherwise;
    if (!found->is_number()) wrong_type(key, *found, "a number");
    return found->number_or(otherwise);
}

std::int64_t ObjectReader::integer_or(std::string_view key, std::int64_t otherwise) {
    const auto* found = look(key, false);
    if (found == nullptr) return otherwise;
    if (const auto* whole = found->integer()) return *whole;
    wrong_type(key, *found, "a whole number");
    return otherwise;
}

bool ObjectReader::boolean_or(std::string_view key, bool otherwise) {
    const auto* found = look(key, false);
    if (found == nullptr) return otherwise;
    if (const auto* value = found->boolean()) return *value;
    wrong_type(key, *found, "true or false");
    return otherwise;
}

std::vector<std::string> ObjectReader::texts(std::string_view key) {
    std::vector<std::string> list;
    const auto* items = array(key);
    if (items == nullptr) return list;
    for (const auto& item : *items->array()) {
        if (const auto* text = item.text()) {
            list.push_back(*text);
        } else {
            wrong_type(key, item, "a list of texts");
        }
    }
    return list;
}

std::map<std::string, std::string> ObjectReader::text_map(std::string_view key) {
    std::map<std::string, std::string> texts;
    const auto* members = object(key);
    if (members == nullptr) return texts;
    for (const auto& member : *members->object()) {
        if (const auto* text = member.value.text()) {
            texts[member.key] = *text;
        } else {
            wrong_type(member.key, member.value, "a text");
        }
    }
    return texts;
}

std::optional<Expression> ObjectReader::expression(std::string_view key) {
    const auto* found = look(key, false);
    if (found == nullptr) return std::nullopt;
    const auto* text = found->text();
    if (text == nullptr) {
        wrong_type(key, *found, "an expression in a text");
        return std::nullopt;
    }
    auto parsed = Expression::parse(*text);
    if (auto* expression = std::get_if<Expression>(&parsed)) return std::move(*expression);
    const auto& problem = std::get<ExpressionSyntaxError>(parsed);
    auto at = found->position;
    at.column += 1 + static_cast<int>(problem.offset);
    findings_.error("E0106", file_, at, "in \"" + *text + "\": " + problem.message);
    return std::nullopt;
}

const JsonNode* ObjectReader::object(std::string_view key) {
    const auto* found = look(key, false);
    if (found == nullptr || found->is_object()) return found;
    wrong_type(key, *found, "an object");
    return nullptr;
}

const JsonNode* ObjectReader::required_object(std::string_view key) {
    look(key, true);
    return object(key);
}

const JsonNode* ObjectReader::array(std::string_view key) {
    const auto* found = look(key, false);
    if (found == nullptr || found->is_array()) return found;
    wrong_type(key, *found, "a list");
    return nullptr;
}

const JsonNode* ObjectReader::required_array(std::string_view key) {
    look(key, true);
    return array(key);
}

const JsonNode* ObjectReader::any(std::string_view key) {
    return look(key, false);
}

SourcePosition ObjectReader::position_of(std::string_view key) const {
    const auto* found = node_.find(key);
    return found == nullptr ? node_.position : found->position;
}

void ObjectReader::error(std::string code, std::string_view key, std::string message, std::string fix) {
    findings_.error(std::move(code), file_, position_of(key), std::move(message), std::move(fix));
}

void ObjectReader::finish() {
    const auto* members = node_.object();
    if (members == nullptr) return;
    std::set<std::string_view> seen;
    for (const auto& member : *members) {
        if (!seen.insert(member.key).second) {
            findings_.error("E0105", file_, member.key_position, "\"" + member.key + "\" is given twice");
        } else if (member.key != "$schema" &&
                   std::find(known_.begin(), known_.end(), member.key) == known_.end()) {
            findings_.error("E0104", file_, member.key_position, "unknown member \"" + member.key + "\"",
                            did_you_mean(member.key, known_));
        }
    }
}

}  // namespace parlance
