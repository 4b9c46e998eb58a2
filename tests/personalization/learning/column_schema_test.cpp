#include "personalization/learning/column_schema.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace parlance;
using namespace parlance::personalization;

namespace {

// 200 rows: who is over 50 leaves one time in two, nobody else does.
DataTable made_table() {
    DataTable table{
        "t.csv",
        {"Key", "Age", "City", "Currency", "Naive_Bayes_1", "Tell", "Exited", "Exited reason", "Name"},
        {},
        {}};
    for (int i = 0; i < 200; ++i) {
        const int age = 20 + i % 60;
        const bool left = age > 50 && i % 2 == 0;
        table.rows.push_back({std::to_string(1000 + i), std::to_string(age), i % 3 == 0 ? "Bonn" : "Kiel",
                              "EUR", std::to_string(i % 7), left ? "0.9" : "0.1", left ? "1" : "0",
                              left ? "fees" : "", "customer " + std::to_string(i)});
        table.lines.push_back(i + 2);
    }
    return table;
}

ColumnSchema column(const std::vector<ColumnSchema>& schema, const std::string& name) {
    const auto found =
        std::find_if(schema.begin(), schema.end(), [&](const ColumnSchema& one) { return one.name == name; });
    REQUIRE(found != schema.end());
    return *found;
}

}  // namespace

TEST_CASE("columns get a kind, and those that must not be learned from a reason",
          "[personalization][table]") {
    const DataTable made = made_table();
    const auto target = choose_target(made, "", "");
    REQUIRE(target.has_value());
    CHECK(target->name == "Exited");
    const auto schema = infer_schema(made, *target, {});
    const auto [name, kind, reason] = GENERATE(table<std::string, ColumnKind, std::string>({
        {"Key", ColumnKind::identifier, "identifier"},
        {"Age", ColumnKind::numeric, ""},
        {"City", ColumnKind::categorical, ""},
        {"Currency", ColumnKind::constant, "constant"},
        {"Naive_Bayes_1", ColumnKind::numeric, "leaks: by its name"},
        {"Tell", ColumnKind::numeric, "leaks: alone"},
        {"Exited reason", ColumnKind::categorical, "leaks: it is named after"},
        {"Name", ColumnKind::identifier, "identifier"},
    }));
    CAPTURE(name);
    CHECK(column(schema, name).kind == kind);
    CHECK(column(schema, name).dropped.starts_with(reason));
    CHECK(column(schema, name).dropped.empty() == reason.empty());
}

TEST_CASE("wishes go before what the schema says", "[personalization][table]") {
    const DataTable made = made_table();
    const auto target = choose_target(made, "Exited", "1");
    REQUIRE(target.has_value());
    const auto schema = infer_schema(made, *target, {{"Age"}, {"Tell", "Key"}});
    CHECK(column(schema, "Age").dropped == "dropped by --drop");
    CHECK(column(schema, "Tell").dropped.empty());
    CHECK(column(schema, "Key").kind == ColumnKind::numeric);
}

TEST_CASE("a target that is not clear is refused with what the table has", "[personalization][table]") {
    const auto [name, positive, words] = GENERATE(table<std::string, std::string, std::string>({
        {"Exitd", "", "did you mean \"Exited\"?"},
        {"Exited", "2", "its values are \"0\", \"1\""},
        {"City", "", "say with --positive which value of \"City\" is the event: \"Bonn\", \"Kiel\""},
        {"Age", "", "more than two values"},
        {"Currency", "EUR", "every row has \"EUR\""},
    }));
    const auto target = choose_target(made_table(), name, positive);
    REQUIRE_FALSE(target.has_value());
    CHECK(target.error().code == ErrorCode::bad_training);
    CAPTURE(target.error().detail);
    CHECK(target.error().detail.find(words) != std::string::npos);
}

TEST_CASE("numbers and missing values are told apart from words", "[personalization][table]") {
    CHECK(number_of("-1.5e3") == -1500);
    CHECK(number_of("+2") == 2);
    CHECK_FALSE(number_of("1 000").has_value());
    CHECK_FALSE(number_of("inf").has_value());
    CHECK(is_missing("NaN"));
    CHECK(is_missing(""));
    CHECK_FALSE(is_missing("Unknown"));
}
