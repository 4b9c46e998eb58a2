// Proof by fault injection: thousands of generated replies pass the check as they are, and none passes once
// one of its values is changed.

#include <catch2/catch.hpp>

#include <cmath>
#include <functional>
#include <random>

#include "nlg/grounding_check.h"
#include "nlg/wording.h"
#include "tests/nlg/plan_builder.h"

using namespace parlance;
using namespace parlance::nlg;
using namespace parlance::tests;

namespace {

using Random = std::mt19937_64;

std::int64_t between(Random& random, std::int64_t low, std::int64_t high) {
    return std::uniform_int_distribution<std::int64_t>(low, high)(random);
}

SlotValue random_amount(Random& random) {
    const std::int64_t scale = between(random, 0, 3) == 0 ? 10'000'000 : 200'000;
    const std::int64_t minor_units = between(random, 1, scale);
    const char* currency = between(random, 0, 9) == 0 ? "CHF" : between(random, 0, 9) == 0 ? "USD" : "EUR";
    return Money{between(random, 0, 4) == 0 ? -minor_units : minor_units, {currency}};
}

SlotValue random_day(Random& random) {
    return day(static_cast<int>(between(random, 2024, 2031)), static_cast<unsigned>(between(random, 1, 12)),
               static_cast<unsigned>(between(random, 1, 28)));
}

std::string digits(Random& random, int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += static_cast<char>('0' + between(random, 0, 9));
    return text;
}

// The kinds of value that replies state; the argument's name tells which.
const std::vector<std::pair<std::string, std::function<SlotValue(Random&)>>>& kinds() {
    static const std::vector<std::pair<std::string, std::function<SlotValue(Random&)>>> list{
        {"amount", random_amount},
        {"count", [](Random& random) { return SlotValue{between(random, 2, 4000)}; }},
        {"rate",
         [](Random& random) { return SlotValue{static_cast<double>(between(random, 1, 999)) / 100}; }},
        {"day", random_day},
        {"account", [](Random& random) { return SlotValue{"Savings " + digits(random, 4)}; }},
        {"phone", [](Random& random) { return SlotValue{"+49 30 " + digits(random, 7)}; }},
        {"reference", [](Random& random) { return SlotValue{"PAY-" + digits(random, 8)}; }},
    };
    return list;
}

struct Sentence {
    const char* language;
    const char* text;
    std::vector<std::string> arguments;
};

const std::vector<Sentence>& sentences() {
    static const std::vector<Sentence> list{
        {"en", "Your balance is {amount}.", {"amount"}},
        {"en", "{amount} left {account} on {day}.", {"amount", "account", "day"}},
        {"en",
         "You made {count, plural, one {# payment} other {# payments}} of {amount} in all.",
         {"count", "amount"}},
        {"en", "The rate is {rate} % for new savings since {day}.", {"rate", "day"}},
        {"en", "1. {day}: Bakery, {amount}", {"day", "amount"}},
        {"en", "Please call {phone} and give {reference}.", {"phone", "reference"}},
        {"en",
         "One thing first: {account} is open until {day}, and {count} transfers wait.",
         {"account", "day", "count"}},
        {"de", "Ihr Kontostand ist {amount}.", {"amount"}},
        {"de", "{amount} gingen am {day} von {account} ab.", {"amount", "day", "account"}},
        {"de",
         "Es waren {count, plural, one {# Zahlung} other {# Zahlungen}}, zusammen {amount}.",
         {"count", "amount"}},
        {"de", "Der Zins liegt seit {day} bei {rate} % im Jahr.", {"day", "rate"}},
        {"de", "1. {day}: B\u00e4ckerei, {amount}", {"day", "amount"}},
        {"de", "Rufen Sie {phone} an und nennen Sie {reference}.", {"phone", "reference"}},
        {"de",
         "Noch eine Frage: {account} l\u00e4uft bis {day}, {count} Auftr\u00e4ge warten.",
         {"account", "day", "count"}},
    };
    return list;
}

struct Case {
    ReplyPlan plan;
    std::map<std::string, SlotValue> arguments;
    const Sentence* sentence;
};

Case random_case(Random& random) {
    Case made;
    made.sentence = &sentences()[static_cast<std::size_t>(
        between(random, 0, static_cast<std::int64_t>(sentences().size()) - 1))];
    made.plan.locale = {made.sentence->language};
    for (const auto& [name, make] : kinds()) {
        const SlotValue value = make(random);
        made.arguments[name] = value;
        if (between(random, 0, 3) == 0)
            made.plan.slots[{name}] = value;
        else
            made.plan.facts.push_back(fact(name, value));
    }
    return made;
}

std::string filled(const Case& one, const std::map<std::string, SlotValue>& arguments) {
    const auto text = format_template(one.sentence->text, arguments, one.plan.locale);
    REQUIRE(text.has_value());
    return *text;
}

std::vector<std::size_t> digits_of(const std::string& text) {
    std::vector<std::size_t> at;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] >= '0' && text[i] <= '9') at.push_back(i);
    }
    return at;
}

