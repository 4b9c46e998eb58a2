#include "intents/json_node.h"

namespace parlance {

bool JsonNode::is_number() const {
    return std::holds_alternative<std::int64_t>(content) || std::holds_alternative<double>(content);
}

const JsonNode* JsonNode::find(std::string_view key) const {
    const auto* members = object();
    if (members == nullptr) return nullptr;
    for (const auto& member : *members) {
        if (member.key == key) return &member.value;
    }
    return nullptr;
}

double JsonNode::number_or(double otherwise) const {
    if (const auto* whole = std::get_if<std::int64_t>(&content)) return static_cast<double>(*whole);
    if (const auto* real = std::get_if<double>(&content)) return *real;
    return otherwise;
}

std::string_view JsonNode::kind() const {
    struct Names {
        std::string_view operator()(std::nullptr_t) const { return "null"; }
        std::string_view operator()(bool) const { return "boolean"; }
        std::string_view operator()(std::int64_t) const { return "number"; }
        std::string_view operator()(double) const { return "number"; }
        std::string_view operator()(const std::string&) const { return "text"; }
        std::string_view operator()(const Array&) const { return "array"; }
        std::string_view operator()(const Object&) const { return "object"; }
    };
    return std::visit(Names{}, content);
}

}  // namespace parlance
