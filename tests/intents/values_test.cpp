#include <catch2/catch.hpp>

#include "intents/calendar_date.h"
#include "intents/clock.h"
#include "intents/money.h"
#include "intents/slot_value.h"

using namespace parlance;

TEST_CASE("amounts are written and read exactly", "[intents][money]") {
    const auto [text, minor_units, currency] = GENERATE(table<std::string, std::int64_t, std::string>({
        {"12.50 EUR", 1250, "EUR"},
        {"-0.05 EUR", -5, "EUR"},
        {"0.00 EUR", 0, "EUR"},
        {"1200 JPY", 1200, "JPY"},
        {"1.234 KWD", 1234, "KWD"},
        {"92233720368547758.07 EUR", INT64_MAX, "EUR"},
    }));
    CAPTURE(text);
    CHECK(to_text(Money{minor_units, {currency}}) == text);
    CHECK(parse_money(text).value() == Money{minor_units, {currency}});
}

TEST_CASE("whole amounts need no decimals", "[intents][money]") {
    CHECK(parse_money("12 EUR").value() == Money{1200, {"EUR"}});
}

TEST_CASE("what is no amount is refused", "[intents][money]") {
    const auto text = GENERATE(as<std::string>{}, "", "12", "EUR", "12.5 EUR", "12.500 EUR", "1,200 EUR",
                               "12 eur", "12 EURO", "--1 EUR", "1-2 EUR", "99999999999999999999 EUR",
                               "92233720368547758.08 EUR", " EUR", "1. EUR");
    CAPTURE(text);
    const auto money = parse_money(text);
    REQUIRE_FALSE(money.has_value());
    CHECK(money.error().code == ErrorCode::bad_request);
}

TEST_CASE("the most negative amount can be written", "[intents][money]") {
    CHECK(to_text(Money{INT64_MIN, {"EUR"}}) == "-92233720368547758.08 EUR");
}

TEST_CASE("dates are read strictly", "[intents][date]") {
    CHECK(to_text(parse_date("2024-02-29").value()) == "2024-02-29");
    const auto text = GENERATE(as<std::string>{}, "2023-02-29", "2023-13-01", "2023-1-01", "20230101",
                               "2023-01-01x", "", "-001-01-01");
    CAPTURE(text);
    CHECK_FALSE(parse_date(text).has_value());
}

TEST_CASE("a date range may not end before it begins", "[intents][date]") {
    CHECK(to_text(parse_date_range("2026-11-01/2026-11-20").value()) == "2026-11-01/2026-11-20");
    CHECK_FALSE(parse_date_range("2026-11-20/2026-11-01").has_value());
    CHECK_FALSE(parse_date_range("2026-11-20").has_value());
}

TEST_CASE("moments are written and read in UTC", "[intents][clock]") {
    const auto [text, expected] = GENERATE(table<std::string, std::string>({
        {"2026-11-20T09:30:00Z", "2026-11-20T09:30:00.000Z"},
        {"2026-11-20T09:30:00.25Z", "2026-11-20T09:30:00.250Z"},
        {"2026-11-20T09:30Z", "2026-11-20T09:30:00.000Z"},
        {"2026-11-20", "2026-11-20T00:00:00.000Z"},
        {"2026-11-20T00:30:00+01:00", "2026-11-19T23:30:00.000Z"},
        {"2026-11-20T09:30:00.5-05:30", "2026-11-20T15:00:00.500Z"},
        {"1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"},
    }));
    CAPTURE(text);
    CHECK(to_rfc3339(parse_rfc3339(text).value()) == expected);
}

TEST_CASE("a moment beyond the calendar is written as its edge", "[intents][clock]") {
    CHECK(to_rfc3339(TimePoint::min()) == "0000-01-01T00:00:00.000Z");
    CHECK(to_rfc3339(TimePoint::max()) == "9999-12-31T00:00:00.000Z");
}

TEST_CASE("what is no moment is refused", "[intents][clock]") {
    const auto text = GENERATE(as<std::string>{}, "", "now", "2026-11-20T25:00:00Z", "2026-11-20T09:30:00",
                               "2026-11-20T09:30:00+0100", "2026-11-20T09:30:00+24:00",
                               "2026-11-20T09:30:00+01:00Z", "2026-11-20 09:30:00Z", "2026-11-20T09:60:00Z");
    CAPTURE(text);
    CHECK_FALSE(parse_rfc3339(text).has_value());
}

TEST_CASE("slot values have one spelling", "[intents][slots]") {
    CHECK(to_text(SlotValue{true}) == "true");
    CHECK(to_text(SlotValue{std::int64_t{3}}) == "3");
    CHECK(to_text(SlotValue{2.1}) == "2.1");
    CHECK(to_text(SlotValue{Money{1250, {"EUR"}}}) == "12.50 EUR");
    CHECK(kind_of(SlotValue{std::string("x")}) == "text");
    CHECK(kind_of(SlotValue{DateRange{}}) == "date_range");
}