// One digit of one worded value changed to another; nothing else in the sentence moves.
std::string with_changed_digit(const Case& one, Random& random, std::string& changed) {
    const auto& names = one.sentence->arguments;
    changed =
        names[static_cast<std::size_t>(between(random, 0, static_cast<std::int64_t>(names.size()) - 1))];
    auto arguments = one.arguments;
    // A plural's "#" is worded by ICU, so its number changes as a number.
    if (changed == "count") {
        arguments[changed] = std::get<std::int64_t>(one.arguments.at(changed)) + between(random, 1, 9);
        return filled(one, arguments);
    }
    std::string worded = word(one.arguments.at(changed), one.plan.locale);
    const auto at = digits_of(worded);
    char& digit =
        worded[at[static_cast<std::size_t>(between(random, 0, static_cast<std::int64_t>(at.size()) - 1))]];
    digit = static_cast<char>('0' + (digit - '0' + between(random, 1, 9)) % 10);
    arguments[changed] = worded;
    return filled(one, arguments);
}

// Whether the second value is what the first may be rounded to.
bool is_rounding(const SlotValue& exact, const SlotValue& other) {
    const auto* left = std::get_if<double>(&exact);
    const auto* right = std::get_if<double>(&other);
    return exact == other || (left != nullptr && right != nullptr && std::abs(*left - *right) < 0.1);
}

// The whole value replaced by another of its kind.
std::string with_other_value(const Case& one, Random& random, std::string& changed) {
    const auto& names = one.sentence->arguments;
    changed =
        names[static_cast<std::size_t>(between(random, 0, static_cast<std::int64_t>(names.size()) - 1))];
    auto arguments = one.arguments;
    for (const auto& [name, make] : kinds()) {
        while (name == changed && is_rounding(one.arguments.at(name), arguments[name]))
            arguments[name] = make(random);
    }
    return filled(one, arguments);
}

bool is_grounded(const std::string& text, const ReplyPlan& plan) {
    static const GroundingCheck grounding;
    Reply reply;
    reply.text = text;
    return grounding.check(reply, plan).empty();
}

}  // namespace

TEST_CASE("no reply with one changed value passes, and none without passes not", "[nlg][grounding][faults]") {
    constexpr int replies = 4000;
    Random random(20261120);
    std::string first_findings;
    int slipped = 0;
    int false_alarms = 0;
    int corrupted = 0;
    for (int i = 0; i < replies; ++i) {
        const Case one = random_case(random);
        const std::string sound = filled(one, one.arguments);
        if (!is_grounded(sound, one.plan)) {
            ++false_alarms;
            first_findings += false_alarms <= 10 ? "false alarm: " + sound + "\n" : "";
        }
        std::string changed;
        const std::string wrong =
            i % 3 == 0 ? with_other_value(one, random, changed) : with_changed_digit(one, random, changed);
        if (wrong == sound) continue;
        ++corrupted;
        if (!is_grounded(wrong, one.plan)) continue;
        ++slipped;
        first_findings += slipped <= 10 ? "slipped through: " + wrong + "  from  " + sound + "\n" : "";
    }
    CAPTURE(first_findings);
    CHECK(corrupted > replies * 9 / 10);
    CHECK(slipped == 0);
    CHECK(false_alarms == 0);
}
