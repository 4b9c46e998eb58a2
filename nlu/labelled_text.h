#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "intents/findings.h"
#include "intents/pack.h"
#include "intents/result.h"

namespace parlance::nlu {

// One example to learn from or to be measured on. "oos" is read as out_of_scope.
struct LabelledText {
    IntentName label;
    std::string text;
    std::string language = {};  // a BCP 47 tag; empty when nobody said
};

// Reads lines `label<TAB>text`; blank lines and a first line whose label is "label" are skipped. A line
// without a tab, with an empty side or with bytes that are not UTF-8 is a finding (E0310, E0311) at its line,
// and is left out. Fails with io_failed when the file cannot be read.
Result<std::vector<LabelledText>> read_labelled_texts(const std::filesystem::path& file, Findings& findings);

// The same from memory; `name` is the file's name in findings.
std::vector<LabelledText> parse_labelled_texts(std::string_view content, const std::string& name,
                                               Findings& findings);

// Every example of every language of a pack: one model serves them all.
std::vector<LabelledText> labelled_texts_of(const Pack& pack);

}  // namespace parlance::nlu
