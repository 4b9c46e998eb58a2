#include "personalization/knowledge/knowledge_reader.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

#include "nlu/unicode_text.h"
#include "personalization/knowledge/page_header.h"

namespace parlance::personalization {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_paragraph_bytes = 700;  // what a chat shows without scrolling

struct PageText {
    std::string file;  // relative to the pack
    std::string text;
};

// E0421: a page that cannot be read, or is not UTF-8.
std::vector<PageText> page_texts(const fs::path& root, Findings& findings) {
    std::vector<PageText> pages;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(root / "knowledge", none)) {
        if (entry.path().extension() != ".md") continue;
        const std::string file = entry.path().lexically_relative(root).generic_string();
        std::ifstream in(entry.path(), std::ios::binary);
        std::string text{std::istreambuf_iterator<char>(in), {}};
        if (in && nlu::is_valid_utf8(text)) {
            pages.push_back({file, std::move(text)});
        } else {
            findings.error("E0421", file, {}, in ? "the page is not UTF-8" : "the page cannot be read");
        }
    }
    std::sort(pages.begin(), pages.end(), [](const auto& a, const auto& b) { return a.file < b.file; });
    return pages;
}

// Paragraphs stand between empty lines; their own lines are joined. E0424: none; E0425: one too long.
std::vector<std::string> read_paragraphs(const std::string& file, const PageHeader& header,
                                         Findings& findings) {
    std::vector<std::string> paragraphs;
    std::istringstream lines{std::string(header.body)};
    std::string line;
    bool open = false;
    for (int number = header.body_line; std::getline(lines, line); ++number) {
        line.erase(line.find_last_not_of(" \t\r") + 1);
        if (line.empty()) {
            open = false;
            continue;
        }
        if (!open) paragraphs.emplace_back();
        std::string& paragraph = paragraphs.back();
        const bool was_short = paragraph.size() <= most_paragraph_bytes;
        paragraph += (open ? " " : "") + line;
        open = true;
        if (was_short && paragraph.size() > most_paragraph_bytes)
            findings.error("E0425", file, {number, 1},
                           "the paragraph has more than " + std::to_string(most_paragraph_bytes) + " bytes",
                           "part it by an empty line");
    }
    if (paragraphs.empty()) findings.error("E0424", file, {header.body_line, 1}, "the page says nothing");
    return paragraphs;
}

// E0426: a language or topic that the pack lacks.
void check_name(const PageText& page, SourcePosition at, const std::string& name,
                const std::vector<std::string>& known, Findings& findings) {
    if (std::find(known.begin(), known.end(), name) == known.end())
        findings.error("E0426", page.file, at, "the pack has no \"" + name + "\"", did_you_mean(name, known));
}

std::vector<TopicName> read_topics(const PageText& page, const PageHeader& header, const Pack& pack,
                                   Findings& findings) {
    std::vector<std::string> known;
    for (const TopicSpec& topic : pack.topics) known.push_back(topic.name.text);
    std::vector<TopicName> topics;
    std::istringstream list(header.text("topics"));
    for (std::string name; std::getline(list >> std::ws, name, ',');) {
        name.erase(name.find_last_not_of(' ') + 1);
        check_name(page, header.position("topics"), name, known, findings);
        topics.push_back({name});
    }
    return topics;
}

// E0427: no date, or an end before the beginning.
std::optional<CalendarDate> read_day(const PageText& page, const PageHeader& header, const std::string& name,
                                     Findings& findings) {
    if (!header.fields.contains(name)) return std::nullopt;
    const auto day = parse_date(header.text(name));
    if (day) return *day;
    findings.error("E0427", page.file, header.position(name), day.error().detail,
                   "write the day as year-month-day");
    return std::nullopt;
}

Validity read_validity(const PageText& page, const PageHeader& header, Findings& findings) {
    const Validity validity{read_day(page, header, "valid_from", findings),
                            read_day(page, header, "valid_until", findings)};
    if (validity.from && validity.until && *validity.until < *validity.from)
        findings.error(
            "E0427", page.file, header.position("valid_until"),
            "valid until " + to_text(*validity.until) + ", but only from " + to_text(*validity.from),
            "swap the two days or leave one out");
    return validity;
}

KnowledgePage read_page(const PageText& page, const Pack& pack, Findings& findings) {
    const PageHeader header = read_page_header(page.file, page.text, findings);
    if (header.body.data() == nullptr) return {};
    std::vector<std::string> languages;
    for (const Locale& locale : pack.languages) languages.push_back(locale.tag);
    if (!header.text("language").empty())
        check_name(page, header.position("language"), header.text("language"), languages, findings);
    return {header.text("id"),
            header.text("language"),
            header.text("title"),
            header.text("source"),
            header.text("url"),
            read_topics(page, header, pack, findings),
            read_validity(page, header, findings),
            read_paragraphs(page.file, header, findings)};
}

}  // namespace

std::vector<KnowledgePage> read_knowledge(const PackSource& source, const Pack& pack, Findings& findings) {
    std::vector<KnowledgePage> pages;
    std::map<std::pair<std::string, std::string>, std::string> files;  // by id and language
    for (const PageText& text : page_texts(source.root(), findings)) {
        Findings own;
        KnowledgePage page = read_page(text, pack, own);
        for (const Finding& finding : own.sorted())
            findings.error(finding.code, finding.file, finding.position, finding.message, finding.fix);
        if (own.has_errors()) continue;
        const auto [first, is_new] = files.emplace(std::pair(page.id, page.language), text.file);
        if (is_new) {
            pages.push_back(std::move(page));
        } else {
            findings.error("E0428", text.file, {1, 1},
                           "\"" + page.id + "\" in " + page.language + " is in " + first->second + " already",
                           "rename one");
        }
    }
    return pages;
}

std::vector<KnowledgePage> knowledge_of(const Catalogue& catalogue) {
    std::vector<KnowledgePage> pages;
    for (const ContentItem& item : catalogue.items) {
        for (const auto& [language, title] : item.title) {
            const auto summary = item.summary.find(language);
            if (summary == item.summary.end() || summary->second.empty()) continue;
            pages.push_back({item.id.text,
                             language,
                             title,
                             title,
                             item.url,
                             item.topics,
                             item.validity,
                             {summary->second}});
        }
    }
    return pages;
}

}  // namespace parlance::personalization
