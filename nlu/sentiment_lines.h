#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "intents/findings.h"
#include "intents/pack_source.h"
#include "nlu/feeling.h"
#include "nlu/labelled_text.h"

namespace parlance::nlu {

// One example of how a customer feels.
struct SentimentLine {
    Feeling feeling;
    std::string text;
    std::string language;  // a BCP 47 tag
};

// Reads lines `label<TAB>emotion<TAB>text`; blank lines are skipped. A line of another shape is E0330, a name
// that is no label or emotion E0331, bytes that are not UTF-8 E0311; such lines are left out.
std::vector<SentimentLine> parse_sentiment_lines(std::string_view content, const std::string& name,
                                                 const std::string& language, Findings& findings);

// What a pack's sentiment is trained on: sentiment/train_<language>.tsv for each of the pack's languages that
// has one. Files are named in findings as the author would type them.
std::vector<SentimentLine> read_sentiment_training(const PackSource& source,
                                                   const std::vector<Locale>& languages, Findings& findings);
// What it is measured on: held_out/sentiment_<language>.tsv, likewise.
std::vector<SentimentLine> read_held_out_sentiment(const PackSource& source,
                                                   const std::vector<Locale>& languages, Findings& findings);

std::vector<SentimentLine> lines_of(const std::vector<SentimentLine>& lines, std::string_view language);

// In the classifier's shape, labels as `class_name` gives them.
std::vector<LabelledText> labelled_texts_of(const std::vector<SentimentLine>& lines);

}  // namespace parlance::nlu
