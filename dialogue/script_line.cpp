#include "dialogue/script_line.h"

#include <charconv>

#include "nlu/text_pattern.h"

namespace parlance::dialogue {
namespace {

constexpr std::string_view blanks = " \t";
constexpr std::string_view name_ends = " \t=";
constexpr std::size_t most_repetitions = 10000;

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

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

std::optional<Expectation> ScriptLine::read_expectation(std::string_view directive) {
    const auto wrap = [&](auto make) -> std::optional<Expectation> {
        const auto value = one_word(directive);
        return value ? std::optional<Expectation>(make(*value)) : std::nullopt;
    };
    if (directive == "intent") return wrap([](const auto& name) { return ExpectIntent{{name}}; });
    if (directive == "phase") return wrap([](const auto& name) { return ExpectPhase{name}; });
    if (directive == "offer") return wrap([](const auto& name) { return ExpectOffer{{name}}; });
    if (directive == "error") return wrap([](const auto& name) { return ExpectError{name}; });
    if (directive == "flow") return read_flow();
    if (directive == "slot") return read_slot();
    if (directive == "fact") return read_fact();
    if (directive == "text") return read_text();
    if (directive == "ledger") return read_ledger();
    if (directive == "no") return read_no();
    if (directive == "action") {
        const std::string title(remainder());
        if (!title.empty()) return ExpectAction{title};
        error("E0702", "\"action\" needs the title of a suggested action",
              "to expect none write \"no actions\"");
        return std::nullopt;
    }
    error("E0701", "unknown directive \"" + std::string(directive) + "\"",
          did_you_mean(directive, script_directives()));
    return std::nullopt;
}

std::optional<std::string> ScriptLine::one_word(std::string_view of) {
    const std::string value(word());
    if (value.empty()) {
        error("E0702", "\"" + std::string(of) + "\" needs a name");
        return std::nullopt;
    }
    expect_end();
    return value;
}

std::optional<Expectation> ScriptLine::read_flow() {
    ExpectFlow expected{{std::string(word())}, {}};
    if (expected.flow.empty()) {
        error("E0702", "\"flow\" needs a name", "to expect none write \"no flow\"");
        return std::nullopt;
    }
    expected.step.text = word();
    expect_end();
    return expected;
}

std::optional<Expectation> ScriptLine::read_slot() {
    ExpectSlot expected{{std::string(word(name_ends))}, {}};
    if (expected.slot.empty() || !skip("=")) {
        error("E0702", "a slot needs a name and a value",
              "write \"slot amount = 50.00 EUR\" or \"no slot amount\"");
        return std::nullopt;
    }
    expected.value = remainder();
    return expected;
}

std::optional<Expectation> ScriptLine::read_fact() {
    ExpectFact expected{{std::string(word(name_ends))}, {}, {}};
    if (expected.fact.empty()) {
        error("E0702", "\"fact\" needs a name", "write \"fact account.balance = 1.00 EUR from ledger\"");
        return std::nullopt;
    }
    const bool has_value = skip("=");
    std::string_view rest = remainder();
    const std::string padded = " " + std::string(rest);
    if (const auto from = padded.rfind(" from "); from != std::string::npos) {
        expected.source = trimmed(std::string_view(padded).substr(from + 6));
        rest = trimmed(rest.substr(0, from == 0 ? 0 : from - 1));
    }
    if (has_value)
        expected.value = rest;
    else if (!rest.empty()) {
        error_at_word("E0702", "\"" + std::string(rest) + "\" is neither \"= value\" nor \"from source\"");
        return std::nullopt;
    }
    return expected;
}

std::optional<Expectation> ScriptLine::read_text() {
    ExpectText expected;
    expected.absent = skip("!~");
    if (!expected.absent && !skip("~")) {
        error("E0702", "\"text\" needs \"~\" or \"!~\" and what to look for", "write \"text ~ Jonas\"");
        return std::nullopt;
    }
    expected.pattern = remainder();
    const auto size = expected.pattern.size();
    if (size >= 2 && expected.pattern.front() == '/' && expected.pattern.back() == '/') {
        expected.is_expression = true;
        expected.pattern = expected.pattern.substr(1, size - 2);
    }
    if (expected.pattern.empty()) {
        error_at_word("E0702", "there is nothing to look for");
        return std::nullopt;
    }
    if (!expected.is_expression) return expected;
    if (const auto compiled = nlu::TextPattern::compile(expected.pattern); compiled.has_error()) {
        error_at_word("E0702", compiled.error().detail);
        return std::nullopt;
    }
    return expected;
}

std::optional<Expectation> ScriptLine::read_ledger() {
    ExpectLedger expected{std::string(word(name_ends)), {}};
    if (expected.account.empty() || !skip("=")) {
        error("E0702", "\"ledger\" needs an account and its balance",
              "write \"ledger current = 100.00 EUR\"");
        return std::nullopt;
    }
    const auto balance = parse_money(remainder());
    if (balance.has_error()) {
        error_at_word("E0702", balance.error().detail);
        return std::nullopt;
    }
    expected.balance = *balance;
    return expected;
}

std::optional<Expectation> ScriptLine::read_no() {
    const std::string what(word());
    if (what == "slot") {
        const std::string slot(word());
        if (slot.empty()) error("E0702", "\"no slot\" needs a name");
        expect_end();
        return slot.empty() ? std::nullopt : std::optional<Expectation>(ExpectSlot{{slot}, std::nullopt});
    }
    expect_end();
    if (what == "flow") return ExpectFlow{};
    if (what == "offers") return ExpectOffer{};
    if (what == "actions") return ExpectAction{};
    const auto fix = did_you_mean(what, {"flow", "slot", "offers", "actions"});
    error("E0701", "\"no " + what + "\" is not something that can be expected",
          fix.empty() ? "write \"no flow\", \"no slot NAME\", \"no offers\" or \"no actions\"" : fix);
    return std::nullopt;
}

void ScriptLine::error(const char* code, std::string message, std::string fix) const {
    findings_.error(code, file_, position(), std::move(message), std::move(fix));
}

void ScriptLine::error_at_word(const char* code, std::string message, std::string fix) const {
    findings_.error(code, file_, {number_, static_cast<int>(last_) + 1}, std::move(message), std::move(fix));
}

}  // namespace parlance::dialogue
