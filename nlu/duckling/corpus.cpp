#include "nlu/duckling/corpus.h"

#include <fstream>
#include <set>
#include <sstream>

#include "nlu/duckling/expectation.h"
#include "nlu/duckling/sections.h"

namespace parlance::nlu {

namespace {

// A line and where it stands.
struct CorpusLine {
    std::string_view content;
    const std::string& file;
    int number = 1;

    SourcePosition at(const SourcePosition& within) const { return {number, within.column}; }
};

class CorpusReader {
public:
    explicit CorpusReader(Findings& findings) : findings_(findings) {}

    void read(const CorpusLine& line) {
        const auto parsed = parse_json(line.content);
        if (const auto* error = std::get_if<JsonSyntaxError>(&parsed)) {
            findings_.error("E0360", line.file, line.at(error->position), error->message);
            return;
        }
        const auto& node = std::get<JsonNode>(parsed);
        const JsonNode* text = node.find("text");
        const JsonNode* section = node.find("section");
        if (text == nullptr || !text->is_text() || section == nullptr || !section->is_text()) {
            findings_.error("E0361", line.file, line.at(node.position),
                            "a line needs a text \"text\" and a text \"section\"");
            return;
        }
        add(line.at(section->position), line.file, node, *text->text(), *section->text());
    }

    std::vector<DucklingCase> take() { return std::move(cases_); }

private:
    void add(SourcePosition at, const std::string& file, const JsonNode& node, const std::string& text,
             const std::string& section_name) {
        const DucklingSection* section = find_duckling_section(section_name);
        if (section == nullptr) {
            if (!unknown_.insert(section_name).second) return;
            std::vector<std::string> names;
            for (const DucklingSection& each : duckling_sections()) names.emplace_back(each.name);
            findings_.warning("W0360", file, at,
                              "no section \"" + section_name + "\"; its lines do not count",
                              did_you_mean(section_name, names));
            return;
        }
        const JsonNode* expect = node.find("expect");
        DucklingCase one{std::string(section->name), text, {}};
        if (expect != nullptr) one.expected = read_expectation(*expect, text, section->name);
        cases_.push_back(std::move(one));
    }

    Findings& findings_;
    std::vector<DucklingCase> cases_;
    std::set<std::string> unknown_;
};

}  // namespace

TimePoint duckling_reference() {
    return std::chrono::sys_days(std::chrono::year(2013) / 2 / 12) + std::chrono::hours(4) +
           std::chrono::minutes(30);
}

std::vector<DucklingCase> parse_duckling_corpus(std::string_view content, const std::string& name,
                                                Findings& findings) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (content.starts_with(byte_order_mark)) content.remove_prefix(byte_order_mark.size());
    CorpusReader reader(findings);
    for (int number = 1; !content.empty(); ++number) {
        const std::size_t end = std::min(content.find('\n'), content.size());
        const std::string_view line = content.substr(0, end);
        content.remove_prefix(std::min(end + 1, content.size()));
        if (line.find_first_not_of(" \t\r") != std::string_view::npos) reader.read({line, name, number});
    }
    return reader.take();
}

Result<std::vector<DucklingCase>> read_duckling_corpus(const std::filesystem::path& file,
                                                       Findings& findings) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream content;
    if (in) content << in.rdbuf();
    if (!in || !content) return Error{ErrorCode::io_failed, "cannot read " + file.string()};
    return parse_duckling_corpus(content.str(), file.string(), findings);
}

}  // namespace parlance::nlu
