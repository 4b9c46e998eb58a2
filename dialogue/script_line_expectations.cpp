#include "dialogue/script_line.h"
#include "nlu/text_pattern.h"

namespace parlance::dialogue {
namespace {

constexpr std::string_view name_ends = " \t=";

}  // namespace

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

}  // namespace parlance::dialogue
