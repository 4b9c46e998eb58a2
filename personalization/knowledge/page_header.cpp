#include "personalization/knowledge/page_header.h"

#include <algorithm>
#include <vector>

namespace parlance::personalization {
namespace {

constexpr std::string_view fence = "---";
constexpr std::string_view white = " \t\r";

const std::vector<std::string> known_names = {"id",  "language", "title",      "source",
                                              "url", "topics",   "valid_from", "valid_until"};

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(white);
    if (begin == std::string_view::npos) return text.substr(text.size());
    return text.substr(begin, text.find_last_not_of(white) + 1 - begin);
}

// Takes the next line off the front of `rest`, without its end.
std::string_view take_line(std::string_view& rest) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return line;
}

// Where in the file a header is being read.
struct HeaderLine {
    const std::string& file;
    std::string_view text;
    int number;
};

void read_field(const HeaderLine& line, PageHeader& header, Findings& findings) {
    const SourcePosition start{line.number, 1};
    const std::size_t colon = line.text.find(':');
    if (colon == std::string_view::npos) {
        findings.error("E0422", line.file, start, "\"" + std::string(trimmed(line.text)) + "\" has no colon",
                       "write `name: value`");
        return;
    }
    const std::string name(trimmed(line.text.substr(0, colon)));
    if (std::find(known_names.begin(), known_names.end(), name) == known_names.end()) {
        findings.error("E0422", line.file, start, "a page has no \"" + name + "\"",
                       did_you_mean(name, known_names));
        return;
    }
    const std::string_view value = trimmed(line.text.substr(colon + 1));
    const SourcePosition at{line.number, static_cast<int>(value.data() - line.text.data()) + 1};
    if (!header.fields.emplace(name, HeaderField{std::string(value), at}).second)
        findings.error("E0422", line.file, start, "\"" + name + "\" is given twice", "leave one");
}

}  // namespace

std::string PageHeader::text(const std::string& name) const {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second.text;
}

SourcePosition PageHeader::position(const std::string& name) const {
    const auto found = fields.find(name);
    return found == fields.end() ? SourcePosition{} : found->second.position;
}

PageHeader read_page_header(const std::string& file, std::string_view text, Findings& findings) {
    PageHeader header;
    std::string_view rest = text;
    bool closed = false;
    int number = 1;
    if (trimmed(take_line(rest)) == fence) {
        while (!rest.empty() && !closed) {
            const std::string_view line = take_line(rest);
            ++number;
            closed = trimmed(line) == fence;
            if (!closed && !trimmed(line).empty()) read_field({file, line, number}, header, findings);
        }
    }
    if (!closed) {
        findings.error("E0422", file, {},
                       "a page begins with a line of three hyphens, its fields, and three hyphens again");
        return header;
    }
    for (const char* name : {"id", "language", "title", "source"}) {
        if (header.text(name).empty())
            findings.error("E0423", file, header.position(name), std::string("there is no ") + name);
    }
    header.body = rest;
    header.body_line = number + 1;
    return header;
}

}  // namespace parlance::personalization
