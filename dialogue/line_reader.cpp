// The one file that knows libedit.

#include "dialogue/line_reader.h"

#include <editline/readline.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

namespace parlance::dialogue {
namespace {

class TerminalLineReader final : public LineReader {
public:
    TerminalLineReader() { using_history(); }

    std::optional<std::string> next(const std::string& prompt) override {
        const std::unique_ptr<char, decltype(&std::free)> line(readline(prompt.c_str()), &std::free);
        if (line == nullptr) return std::nullopt;
        if (*line != '\0') add_history(line.get());
        return std::string(line.get());
    }
};

class StreamLineReader final : public LineReader {
public:
    explicit StreamLineReader(std::istream& in) : in_(in) {}

    std::optional<std::string> next(const std::string&) override {
        std::string line;
        if (!std::getline(in_, line)) return std::nullopt;
        if (line.ends_with('\r')) line.pop_back();
        return line;
    }

private:
    std::istream& in_;
};

}  // namespace

std::unique_ptr<LineReader> make_line_reader(std::istream& in) {
    if (&in == &std::cin && isatty(STDIN_FILENO) != 0) return std::make_unique<TerminalLineReader>();
    return std::make_unique<StreamLineReader>(in);
}

}  // namespace parlance::dialogue
