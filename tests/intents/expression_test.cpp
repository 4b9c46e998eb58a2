#include "intents/expression.h"

#include <catch2/catch.hpp>
#include <map>

using namespace parlance;

namespace {

const CalendarDate today{std::chrono::year{2026} / 11 / 20};

Expression read(const std::string& text) {
    auto parsed = Expression::parse(text);
    if (const auto* problem = std::get_if<ExpressionSyntaxError>(&parsed))
        FAIL(text << ": " << problem->message);
    return std::get<Expression>(parsed);
}

bool holds(const std::string& text) {
    static const std::map<std::string, SlotValue> values{
        {"slots.amount", Money{5000, {"EUR"}}},
        {"slots.dollars", Money{5000, {"USD"}}},
        {"slots.payee", std::string("Anna")},
        {"slots.word", std::string("\xc3\xbc\xc3\xbc")},
        {"slots.day", CalendarDate{std::chrono::year{2026} / 11 / 21}},
        {"slots.urgent", true},
        {"facts.account.available", Money{10000, {"EUR"}}},
        {"facts.payee.matches", std::int64_t{2}},
        {"profile.age", 42.5},
        {"profile.life_stage", std::string("family")},
    };
    return read(text).holds(
        [](const ScopedName& name) -> std::optional<SlotValue> {
            const auto found = values.find(name.scope + "." + name.name);
            return found == values.end() ? std::nullopt : std::optional(found->second);
        },
        today);
}

}  // namespace

TEST_CASE("guards compare what can be compared", "[intents][expression]") {
    const auto [text, expected] = GENERATE(table<std::string, bool>({
        {"slots.amount > 10 EUR", true},
        {"slots.amount == 50.00 EUR", true},
        {"slots.amount > facts.account.available", false},
        {"slots.amount <= facts.account.available", true},
        {"facts.payee.matches > 1", true},
        {"facts.payee.matches == 2.0", true},
        {"profile.age >= 18 and profile.life_stage in [\"starter\", \"family\"]", true},
        {"slots.day > today", true},
        {"slots.urgent", true},
        {"not slots.urgent", false},
        {"slots.urgent == true", true},
        {"length(slots.payee) == 4", true},
        {"length(slots.word) == 2", true},
        {"known(slots.payee) and not known(slots.other)", true},
        {"false or not false and true", true},
        {"(true or true) and false", false},
        {"true or true and false", true},
        {"-3 < -2", true},
    }));
    CAPTURE(text);
    CHECK(holds(text) == expected);
}

TEST_CASE("a comparison with something unknown or of another kind is false", "[intents][expression]") {
    const auto text =
        GENERATE(as<std::string>{}, "slots.nothing == 1", "slots.nothing != 1", "slots.amount > 10",
                 "slots.amount == slots.dollars", "slots.payee > 3", "slots.payee == true",
                 "slots.nothing in [1]", "length(slots.amount) >= 0", "today", "slots.payee");
    CAPTURE(text);
    CHECK_FALSE(holds(text));
}

TEST_CASE("an expression lists the names it reads, each once", "[intents][expression]") {
    const auto names =
        read("slots.a > 1 and (known(facts.b.c) or slots.a in [2]) and length(profile.d) < 3").names();
    CHECK(names == std::vector<ScopedName>{{"slots", "a"}, {"facts", "b.c"}, {"profile", "d"}});
}

TEST_CASE("a broken expression says what is wrong and where", "[intents][expression]") {
    const auto [text, offset] = GENERATE(table<std::string, std::size_t>({
        {"", 0},
        {"slots.a >", 9},
        {"amount > 1", 0},
        {"slots. > 1", 0},
        {"slots.a > 1 EURO extra", 12},
        {"slots.a in [1, ", 15},
        {"(slots.a > 1", 12},
        {"slots.a > \"x", 10},
        {"slots.a == 1.2.3", 11},
        {"known(5)", 6},
        {"slots.a > 1 slots.b", 12},
    }));
    CAPTURE(text);
    const auto parsed = Expression::parse(text);
    REQUIRE(std::holds_alternative<ExpressionSyntaxError>(parsed));
    CHECK(std::get<ExpressionSyntaxError>(parsed).offset == offset);
}

TEST_CASE("deep nesting is refused, not a crash", "[intents][expression]") {
    CHECK(
        std::holds_alternative<ExpressionSyntaxError>(Expression::parse(std::string(100000, '(') + "true")));
    std::string nots;
    for (int i = 0; i < 100000; ++i) nots += "not ";
    CHECK(std::holds_alternative<ExpressionSyntaxError>(Expression::parse(nots + "true")));
}
