#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "intents/findings.h"
#include "nlu/recognizers/recognizer.h"

namespace parlance::nlu {

// One case of a spec: what is to be recognised in a text.
struct SpecCase {
    std::string text;
    TimePoint reference;
    std::vector<Recognition> expected;
};

// The cases of one model, from one file.
struct ModelSpec {
    std::string model;  // the file's name without .json, behind "EnglishOthers/" when it is in that folder
    std::filesystem::path file;
    std::vector<SpecCase> cases;
};

// Reads every *Model*.json at or below `root`, as Recognizers-Text publishes them. The other files there are
// specs of that library's inner steps (extractors, parsers) and are passed over.
//
// `NotSupported` and `NotSupportedByDesign` name other platforms that are excused from a case; none excuses
// this one, so every case counts. Start and End are UTF-16 units, End included; a result without them is
// looked for by its Text, behind the result before it. Bad files and cases are findings (E0350 unreadable,
// E0351 not a case).
std::vector<ModelSpec> read_model_specs(const std::filesystem::path& root, Findings& findings);

}  // namespace parlance::nlu
