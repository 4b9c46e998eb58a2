#include <catch2/catch.hpp>

#include <cmath>

#include "tests/dialogue/event_generator.h"

using namespace parlance;
using namespace parlance::dialogue;

TEST_CASE("every kind of event survives being written and read", "[dialogue][tracker]") {
    tests::EventGenerator generate(20261120);
    for (std::size_t alternative = 0; alternative < std::variant_size_v<TrackerEvent>; ++alternative) {
        for (int round = 0; round < 300; ++round) {
            const auto event = generate.event(alternative);
            REQUIRE(event.index() == alternative);
            const auto line = to_json(event);
            CAPTURE(line);
            REQUIRE(line.find('\n') == std::string::npos);
            const auto again = tracker_event_from_json(line);
            REQUIRE(again.has_value());
            REQUIRE(*again == event);
        }
    }
}

TEST_CASE("a number keeps its last bit and its kind", "[dialogue][tracker]") {
    const SlotValue value =
        GENERATE(SlotValue{0.1}, SlotValue{3.0}, SlotValue{std::int64_t{3}}, SlotValue{5e-324},
                 SlotValue{std::int64_t{9007199254740993}}, SlotValue{true});
    const auto again = tracker_event_from_json(to_json(SlotFilled{{"x"}, value, false}));
    REQUIRE(again.has_value());
    CHECK(std::get<SlotFilled>(*again).value == value);
}

TEST_CASE("what is no number stays none", "[dialogue][tracker]") {
    const auto again = tracker_event_from_json(to_json(SlotFilled{{"x"}, std::nan(""), false}));
    REQUIRE(again.has_value());
    CHECK(std::isnan(std::get<double>(std::get<SlotFilled>(*again).value)));
}

TEST_CASE("a stored event is readable for people", "[dialogue][tracker]") {
    CHECK(to_json(SlotFilled{{"amount"}, Money{5000, {"EUR"}}, true}) ==
          R"({"corrected":true,"slot":"amount","type":"slot_filled","v":1,)"
          R"("value":{"kind":"money","value":{"currency":"EUR","minor_units":5000}}})");
}

TEST_CASE("text that is not UTF-8 does not lose the turn", "[dialogue][tracker]") {
    const auto again = tracker_event_from_json(to_json(StepEntered{{"a\xff"}}));
    REQUIRE(again.has_value());
    CHECK(std::get<StepEntered>(*again).step.text == "a\ufffd");
}

TEST_CASE("a damaged line is refused and its defect named", "[dialogue][tracker]") {
    const auto [line, defect] = GENERATE(table<std::string, std::string>({
        {"", "is not JSON"},
        {"{\"v\":1,\"type\":\"slot_cl", "is not JSON"},
        {"[]", "is not an object"},
        {"{}", "lacks \"v\""},
        {R"({"v":1})", "lacks \"type\""},
        {R"({"v":2,"type":"attempt_failed"})", "has version 2; this program reads version 1"},
        {R"({"v":"1","type":"attempt_failed"})", "is not a whole number"},
        {R"({"v":1,"type":"slot_melted"})", "is of the unknown type \"slot_melted\""},
        {R"({"v":1,"type":"slot_cleared"})", "lacks \"slot\""},
        {R"({"v":1,"type":"slot_cleared","slot":7})", "has \"slot\" that is not a text"},
        {R"({"v":1,"type":"frame_ended","flow":"f","outcome":"lost"})",
         "has \"outcome\" that is an unknown word"},
        {R"({"v":1,"type":"facts_learned","facts":{}})", "has \"facts\" that is not a list"},
        {R"({"v":1,"type":"facts_learned","facts":[{"name":"a"}]})", "has \"facts\" that lacks \"value\""},
        {R"({"v":1,"type":"slot_filled","slot":"s","corrected":false,"value":{"kind":"colour","value":1}})",
         "unknown \"kind\""},
        {R"({"v":1,"type":"slot_filled","slot":"s","corrected":false,"value":{"kind":"date","value":"2026-02-30"}})",
         "is not a date"},
        {R"({"v":1,"type":"slot_filled","slot":"s","corrected":false,"value":{"kind":"integer","value":9223372036854775808}})",
         "is not a whole number of 64 bits"},
        {R"({"v":1,"type":"slot_filled","slot":"s","corrected":0,"value":{"kind":"integer","value":1}})",
         "is not a boolean"},
    }));
    CAPTURE(line);
    const auto event = tracker_event_from_json(line);
    REQUIRE(event.has_error());
    CHECK(event.error().code == ErrorCode::storage_failed);
    CHECK_THAT(event.error().detail, Catch::Contains(defect));
}

TEST_CASE("a defect is told without the customer's words", "[dialogue][tracker]") {
    const auto event =
        tracker_event_from_json(R"({"v":1,"type":"slot_filled","slot":"s","corrected":false,"value":)"
                                R"({"kind":"date","value":"my secret"}})");
    REQUIRE(event.has_error());
    CHECK(event.error().detail.find("secret") == std::string::npos);
}
