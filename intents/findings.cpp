#include "intents/findings.h"

#include <algorithm>
#include <fstream>

#include "intents/edit_distance.h"

namespace parlance {

namespace {

// The text of one line of a file; empty when the file or the line is not there.
std::string read_line(const std::filesystem::path& file, int wanted) {
    std::ifstream in(file);
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        if (number == wanted) return line;
    }
    return {};
}

}  // namespace

void Findings::error(std::string code, std::string file, SourcePosition at, std::string message,
                     std::string fix) {
    list_.push_back(
        {Severity::error, std::move(code), std::move(file), at, std::move(message), std::move(fix)});
}

void Findings::warning(std::string code, std::string file, SourcePosition at, std::string message,
                       std::string fix) {
    list_.push_back(
        {Severity::warning, std::move(code), std::move(file), at, std::move(message), std::move(fix)});
}

bool Findings::has_errors() const {
    return count(Severity::error) > 0;
}

int Findings::count(Severity severity) const {
    return static_cast<int>(std::count_if(list_.begin(), list_.end(),
                                          [severity](const Finding& f) { return f.severity == severity; }));
}

std::vector<Finding> Findings::sorted() const {
    auto list = list_;
    std::stable_sort(list.begin(), list.end(), [](const Finding& a, const Finding& b) {
        return std::tie(a.file, a.position) < std::tie(b.file, b.position);
    });
    return list;
}

std::string describe(const Finding& finding, const std::filesystem::path& root) {
    const std::string place = finding.file + ":" + std::to_string(finding.position.line) + ":" +
                              std::to_string(finding.position.column);
    std::string text = finding.severity == Severity::error ? "error[" : "warning[";
    text += finding.code + "]: " + finding.message + "\n  --> " + place + "\n";
    const std::string line = read_line(root / finding.file, finding.position.line);
    if (line.empty()) return finding.fix.empty() ? text : text + "  = " + finding.fix + "\n";
    const std::string number = std::to_string(finding.position.line);
    const std::string margin(number.size(), ' ');
    const auto indent = static_cast<std::size_t>(std::max(0, finding.position.column - 1));
    text += margin + " |\n" + number + " | " + line + "\n" + margin + " | ";
    text += std::string(std::min(indent, line.size()), ' ') + "^" +
            (finding.fix.empty() ? "" : " " + finding.fix) + "\n";
    return text;
}

std::string describe(const Findings& findings, const std::filesystem::path& root) {
    std::string text;
    for (const Finding& finding : findings.sorted()) text += describe(finding, root);
    return text;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& names) {
    constexpr std::size_t most_edits = 2;
    std::size_t best_distance = most_edits + 1;
    const std::string* best = nullptr;
    for (const auto& name : names) {
        const auto longer = std::max(word.size(), name.size());
        if (longer - std::min(word.size(), name.size()) > most_edits || longer > 256) continue;
        const auto distance = edit_distance(word, name);
        if (distance < best_distance && distance < longer) {
            best_distance = distance;
            best = &name;
        }
    }
    return best == nullptr ? std::string{} : "did you mean \"" + *best + "\"?";
}

}  // namespace parlance
