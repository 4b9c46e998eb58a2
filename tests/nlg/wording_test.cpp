#include "nlg/wording.h"

#include <catch2/catch.hpp>

#include <limits>
#include <thread>
#include <vector>

#include "tests/nlg/plan_builder.h"

using namespace parlance;
using namespace parlance::nlg;
using parlance::tests::day;
using parlance::tests::euros;

TEST_CASE("values are worded as customers of the locale read them", "[nlg][wording]") {
    const auto [value, english, german] = GENERATE(table<SlotValue, std::string, std::string>({
        {euros(123'450), "\u20ac1,234.50", "1.234,50 \u20ac"},
        {euros(-1250), "-\u20ac12.50", "-12,50 \u20ac"},
        {euros(5), "\u20ac0.05", "0,05 \u20ac"},
        {euros(0), "\u20ac0.00", "0,00 \u20ac"},
        {Money{1250, {"GBP"}}, "\u00a312.50", "12,50 \u00a3"},
        {Money{1250, {"JPY"}}, "JP\u00a51,250", "1.250 \u00a5"},
        {Money{1250, {"KWD"}}, "KWD 1.250", "1,250 KWD"},
        {Money{std::numeric_limits<std::int64_t>::min(), {"EUR"}}, "-\u20ac92,233,720,368,547,758.08",
         "-92.233.720.368.547.758,08 \u20ac"},
        {day(2026, 11, 20), "20 November 2026", "20. November 2026"},
        {day(2026, 3, 1), "1 March 2026", "1. M\u00e4rz 2026"},
        {DateRange{day(2026, 11, 1), day(2026, 11, 20)}, "1 November 2026 \u2013 20 November 2026",
         "1. November 2026 \u2013 20. November 2026"},
        {std::int64_t{1234567}, "1,234,567", "1.234.567"},
        {2.5, "2.5", "2,5"},
        {2.0, "2", "2"},
        {true, "yes", "ja"},
        {false, "no", "nein"},
        {std::string("account 4411"), "account 4411", "account 4411"},
    }));
    CHECK(word(value, {"en"}) == english);
    CHECK(word(value, {"de"}) == german);
}

TEST_CASE("values without a wording fall back to their plain spelling", "[nlg][wording]") {
    CHECK(word(Money{1250, {"gold"}}, {"en"}).find("12") != std::string::npos);
    CHECK_FALSE(word(CalendarDate{std::chrono::year{2026} / 2 / 31}, {"en"}).empty());
    CHECK(word(euros(100), {"xx-nonsense"}).find("1.00") != std::string::npos);
}

TEST_CASE("templates are filled", "[nlg][template]") {
    const std::map<std::string, SlotValue> arguments{{"amount", euros(123'450)},
                                                     {"count", std::int64_t{3}},
                                                     {"one", std::int64_t{1}},
                                                     {"payee", std::string("Anna {x}")},
                                                     {"kind", std::string("joint")},
                                                     {"ok", true},
                                                     {"rate", 2.43}};
    const auto [text, filled] = GENERATE(table<std::string, std::string>({
        {"{amount} to {payee}", "\u20ac1,234.50 to Anna {x}"},
        {"It's done", "It's done"},
        {"{count, plural, =0 {none} one {# payment} other {# payments}}", "3 payments"},
        {"{one, plural, =0 {none} one {# payment} other {# payments}}", "1 payment"},
        {"{kind, select, joint {your joint account} other {your account}}", "your joint account"},
        {"{ok, select, true {open} other {closed}}", "open"},
        {"{rate} %", "2.43 %"},
        {"{rate, number, ::.0}", "2.4"},
        {"", ""},
    }));
    CAPTURE(text);
    const auto result = format_template(text, arguments, {"en"});
    REQUIRE(result.has_value());
    CHECK(*result == filled);
}

TEST_CASE("templates that cannot be filled are refused with their text", "[nlg][template]") {
    const auto [text, named] = GENERATE(table<std::string, std::string>({
        {"{amount", "{amount"},
        {"{amount} and {missing}", "{missing}"},
        {"{count, plural, one {x}}", "plural"},
        {"{amount, date}", "date"},
        {"{a b}", "a b"},
        {"{amount, nonsense}", "nonsense"},
        {std::string(9000, 'x'), "8 KiB"},
        {std::string(40, '{'), "32 levels"},
    }));
    const auto result = format_template(text, {{"amount", euros(1)}, {"count", std::int64_t{1}}}, {"en"});
    REQUIRE(result.has_error());
    CHECK(result.error().code == ErrorCode::bad_template);
    CHECK(result.error().detail.find(named) != std::string::npos);
}

TEST_CASE("a template's arguments are found at every depth", "[nlg][template]") {
    CHECK(template_arguments("{a} {b, plural, one {{c}} other {{d, select, x {{e}} other {}}}}").value() ==
          std::set<std::string>{"a", "b", "c", "d", "e"});
    CHECK(template_arguments("plain").value().empty());
    CHECK(template_arguments("{").has_error());
}

TEST_CASE("a template's own words exclude arguments, selectors and formats", "[nlg][template]") {
    const auto [text, literal] = GENERATE(table<std::string, std::string>({
        {"You have {n} of 10.", "You have   of 10."},
        {"{n, plural, =0 {none} one {# card} other {# cards}}", " none card cards"},
        {"{n, number, ::.00}", " "},
        {"It''s '{5}'", "It's {5}"},
    }));
    CAPTURE(text);
    CHECK(literal_text(text).value() == literal);
}

TEST_CASE("digits of any script and spaces of any width are made plain", "[nlg][wording]") {
    CHECK(plain_digits("\u0665\u0666 \u00a0\uff11") == "56  1");
    CHECK(plain_digits("a\nb") == "a\nb");
}

TEST_CASE("wording is safe from several threads", "[nlg][wording]") {
    std::vector<std::thread> threads;
    std::vector<int> wrong(4, 0);
    for (std::size_t t = 0; t < wrong.size(); ++t) {
        threads.emplace_back([&wrong, t] {
            for (int i = 0; i < 200; ++i) {
                if (word(day(2026, 11, 20), {"de"}) != "20. November 2026") ++wrong[t];
                if (word(euros(i), {"en"}) != "\u20ac" + std::string(i < 100 ? "0." : "1.") +
                                                  (i % 100 < 10 ? "0" : "") + std::to_string(i % 100)) {
                    ++wrong[t];
                }
            }
        });
    }
    for (auto& thread : threads) thread.join();
    CHECK(wrong == std::vector<int>(4, 0));
}
