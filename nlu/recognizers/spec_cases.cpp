#include "nlu/recognizers/spec_cases.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "nlu/decimal_text.h"
#include "nlu/unicode_text.h"

namespace parlance::nlu {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t nowhere = std::string::npos;

// The byte where UTF-16 unit `unit` of the text begins; the text's end for units behind it.
std::size_t byte_of_unit(std::string_view text, std::int64_t unit) {
    std::size_t at = 0;
    for (std::int64_t passed = 0; at < text.size() && passed < unit;) {
        const Character character = character_at(text, at);
        passed += character.code > 0xFFFF ? 2 : 1;
        at += character.bytes;
    }
    return at;
}

std::string ascii_lower(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

// Where the words of a result without Start stand; an empty span nowhere when they are not in the text.
TextSpan span_of_text(std::string_view text, std::string_view wanted, std::size_t from) {
    const std::size_t at = ascii_lower(text).find(ascii_lower(wanted), from);
    return at == nowhere ? TextSpan{nowhere, nowhere} : TextSpan{at, at + wanted.size()};
}

std::string number_text(double number) {
    std::string text = decimal_text(number, 12);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

std::string plain_text(const JsonNode& node) {
    if (const std::string* text = node.text()) return *text;
    if (const bool* truth = node.boolean()) return *truth ? "true" : "false";
    return node.is_number() ? number_text(node.number_or(0)) : "null";
}

Resolution resolution_of(const JsonNode& node) {
    Resolution resolution;
    if (const JsonNode::Object* members = node.object()) {
        for (const JsonMember& member : *members) {
            if (!member.value.is_array() && !member.value.is_object())
                resolution[member.key] = plain_text(member.value);
        }
    }
    return resolution;
}

std::string text_of(const JsonNode& node, std::string_view key) {
    const JsonNode* member = node.find(key);
    return member != nullptr && member->is_text() ? *member->text() : std::string();
}

// from: where the result before it ended.
Recognition expectation_of(const JsonNode& result, std::string_view text, std::size_t from) {
    Recognition expected;
    const JsonNode* start = result.find("Start");
    const JsonNode* end = result.find("End");
    if (start != nullptr && end != nullptr && start->integer() != nullptr && end->integer() != nullptr) {
        expected.span = {byte_of_unit(text, *start->integer()), byte_of_unit(text, *end->integer() + 1)};
    } else {
        expected.span = span_of_text(text, text_of(result, "Text"), from);
    }
    // A few cases spell the key "Typename".
    expected.type = text_of(result, result.find("TypeName") != nullptr ? "TypeName" : "Typename");
    if (const JsonNode* resolution = result.find("Resolution")) {
        expected.resolution = resolution_of(*resolution);
        const JsonNode* values = resolution->find("values");
        if (values != nullptr && values->is_array()) {
            for (const JsonNode& value : *values->array()) expected.readings.push_back(resolution_of(value));
        }
    }
    return expected;
}

// "2016-11-07T00:00:00", taken as UTC; the epoch for a case without.
TimePoint reference_of(const JsonNode& node) {
    const JsonNode* context = node.find("Context");
    std::string moment = context == nullptr ? std::string() : text_of(*context, "ReferenceDateTime");
    if (moment.find('T') != nowhere && !moment.ends_with('Z')) moment += 'Z';
    const auto parsed = parse_rfc3339(moment);
    return parsed ? *parsed : TimePoint{};
}

SpecCase case_of(const JsonNode& node) {
    SpecCase one{text_of(node, "Input"), reference_of(node), {}};
    std::size_t from = 0;
    for (const JsonNode& result : *node.find("Results")->array()) {
        one.expected.push_back(expectation_of(result, one.text, from));
        const std::size_t end = one.expected.back().span.end;
        if (end != nowhere) from = end;
    }
    return one;
}

bool is_case(const JsonNode& node) {
    const JsonNode* input = node.find("Input");
    const JsonNode* results = node.find("Results");
    return input != nullptr && input->is_text() && results != nullptr && results->is_array();
}

std::string content_of(const fs::path& file) {
    std::ostringstream content;
    content << std::ifstream(file, std::ios::binary).rdbuf();
    std::string text = content.str();
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    return text;
}

// "NumberModel"; "EnglishOthers/DateTimeModel" for the variants of English that have folders of their own.
std::string model_of(const fs::path& file) {
    const std::string folder = file.parent_path().filename().string();
    const bool is_variant = folder.starts_with("English") && folder != "English";
    return (is_variant ? folder + "/" : std::string()) + file.stem().string();
}

ModelSpec read_spec(const fs::path& file, Findings& findings) {
    ModelSpec spec{model_of(file), file, {}};
    const auto read = parse_json(content_of(file));
    if (const auto* error = std::get_if<JsonSyntaxError>(&read)) {
        findings.error("E0350", file.string(), error->position, error->message);
        return spec;
    }
    const auto& root = std::get<JsonNode>(read);
    if (!root.is_array()) {
        findings.error("E0351", file.string(), root.position, "a spec must be a list of cases");
        return spec;
    }
    for (const JsonNode& node : *root.array()) {
        if (is_case(node)) {
            spec.cases.push_back(case_of(node));
        } else {
            findings.error("E0351", file.string(), node.position,
                           "a case needs a text \"Input\" and a list \"Results\"");
        }
    }
    return spec;
}

}  // namespace

std::vector<ModelSpec> read_model_specs(const fs::path& root, Findings& findings) {
    std::error_code failed;
    std::vector<fs::path> files;
    for (auto entry = fs::recursive_directory_iterator(root, failed);
         !failed && entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
        const fs::path& path = entry->path();
        if (path.extension() == ".json" && path.stem().string().find("Model") != nowhere)
            files.push_back(path);
    }
    if (failed || files.empty()) {
        findings.error("E0350", root.string(), {1, 1},
                       failed ? failed.message() : "no *Model*.json at or below this folder");
    }
    std::sort(files.begin(), files.end());
    std::vector<ModelSpec> specs;
    specs.reserve(files.size());
    for (const fs::path& file : files) specs.push_back(read_spec(file, findings));
    return specs;
}

}  // namespace parlance::nlu
