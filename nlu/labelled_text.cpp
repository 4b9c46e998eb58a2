#include "nlu/labelled_text.h"

#include <fstream>
#include <sstream>

#include "nlu/unicode_text.h"

namespace parlance::nlu {

namespace {

std::string_view without_spaces(std::string_view text) {
    constexpr std::string_view blanks = " \t\r";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace

std::vector<LabelledText> parse_labelled_texts(std::string_view content, const std::string& name,
                                               Findings& findings) {
    std::vector<LabelledText> texts;
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (content.starts_with(byte_order_mark)) content.remove_prefix(byte_order_mark.size());
    int number = 0;
    while (!content.empty()) {
        ++number;
        const std::size_t end = std::min(content.find('\n'), content.size());
        const std::string_view line = content.substr(0, end);
        content.remove_prefix(std::min(end + 1, content.size()));
        if (without_spaces(line).empty()) continue;
        const std::size_t tab = line.find('\t');
        const std::string_view label = without_spaces(line.substr(0, std::min(tab, line.size())));
        const std::string_view text =
            tab == std::string_view::npos ? "" : without_spaces(line.substr(tab + 1));
        if (number == 1 && label == "label") continue;  // a header
        if (label.empty() || text.empty()) {
            findings.error("E0310", name, {number, 1}, "a line must be a label, a tab and a text");
        } else if (!is_valid_utf8(line)) {
            findings.error("E0311", name, {number, 1}, "the line is not valid UTF-8");
        } else {
            const IntentName intent = label == "oos" ? out_of_scope_intent() : IntentName{std::string(label)};
            texts.push_back({intent, std::string(text)});
        }
    }
    return texts;
}

Result<std::vector<LabelledText>> read_labelled_texts(const std::filesystem::path& file, Findings& findings) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream content;
    if (in) content << in.rdbuf();
    if (!in || !content) return Error{ErrorCode::io_failed, "cannot read " + file.string()};
    return parse_labelled_texts(content.str(), file.string(), findings);
}

std::vector<LabelledText> labelled_texts_of(const Pack& pack) {
    std::vector<LabelledText> texts;
    for (const IntentSpec& intent : pack.intents) {
        for (const auto& [locale, examples] : intent.examples) {
            for (const IntentExample& example : examples)
                texts.push_back({intent.name, example.text, locale.tag});
        }
    }
    return texts;
}

}  // namespace parlance::nlu
