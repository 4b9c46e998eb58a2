#pragma once

#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parlance::websocket {

enum class LogLevel { debug, info, warn, error, off };

// The level of this name; `info` for any other word.
LogLevel log_level(std::string_view name);

// One thing that happened. Never the text of an utterance, a slot's value or a token: lengths, ids, codes and
// names.
struct LogEvent {
    LogLevel level = LogLevel::info;
    std::string event;         // "turn", "connected", "listening"
    std::string conversation;  // "" when there is none
    std::optional<std::uint32_t> turn;
    std::optional<double> ms;
    std::vector<std::pair<std::string, std::string>> more;
};

// The event as one line of JSON: {"at":...,"level":...,"event":...,...}.
std::string to_json(const LogEvent& event, std::string_view at);

// Writes events one a line: JSON, or columns for people when the stream is a terminal. Safe to call from
// several threads.
class Log {
public:
    // To standard error.
    explicit Log(LogLevel least);
    // To a stream that outlives the log, as JSON.
    Log(LogLevel least, std::ostream& out);
    ~Log();

    void write(const LogEvent& event) const;

private:
    struct Writer;
    std::unique_ptr<Writer> writer_;
};

}  // namespace parlance::websocket
