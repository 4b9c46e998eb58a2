#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dialogue/script.h"

namespace parlance::dialogue {

// One line of a script, read from left to right. What is malformed goes to the findings, with its column.
// Private to script.cpp. What is to hold after a turn is read in script_line_expectations.cpp. Borrows the
// text and the findings.
class ScriptLine {
public:
    ScriptLine(std::string_view line, const std::string& file, int number, Findings& findings);

    bool at_end() const { return rest_.empty(); }
    bool starts_with(std::string_view mark) const { return rest_.starts_with(mark); }
    // The line without surrounding blanks, as written.
    std::string text() const { return std::string(line_.substr(first_)); }
    // Of the line's first character.
    SourcePosition position() const { return {number_, static_cast<int>(first_) + 1}; }
    // What follows the leading '#'.
    std::string comment() const;

    // The next word; empty at the end of the line, or in front of another one of `ends`.
    std::string_view word(std::string_view ends = " \t");
    // The first word, to be looked up.
    std::string_view directive() { return word(); }
    // Reports anything that is left.
    void expect_end();

    // What follows `later`: "90 minutes", "2 hours", "3 days".
    std::optional<std::chrono::minutes> read_later();
    // `> [m1 x20] text`.
    std::optional<ScriptTurn> read_message();
    // `< name name ...`.
    std::optional<Expectation> read_said();
    // What follows `directive`; nothing when it is unknown or malformed.
    std::optional<Expectation> read_expectation(std::string_view directive);

    // Reports at the line's start, or at the word read last.
    void error(const char* code, std::string message, std::string fix = {}) const;
    void error_at_word(const char* code, std::string message, std::string fix = {}) const;

private:
    static std::string_view trimmed(std::string_view text);
    std::optional<Expectation> read_flow();
    std::optional<Expectation> read_slot();
    std::optional<Expectation> read_fact();
    std::optional<Expectation> read_text();
    std::optional<Expectation> read_ledger();
    std::optional<Expectation> read_no();
    std::optional<std::string> one_word(std::string_view of);
    std::string_view remainder();
    bool skip(std::string_view mark);

    std::string_view line_;
    std::string_view rest_;
    std::size_t first_ = 0;  // where the line's text begins
    std::size_t last_ = 0;   // where the word read last begins
    std::string file_;
    int number_;
    Findings& findings_;
};

// Every directive, for did-you-mean.
const std::vector<std::string>& script_directives();

}  // namespace parlance::dialogue
