#include "personalization/learning/learning_inputs.h"

#include <charconv>
#include <fstream>
#include <ostream>

#include "nlu/command_inputs.h"

namespace parlance::personalization {

namespace {

// The value when the reading and the findings are good.
template <typename Value>
std::optional<Value> good(Result<Value> value, const Findings& findings, const CommandStreams& streams,
                          ExitCode& exit) {
    if (!value) {
        exit = told(value.error(), streams);
        return std::nullopt;
    }
    nlu::print(findings, {}, streams.notes);
    if (!findings.has_errors()) return std::move(*value);
    exit = ExitCode::findings;
    return std::nullopt;
}

}  // namespace

std::optional<DataTable> table_from(const std::string& file, const CommandStreams& streams, ExitCode& exit) {
    Findings findings;
    auto table = read_table(file, findings);
    return good(std::move(table), findings, streams, exit);
}

std::optional<TransactionLog> log_from(const std::string& file, const CommandStreams& streams,
                                       ExitCode& exit) {
    Findings findings;
    auto log = read_transactions(file, findings);
    return good(std::move(log), findings, streams, exit);
}

std::optional<std::string> input_file(const CommandArguments& arguments, const CommandStreams& streams,
                                      ExitCode& exit) {
    if (arguments.has("data") != arguments.has("events"))
        return arguments.get(arguments.has("data") ? "data" : "events");
    streams.notes << "give one of --data and --events\n";
    exit = ExitCode::usage;
    return std::nullopt;
}

std::optional<long> number_from(const CommandArguments& arguments, const NumberOption& option,
                                const CommandStreams& streams, ExitCode& exit) {
    if (!arguments.has(option.name)) return option.otherwise;
    const std::string text = arguments.get(option.name);
    long value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    if (whole && value >= option.least && value <= option.most) return value;
    streams.notes << "--" << option.name << " must be a whole number from " << option.least << " to "
                  << option.most << ", not \"" << text << "\"\n";
    exit = ExitCode::usage;
    return std::nullopt;
}

std::vector<std::string> names_in(const std::string& list) {
    std::vector<std::string> names;
    for (std::size_t begin = 0; begin < list.size();) {
        const std::size_t end = std::min(list.find(',', begin), list.size());
        if (end > begin) names.push_back(list.substr(begin, end - begin));
        begin = end + 1;
    }
    return names;
}

ExitCode told(const Error& error, const CommandStreams& streams) {
    streams.notes << error.detail << (error.detail.ends_with('\n') ? "" : "\n");
    const bool is_file = error.code == ErrorCode::io_failed || error.code == ErrorCode::bad_model;
    return is_file ? ExitCode::io : ExitCode::findings;
}

LearningProgress progress_on(const CommandStreams& streams) {
    if (!streams.notes_is_terminal) return {};
    return [&streams](const std::string& what, double done) {
        streams.notes << "\r\x1b[K" << static_cast<int>(done * 100) << " % " << what << std::flush;
    };
}

bool write_text(const std::string& file, const std::string& content, const CommandStreams& streams) {
    std::ofstream out(file, std::ios::binary);
    out << content;
    out.close();
    if (!out) streams.notes << "cannot write " << file << "\n";
    return static_cast<bool>(out);
}

}  // namespace parlance::personalization
