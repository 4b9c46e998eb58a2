#include "dialogue/script_line.h"

#include <charconv>

namespace parlance::dialogue {
namespace {

constexpr std::string_view blanks = " \t";
constexpr std::size_t most_repetitions = 10000;

// `\n` and `\\` in a message.
std::string unescaped(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escape =
            text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == 'n' || text[i + 1] == '\\');
        plain += !escape ? text[i] : text[++i] == 'n' ? '\n' : '\\';
    }
    return plain;
}

// The 20 of "x20"; nothing for any other word.
std::optional<std::size_t> repetitions(std::string_view word) {
    if (word.size() < 2 || word[0] != 'x') return std::nullopt;
    std::size_t times = 0;
    const auto [stop, failure] = std::from_chars(word.data() + 1, word.data() + word.size(), times);
    if (failure != std::errc{} || stop != word.data() + word.size() || times == 0) return std::nullopt;
    return times;
}

}  // namespace

const std::vector<std::string>& script_directives() {
    static const std::vector<std::string> names{
        "customer", "clock", "language", "unavailable", "restart", "later", "intent", "flow", "phase",
        "slot",     "fact",  "offer",    "action",      "text",    "error", "ledger", "no"};
    return names;
}

ScriptLine::ScriptLine(std::string_view line, const std::string& file, int number, Findings& findings)
    : file_(file), number_(number), findings_(findings) {
    const auto end = line.find_last_not_of(blanks);
    line_ = line.substr(0, end == std::string_view::npos ? 0 : end + 1);
    const auto begin = line_.find_first_not_of(blanks);
    first_ = begin == std::string_view::npos ? line_.size() : begin;
    last_ = first_;
    rest_ = line_.substr(first_);
}

std::string_view ScriptLine::trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::string ScriptLine::comment() const {
    return std::string(trimmed(rest_.substr(1)));
}

std::string_view ScriptLine::word(std::string_view ends) {
    const auto begin = rest_.find_first_not_of(blanks);
    if (begin == std::string_view::npos) {
        last_ = line_.size();
        rest_ = {};
        return {};
    }
    rest_.remove_prefix(begin);
    last_ = line_.size() - rest_.size();
    const auto found = rest_.substr(0, rest_.find_first_of(ends));
    rest_.remove_prefix(found.size());
    return found;
}

void ScriptLine::expect_end() {
    const auto extra = word();
    if (!extra.empty()) error_at_word("E0702", "\"" + std::string(extra) + "\" is one word too many");
}

std::string_view ScriptLine::remainder() {
    const auto text = trimmed(rest_);
    last_ = text.empty() ? line_.size() : line_.size() - text.size();
    rest_ = {};
    return text;
}

bool ScriptLine::skip(std::string_view mark) {
    const auto text = trimmed(rest_);
    if (!text.starts_with(mark)) return false;
    rest_ = text.substr(mark.size());
    return true;
}

std::optional<std::chrono::minutes> ScriptLine::read_later() {
    constexpr int most = 100000;
    const auto count = word();
    int number = 0;
    const auto [stop, failure] = std::from_chars(count.data(), count.data() + count.size(), number);
    const bool is_number = failure == std::errc{} && stop == count.data() + count.size();
    const auto unit = word();
    std::optional<std::chrono::minutes> one;
    if (unit.starts_with("minute")) one = std::chrono::minutes(1);
    if (unit.starts_with("hour")) one = std::chrono::hours(1);
    if (unit.starts_with("day")) one = std::chrono::days(1);
    if (is_number && number > 0 && number <= most && one) return number * *one;
    error("E0702", "this does not say how much later", "write \"later 90 minutes\", \"later 2 hours\"");
    return std::nullopt;
}

std::optional<ScriptTurn> ScriptLine::read_message() {
    ScriptTurn turn;
    turn.position = position();
    rest_.remove_prefix(1);
    std::size_t times = 1;
    if (skip("[")) {
        const auto close = rest_.find(']');
        if (close == std::string_view::npos) {
            error("E0702", "the \"[\" in front of the message is not closed",
                  "write \"> [m1] hello\", or \"> [] [text]\"");
            return std::nullopt;
        }
        auto options = rest_.substr(0, close);
        rest_.remove_prefix(close + 1);
        while (!(options = trimmed(options)).empty()) {
            const auto option = options.substr(0, options.find_first_of(blanks));
            options.remove_prefix(option.size());
            if (const auto repeated = repetitions(option))
                times = *repeated;
            else
                turn.client_message_id = option;
        }
    }
    if (times > most_repetitions) {
        error("E0702", "a message repeats its text at most 10000 times");
        return std::nullopt;
    }
    const auto text = unescaped(remainder());
    for (std::size_t i = 0; i < times; ++i) turn.text += (i == 0 ? "" : " ") + text;
    return turn;
}

std::optional<Expectation> ScriptLine::read_said() {
    rest_.remove_prefix(1);
    ExpectSaid said;
    for (auto name = word(); !name.empty(); name = word()) {
        if (said.more) {
            error_at_word("E0702", "\"...\" stands for everything that follows",
                          "leave out what comes after it");
            return std::nullopt;
        }
        if (name == "...")
            said.more = true;
        else
            said.names.push_back({std::string(name)});
    }
    return said;
}

void ScriptLine::error(const char* code, std::string message, std::string fix) const {
    findings_.error(code, file_, position(), std::move(message), std::move(fix));
}

void ScriptLine::error_at_word(const char* code, std::string message, std::string fix) const {
    findings_.error(code, file_, {number_, static_cast<int>(last_) + 1}, std::move(message), std::move(fix));
}

}  // namespace parlance::dialogue
