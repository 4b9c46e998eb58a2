#include "nlu/sentiment_lines.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

#include "nlu/unicode_text.h"

namespace parlance::nlu {

namespace {

namespace fs = std::filesystem;

const std::vector<std::string> label_names{"negative", "neutral", "positive"};
const std::vector<std::string> emotion_names{"neutral",        "anger",   "worry",   "confusion",
                                             "disappointment", "sadness", "urgency", "satisfaction",
                                             "gratitude",      "joy"};

struct Columns {
    std::string_view label;
    std::string_view emotion;
    std::string_view text;
};

std::optional<Columns> columns_of(std::string_view line) {
    const std::size_t first = line.find('\t');
    const std::size_t second = first == std::string_view::npos ? first : line.find('\t', first + 1);
    if (second == std::string_view::npos || second + 1 >= line.size()) return std::nullopt;
    return Columns{line.substr(0, first), line.substr(first + 1, second - first - 1),
                   line.substr(second + 1)};
}

// Reads one line; nothing when there is something wrong with it.
std::optional<SentimentLine> read_line(std::string_view line, const std::string& language,
                                       const std::string& file, int number, Findings& findings) {
    const auto columns = columns_of(line);
    if (!columns) {
        findings.error("E0330", file, {number, 1},
                       "a line must be a label, a tab, an emotion, a tab and a text");
        return std::nullopt;
    }
    if (!is_valid_utf8(line)) {
        findings.error("E0311", file, {number, 1}, "the line is not valid UTF-8");
        return std::nullopt;
    }
    const auto label = sentiment_label_named(columns->label);
    if (!label) {
        findings.error("E0331", file, {number, 1},
                       "no label is called \"" + std::string(columns->label) + "\"",
                       did_you_mean(columns->label, label_names));
    }
    const auto emotion = emotion_named(columns->emotion);
    if (!emotion) {
        findings.error("E0331", file, {number, static_cast<int>(columns->label.size()) + 2},
                       "no emotion is called \"" + std::string(columns->emotion) + "\"",
                       did_you_mean(columns->emotion, emotion_names));
    }
    if (!label || !emotion) return std::nullopt;
    return SentimentLine{{*label, *emotion}, std::string(columns->text), language};
}

std::vector<SentimentLine> read_files(const PackSource& source, const std::string& beginning,
                                      const std::vector<Locale>& languages, Findings& findings) {
    std::vector<SentimentLine> lines;
    for (const Locale& language : languages) {
        const std::string name = beginning + language.tag + ".tsv";
        std::ifstream in(source.root() / name, std::ios::binary);
        if (!in) continue;
        std::ostringstream content;
        content << in.rdbuf();
        for (SentimentLine& line : parse_sentiment_lines(content.str(), name, language.tag, findings))
            lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace

std::vector<SentimentLine> parse_sentiment_lines(std::string_view content, const std::string& name,
                                                 const std::string& language, Findings& findings) {
    std::vector<SentimentLine> lines;
    int number = 0;
    while (!content.empty()) {
        ++number;
        const std::size_t end = std::min(content.find('\n'), content.size());
        std::string_view line = content.substr(0, end);
        content.remove_prefix(std::min(end + 1, content.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.find_first_not_of(" \t") == std::string_view::npos) continue;
        if (auto read = read_line(line, language, name, number, findings)) lines.push_back(std::move(*read));
    }
    return lines;
}

std::vector<SentimentLine> read_sentiment_training(const PackSource& source,
                                                   const std::vector<Locale>& languages, Findings& findings) {
    return read_files(source, "sentiment/train_", languages, findings);
}

std::vector<SentimentLine> read_held_out_sentiment(const PackSource& source,
                                                   const std::vector<Locale>& languages, Findings& findings) {
    return read_files(source, "held_out/sentiment_", languages, findings);
}

std::vector<SentimentLine> lines_of(const std::vector<SentimentLine>& lines, std::string_view language) {
    std::vector<SentimentLine> chosen;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(chosen),
                 [&](const SentimentLine& line) { return line.language == language; });
    return chosen;
}

std::vector<LabelledText> labelled_texts_of(const std::vector<SentimentLine>& lines) {
    std::vector<LabelledText> texts;
    for (const SentimentLine& line : lines)
        texts.push_back({class_name(line.feeling), line.text, line.language});
    return texts;
}

}  // namespace parlance::nlu
