#include "personalization/learning/transaction_log.h"

#include <catch2/catch.hpp>

#include "personalization/learning/activity_rows.h"

using namespace parlance;
using namespace parlance::personalization;

namespace {

using std::chrono::days;

TransactionLog good(const std::string& content) {
    Findings findings;
    TransactionLog log = parse_transactions(content, "log", findings);
    CHECK_FALSE(findings.has_errors());
    return log;
}

}  // namespace

TEST_CASE("transactions are read from tables and from lines", "[personalization][transactions]") {
    const auto content =
        GENERATE(as<std::string>{}, "customer_id,date,amount\n7,2026-01-31,9.5\n7,2026-01-02,1\n",
                 "date;value;client\n20260131;9.5;7\n2026-01-02T10:00:00;1;7\n",
                 " 7 20260131 1 9.5\n 7 20260102 1 1\n",
                 "customer_id date number dollar_value\n7 20260131 1 9.5\n7 20260102 1 1\n",
                 "7 0001 20260131 1 9.5\n7 0001 20260102 1 1\n");
    CAPTURE(content);
    const TransactionLog log = good(content);
    REQUIRE(log.customers.size() == 1);
    CHECK(log.customers[0].customer == "7");
    REQUIRE(log.customers[0].transactions.size() == 2);
    CHECK(log.customers[0].transactions[1].amount == 9.5);
    CHECK((log.last_day - log.first_day).count() == 29);
}

TEST_CASE("wrong transactions are told with their line", "[personalization][transactions]") {
    const auto [content, code, line] = GENERATE(table<std::string, std::string, int>({
        {"7 20260131 1 9.5\n7 20261331 1 9.5\n", "E1007", 2},
        {"7 20260131 1 nine\n8 20260131 1 ten\n", "E1008", 2},
        {"customer,amount\n7,1\n", "E1009", 1},
        {"customer,date,amount\n7,31.01.2026,1\n", "E1007", 2},
        {"", "E1006", 1},
    }));
    CAPTURE(content);
    Findings findings;
    parse_transactions(content, "log", findings);
    REQUIRE_FALSE(findings.sorted().empty());
    CHECK(findings.sorted().front().code == code);
    CHECK(findings.sorted().front().position.line == line);
}

TEST_CASE("a row knows nothing of what came after its day", "[personalization][transactions]") {
    const std::string until =
        "1 20260101 1 5\n1 20260111 1 5\n2 20260105 1 8\n2 20260112 1 8\n3 20260103 1 2\n";
    const std::string after = "1 20260131 1 500\n9 20260131 1 1\n1 20260301 1 1\n";
    const TransactionLog log = good(until + after);
    const auto day = log.first_day + days(20);
    const auto rows = activity_rows(log, {day, days(30)});
    REQUIRE(rows.has_value());
    CHECK(rows->customers == std::vector<std::string>{"1", "2", "3"});
    CHECK(rows->rows.labels == std::vector<std::uint8_t>{0, 1, 1});
    const TransactionLog changed = good(until + "2 20260125 9 999\n9 20260301 1 1\n");
    const auto again = activity_rows(changed, {day, days(30)});
    REQUIRE(again.has_value());
    CHECK(again->rows.labels == std::vector<std::uint8_t>{1, 0, 1});
    REQUIRE(again->rows.features.values.size() == rows->rows.features.values.size());
    for (std::size_t i = 0; i < rows->rows.features.values.size(); ++i) {
        const float one = rows->rows.features.values[i];
        const float other = again->rows.features.values[i];
        CHECK(((std::isnan(one) && std::isnan(other)) || one == other));
    }
}

TEST_CASE("a horizon beyond the log is refused", "[personalization][transactions]") {
    const TransactionLog log = good("1 20260101 1 5\n1 20260111 1 5\n");
    CHECK(activity_rows(log, {log.last_day, days(1)}).error().code == ErrorCode::bad_training);
}
