#include <catch2/catch.hpp>

#include "nlu/datetime/expression_reader.h"
#include "nlu/datetime/time_resolution.h"

using namespace parlance::nlu;

namespace {

// Wednesday, 18 November 2026, half past nine.
const Instant now = std::chrono::sys_days(std::chrono::year(2026) / 11 / 18) + std::chrono::minutes(570);

std::string joined(std::string left, const std::string& right) {
    return left.empty() ? right : std::move(left) + " | " + right;
}

// "type timex value" or "type timex start..end" of every sense of every expression.
std::string described(const std::string& text) {
    const TokenizedText tokens = tokenize(text);
    std::string all;
    for (const TimeExpression& expression : read_expressions({tokens, now})) {
        for (auto& value : resolution_of(expression)) {
            std::string line = value["type"] + " " + value["timex"];
            if (value.contains("Mod")) line += " " + value["Mod"];
            const bool point = value.contains("value");
            line += " " + (point ? value["value"] : value["start"] + ".." + value["end"]);
            all = joined(std::move(all), line);
        }
    }
    return all;
}

}  // namespace

TEST_CASE("words of time are read with everything they may mean", "[nlu][datetime]") {
    const auto [text, expected] = GENERATE(table<std::string, std::string>({
        {"pay it tomorrow", "date 2026-11-19 2026-11-19"},
        {"on the 5th of may", "date XXXX-05-05 2026-05-05 | date XXXX-05-05 2027-05-05"},
        {"feb 30 please", "date XXXX-02-30 not resolved"},
        {"in march", "daterange XXXX-03 2026-03-01..2026-04-01 | daterange XXXX-03 2027-03-01..2027-04-01"},
        {"this month's, I mean this month", "daterange 2026-11 2026-11-01..2026-12-01"},
        {"from 3 to 9 december",
         "daterange (XXXX-12-03,XXXX-12-09,P6D) 2025-12-03..2025-12-09 | "
         "daterange (XXXX-12-03,XXXX-12-09,P6D) 2026-12-03..2026-12-09"},
        {"before 2020", "daterange 2020 before ..2020-01-01"},
        {"after february 2027", "daterange 2027-02 after 2027-03-01.."},
        {"call me at 6:15 pm", "time T18:15 18:15:00"},
        {"at half past six", "time T06:30 06:30:00 | time T18:30 18:30:00"},
        {"9 to 11am", "timerange (T09,T11,PT2H) 09:00:00..11:00:00"},
        {"after 2pm", "timerange T14 after 14:00:00.."},
        {"tomorrow at 7am", "datetime 2026-11-19T07 2026-11-19 07:00:00"},
        {"tomorrow night", "datetimerange 2026-11-19TNI 2026-11-19 20:00:00..2026-11-19 23:59:59"},
        {"in 20 minutes", "datetime 2026-11-18T09:50:00 2026-11-18 09:50:00"},
        {"the last 2 hours",
         "datetimerange (2026-11-18T07:30:00,2026-11-18T09:30:00,PT2H) 2026-11-18 07:30:00..2026-11-18 "
         "09:30:00"},
        {"for 90 days", "duration P90D 7776000"},
        {"less than 3 years", "duration P3Y less 94608000"},
        {"every month", "set P1M not resolved"},
        {"every friday at 9am", "set XXXX-WXX-5T09 not resolved"},
        {"every other week", "set P2W not resolved"},
    }));
    CAPTURE(text);
    CHECK(described(text) == expected);
}

TEST_CASE("words that only look like time are left alone", "[nlu][datetime]") {
    const std::string text = GENERATE("you may ask", "good morning", "a 4:3 screen", "card 5412-7512-2019",
                                      "call 020 7946 0958", "march on", "the sun is out", "SW-19-2026X",
                                      "2000 pieces of toys", "nice day", "two to four people", "");
    CAPTURE(text);
    CHECK(described(text).empty());
}

TEST_CASE("the order of day and month is the place's", "[nlu][datetime]") {
    const TokenizedText tokens = tokenize("03/04/2027");
    const bool month_first = GENERATE(true, false);
    const auto found = read_expression({tokens, now, month_first}, 0);
    REQUIRE(found);
    CHECK(found->senses.front().timex == (month_first ? "2027-03-04" : "2027-04-03"));
}
