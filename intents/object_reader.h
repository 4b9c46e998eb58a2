#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "intents/expression.h"
#include "intents/findings.h"
#include "intents/json_node.h"

namespace parlance {

// Reads one JSON object of an authoring file member by member and reports what is wrong with it:
// a missing or mistyped member at once, unknown and duplicate members when `finish` is called.
//
//     ObjectReader reader(node, "flows/transfer.json", findings);
//     spec.name = reader.required_text("flow");
//     spec.version = reader.integer_or("version", 1);
//     reader.finish();
//
// Every getter returns its default after a finding, so reading goes on and all findings come in one
// run. Codes: E0101 not an object, E0102 missing, E0103 wrong type, E0104 unknown member, E0105 given twice,
// E0106 bad expression.
// Borrows the node and the findings; not thread-safe.
class ObjectReader {
public:
    ObjectReader(const JsonNode& node, std::string file, Findings& findings);

    bool has(std::string_view key);
    std::string required_text(std::string_view key);
    std::string text_or(std::string_view key, std::string otherwise);
    double required_number(std::string_view key);
    double number_or(std::string_view key, double otherwise);
    std::int64_t integer_or(std::string_view key, std::int64_t otherwise);
    bool boolean_or(std::string_view key, bool otherwise);
    // A list of texts; a missing one is empty.
    std::vector<std::string> texts(std::string_view key);
    // An object of texts, such as one text per language; a missing one is empty.
    std::map<std::string, std::string> text_map(std::string_view key);
    // An expression; nothing when the member is absent or broken.
    std::optional<Expression> expression(std::string_view key);
    // Members that need their own reader; nullptr when absent. `required_*` reports the absence.
    const JsonNode* object(std::string_view key);
    const JsonNode* required_object(std::string_view key);
    const JsonNode* array(std::string_view key);
    const JsonNode* required_array(std::string_view key);
    const JsonNode* any(std::string_view key);

    // Where a member's value stands; the object's own place when it is absent.
    SourcePosition position_of(std::string_view key) const;
    SourcePosition position() const { return node_.position; }
    const std::string& file() const { return file_; }
    Findings& findings() { return findings_; }

    // Reports a finding at the member's value.
    void error(std::string code, std::string_view key, std::string message, std::string fix = {});

    // Reports unknown and duplicate members; call last.
    void finish();

private:
    const JsonNode* look(std::string_view key, bool required);
    void wrong_type(std::string_view key, const JsonNode& found, std::string_view wanted);

    const JsonNode& node_;
    std::string file_;
    Findings& findings_;
    std::vector<std::string> known_;
};

}  // namespace parlance
