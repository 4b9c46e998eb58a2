#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "intents/findings.h"
#include "intents/result.h"
#include "nlu/recognizers/recognizer.h"

namespace parlance::nlu {

// The moment that duckling's corpora are read at, local to them: 2013-02-12T04:30:00-02:00.
TimePoint duckling_reference();

// One line of a corpus: a text, and all that its section means in it; nothing for a negative example.
struct DucklingCase {
    std::string section;
    std::string text;
    std::vector<Recognition> expected;
};

// Reads lines {"text": "ten dollars", "expect": ..., "section": "amount-of-money"}; `read_expectation` says
// what `expect` may be, null or absent for a negative example. Blank lines are passed over. Bad lines are
// left out and found, all of them: E0360 no JSON, E0361 no text or section. A section that is not offered is
// a warning (W0360), once.
std::vector<DucklingCase> parse_duckling_corpus(std::string_view content, const std::string& name,
                                                Findings& findings);

// Fails with io_failed.
Result<std::vector<DucklingCase>> read_duckling_corpus(const std::filesystem::path& file, Findings& findings);

}  // namespace parlance::nlu
