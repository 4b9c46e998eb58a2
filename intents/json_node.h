#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "intents/result.h"

namespace parlance {

// Where something starts in a file; both counted from 1, columns in bytes.
struct SourcePosition {
    int line = 1;
    int column = 1;
    auto operator<=>(const SourcePosition&) const = default;
};

struct JsonMember;

// A JSON value that remembers where it stood, so that a finding can point at it.
//
// Objects keep their members in file order, duplicates included (the loaders report them).
// The reader takes `//` and `/* */` comments. Immutable after reading; safe to share.
class JsonNode {
public:
    using Array = std::vector<JsonNode>;
    using Object = std::vector<JsonMember>;
    using Content = std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, Object>;

    Content content;  // null
    SourcePosition position;

    bool is_null() const { return std::holds_alternative<std::nullptr_t>(content); }
    bool is_object() const { return std::holds_alternative<Object>(content); }
    bool is_array() const { return std::holds_alternative<Array>(content); }
    bool is_text() const { return std::holds_alternative<std::string>(content); }
    bool is_number() const;

    // The member called `key`, or nullptr when there is none or this is no object.
    const JsonNode* find(std::string_view key) const;

    // Typed looks inside; nullptr when the content is of another kind.
    const std::string* text() const { return std::get_if<std::string>(&content); }
    const bool* boolean() const { return std::get_if<bool>(&content); }
    const std::int64_t* integer() const { return std::get_if<std::int64_t>(&content); }
    const Array* array() const { return std::get_if<Array>(&content); }
    const Object* object() const { return std::get_if<Object>(&content); }
    // Integers and doubles alike; `otherwise` for anything else.
    double number_or(double otherwise) const;

    // "object", "array", "text", "number", "boolean", "null": for messages.
    std::string_view kind() const;
};

struct JsonMember {
    std::string key;
    SourcePosition key_position;
    JsonNode value;
};

// A JSON syntax error with its place.
struct JsonSyntaxError {
    SourcePosition position;
    std::string message;
};

// Reads one JSON document; trailing text is an error. At most 256 levels deep.
// Never throws. Safe to call from several threads.
std::variant<JsonNode, JsonSyntaxError> parse_json(std::string_view text);

}  // namespace parlance
