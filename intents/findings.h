#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "intents/json_node.h"

namespace parlance {

enum class Severity { warning, error };

// One thing wrong with a pack, a flow, a script or a configuration file.
struct Finding {
    Severity severity = Severity::error;
    std::string code;  // stable: "E0203", "W0107"; docs/authoring lists them
    std::string file;  // relative to the pack, as the author would type it
    SourcePosition position;
    std::string message;  // names the offending input
    std::string fix;      // "did you mean \"confirm\"?", or empty
    auto operator<=>(const Finding&) const = default;
};

// Everything found in one run, in the order found. Not thread-safe.
class Findings {
public:
    void error(std::string code, std::string file, SourcePosition at, std::string message,
               std::string fix = {});
    void warning(std::string code, std::string file, SourcePosition at, std::string message,
                 std::string fix = {});

    bool has_errors() const;
    int count(Severity severity) const;
    // Sorted by file, line and column.
    std::vector<Finding> sorted() const;

private:
    std::vector<Finding> list_;
};

// "error[E0203]: message\n  --> file:line:col\n   |\n12 | <the line>\n   |   ^ did you mean ...\n".
// root: the folder that Finding::file is relative to; a file that cannot be read shows no excerpt.
std::string describe(const Finding& finding, const std::filesystem::path& root);

// The same for all of them, sorted.
std::string describe(const Findings& findings, const std::filesystem::path& root);

// The names' nearest neighbour to `word` within two edits (Damerau-Levenshtein with adjacent
// transpositions), worded as a fix: `did you mean "confirm"?`, or empty when nothing is near.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& names);

}  // namespace parlance
