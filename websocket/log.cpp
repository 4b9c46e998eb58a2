#include "websocket/log.h"

#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include "intents/clock.h"

namespace parlance::websocket {

namespace {

spdlog::level::level_enum spdlog_level(LogLevel level) {
    switch (level) {
        case LogLevel::debug: return spdlog::level::debug;
        case LogLevel::info: return spdlog::level::info;
        case LogLevel::warn: return spdlog::level::warn;
        case LogLevel::error: return spdlog::level::err;
        case LogLevel::off: return spdlog::level::off;
    }
    return spdlog::level::off;
}

// "turn  c41d8 #3 12.4 ms  intent=check_balance".
std::string for_people(const LogEvent& event) {
    std::string line = event.event;
    if (!event.conversation.empty()) line += "  " + event.conversation.substr(0, 8);
    if (event.turn) line += " #" + std::to_string(*event.turn);
    if (event.ms) line += fmt::format(" {:.1f} ms", *event.ms);
    for (const auto& [name, value] : event.more) line += "  " + name + "=" + value;
    return line;
}

}  // namespace

struct Log::Writer {
    spdlog::logger logger;
    bool for_people = false;
};

LogLevel log_level(std::string_view name) {
    if (name == "debug") return LogLevel::debug;
    if (name == "warn") return LogLevel::warn;
    if (name == "error") return LogLevel::error;
    if (name == "off") return LogLevel::off;
    return LogLevel::info;
}

Log::Log(LogLevel least) {
    const bool terminal = ::isatty(STDERR_FILENO) == 1;
    writer_ = std::make_unique<Writer>(Writer{
        spdlog::logger("parlance", std::make_shared<spdlog::sinks::stderr_color_sink_mt>()), terminal});
    writer_->logger.set_level(spdlog_level(least));
    writer_->logger.set_pattern(terminal ? "%H:%M:%S.%e %^%-5l%$ %v" : "%v");
    writer_->logger.flush_on(spdlog::level::trace);
}

Log::Log(LogLevel least, std::ostream& out)
    : writer_(std::make_unique<Writer>(Writer{
          spdlog::logger("parlance", std::make_shared<spdlog::sinks::ostream_sink_mt>(out, true)), false})) {
    writer_->logger.set_level(spdlog_level(least));
    writer_->logger.set_pattern("%v");
}

Log::~Log() = default;

void Log::write(const LogEvent& event) const {
    const auto level = spdlog_level(event.level);
    if (!writer_->logger.should_log(level)) return;
    writer_->logger.log(
        level, "{}", writer_->for_people ? for_people(event) : to_json(event, to_rfc3339(system_clock()())));
}

}  // namespace parlance::websocket
