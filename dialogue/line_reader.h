#pragma once

#include <iosfwd>
#include <memory>
#include <optional>
#include <string>

namespace parlance::dialogue {

// Where a chat gets its lines from: a terminal with editing and history, or any stream.
class LineReader {
public:
    virtual ~LineReader() = default;

    // The next line without its end; nothing at the end of the input.
    virtual std::optional<std::string> next(const std::string& prompt) = 0;
};

// Reads from `in`. When `in` is the program's standard input and a person sits at it, libedit
// reads the line and shows the prompt; otherwise there is nobody to be prompted. Borrows `in`.
std::unique_ptr<LineReader> make_line_reader(std::istream& in);

}  // namespace parlance::dialogue
