#include "personalization/learning/csv_reader.h"

#include <catch2/catch.hpp>

using namespace parlance;
using namespace parlance::personalization;

namespace {

using Rows = std::vector<std::vector<std::string>>;

DataTable good(const std::string& content) {
    Findings findings;
    DataTable table = parse_table(content, "t.csv", findings);
    CHECK_FALSE(findings.has_errors());
    return table;
}

}  // namespace

TEST_CASE("cells are parted by what the first line has most of", "[personalization][table]") {
    const auto [content, row] = GENERATE(table<std::string, std::vector<std::string>>({
        {"a,b\n1,2\n", {"1", "2"}},
        {"a;b\n1,5;2\n", {"1,5", "2"}},
        {"a\tb\r\n1\t2\r\n", {"1", "2"}},
        {"\xEF\xBB\xBF"
         "a,b\n 1 , 2 \n\n",
         {"1", "2"}},
        {"a,b\n\"x, y\",\"say \"\"so\"\"\"\n", {"x, y", "say \"so\""}},
        {"a,b\n\"two\nlines\",2", {"two\nlines", "2"}},
        {"\"a,a\";b\n1;2\n", {"1", "2"}},
    }));
    CAPTURE(content);
    CHECK(good(content).rows == Rows{row});
}

TEST_CASE("rows know the line they began in", "[personalization][table]") {
    CHECK(good("a,b\n\"two\nlines\",2\n\n3,4\n").lines == std::vector<int>{2, 5});
}

TEST_CASE("every problem of a table is told with its place", "[personalization][table]") {
    const auto [content, code, line, column] = GENERATE(table<std::string, std::string, int, int>({
        {"a,b\n1,\"2\n", "E1001", 2, 3},
        {"a,b\n\"1\"x,2\n", "E1002", 2, 4},
        {"a,b\n1\n", "E1003", 2, 1},
        {"a,b\n1,2,3\n", "E1003", 2, 5},
        {"a,\n1,2\n", "E1004", 1, 3},
        {"a,a\n1,2\n", "E1005", 1, 3},
        {"a,b\n", "E1006", 1, 1},
        {"", "E1006", 1, 1},
    }));
    CAPTURE(content);
    Findings findings;
    parse_table(content, "t.csv", findings);
    REQUIRE_FALSE(findings.sorted().empty());
    const Finding first = findings.sorted().front();
    CHECK(first.code == code);
    CHECK(first.position == SourcePosition{line, column});
}

TEST_CASE("all wrong rows are told at once and the good ones stay", "[personalization][table]") {
    Findings findings;
    const DataTable table = parse_table("a,b\n1\n2,3\n4,5,6\n", "t.csv", findings);
    CHECK(findings.count(Severity::error) == 2);
    CHECK(table.rows == Rows{{"2", "3"}});
}

TEST_CASE("a table that is not there is a failure", "[personalization][table]") {
    Findings findings;
    CHECK(read_table("/no/such/table.csv", findings).error().code == ErrorCode::io_failed);
}

TEST_CASE("a table without names has numbered columns, and says so", "[personalization][csv]") {
    const auto [content, columns, rows, warnings] =
        GENERATE(table<std::string, std::vector<std::string>, std::size_t, int>({
            {"33\t1\t0.5\r\n37\t2\t-1\r\n", {"v1", "v2", "v3"}, 2, 1},
            {"1,2\n", {"v1", "v2"}, 1, 1},
            {"a,2\n1,2\n", {"a", "2"}, 1, 0},
            {"2024\n17\n", {"2024"}, 1, 0},
        }));
    CAPTURE(content);
    Findings findings;
    const DataTable table = parse_table(content, "numbers.txt", findings);
    CHECK(table.columns == columns);
    CHECK(table.size() == rows);
    CHECK(table.lines.back() == static_cast<int>(warnings == 1 ? rows : rows + 1));
    CHECK_FALSE(findings.has_errors());
    CHECK(findings.count(Severity::warning) == warnings);
}
