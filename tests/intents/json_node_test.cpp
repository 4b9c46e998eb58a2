#include "intents/json_node.h"

#include <catch2/catch.hpp>

using namespace parlance;

namespace {

JsonNode read(std::string_view text) {
    auto parsed = parse_json(text);
    REQUIRE(std::holds_alternative<JsonNode>(parsed));
    return std::get<JsonNode>(std::move(parsed));
}

}  // namespace

TEST_CASE("every value knows where it stands", "[intents][json]") {
    const auto [value, line, column] = GENERATE(table<std::string, int, int>({
        {R"("text")", 2, 8},
        {R"("with \"quotes\" and \\")", 2, 8},
        {R"("\\")", 2, 8},
        {"12", 2, 8},
        {"-1.5e3", 2, 8},
        {"true", 2, 8},
        {"null", 2, 8},
        {"{}", 2, 8},
        {"[1, 2]", 2, 8},
    }));
    CAPTURE(value);
    const auto root = read("{\n  \"a\": " + value + "\n}");
    const auto* found = root.find("a");
    REQUIRE(found != nullptr);
    CHECK(found->position == SourcePosition{line, column});
    CHECK(root.object()->front().key_position == SourcePosition{2, 3});
}

TEST_CASE("a number at the very end of the text knows where it stands", "[intents][json]") {
    CHECK(read("  42").position == SourcePosition{1, 3});
}

TEST_CASE("comments are read over and do not shift positions", "[intents][json]") {
    const auto root = read("// a pack\n{ /* here */ \"a\": 1 }");
    CHECK(root.find("a")->position == SourcePosition{2, 19});
}

TEST_CASE("duplicate members are kept for the loader to report", "[intents][json]") {
    CHECK(read(R"({"a": 1, "a": 2})").object()->size() == 2);
}

TEST_CASE("a syntax error says where it is", "[intents][json]") {
    const auto [text, line] = GENERATE(table<std::string, int>({
        {"", 1},
        {"{\n\"a\": }", 2},
        {"{\"a\": 1,}", 1},
        {"[1 2]", 1},
        {"{} {}", 1},
        {"\"\xff\"", 1},
        {"nul", 1},
        {"{\"a\"\n\n: 1", 3},
    }));
    CAPTURE(text);
    const auto parsed = parse_json(text);
    REQUIRE(std::holds_alternative<JsonSyntaxError>(parsed));
    CHECK(std::get<JsonSyntaxError>(parsed).position.line == line);
    CHECK_FALSE(std::get<JsonSyntaxError>(parsed).message.empty());
}

TEST_CASE("nesting has a limit and never overflows the stack", "[intents][json]") {
    CHECK(std::holds_alternative<JsonNode>(parse_json(std::string(200, '[') + std::string(200, ']'))));
    CHECK(std::holds_alternative<JsonSyntaxError>(parse_json(std::string(100000, '['))));
}

TEST_CASE("numbers too large for an integer become doubles", "[intents][json]") {
    CHECK(read("18446744073709551615").number_or(0) == Approx(1.8446744073709552e19));
    CHECK(*read("9223372036854775807").integer() == INT64_MAX);
}
