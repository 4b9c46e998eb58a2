#include "personalization/cloud_event.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

using namespace parlance;
using namespace parlance::personalization;

namespace {

BehaviorEvent groceries() {
    BehaviorEvent event;
    event.id.text = "t-1";
    event.customer.text = "C001";
    event.at = parse_rfc3339("2026-11-20T09:30:00.250Z").value();
    event.kind = BehaviorKind::transaction;
    event.platform = "app";
    event.feature = "groceries";
    event.action = "out";
    event.duration = std::chrono::milliseconds{1500};
    event.source = "/core/cards";
    return event;
}

// A sound event's text with one piece of it changed.
std::string changed(const std::string& from, const std::string& to) {
    std::string text = to_cloud_event(groceries());
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a behaviour event is written as a CloudEvent", "[personalization][cloud_event]") {
    CHECK(
        to_cloud_event(groceries()) ==
        R"({"specversion":"1.0","id":"t-1","source":"/core/cards","type":"parlance.behavior.transaction",)"
        R"("subject":"C001","time":"2026-11-20T09:30:00.250Z","data":{"platform":"app","feature":"groceries",)"
        R"("action":"out","duration_ms":1500,"properties":{}}})");
}

TEST_CASE("every kind of property comes back as it was", "[personalization][cloud_event]") {
    using Limits = std::numeric_limits<double>;
    const CalendarDate first{std::chrono::year{2026} / 11 / 1};
    const CalendarDate last{std::chrono::year{2026} / 11 / 20};
    const auto value = GENERATE_COPY(values<SlotValue>(
        {true, std::int64_t{3}, std::numeric_limits<std::int64_t>::min(),
         std::numeric_limits<std::int64_t>::max(), 0.1, 2.0, -0.0, Limits::denorm_min(), Limits::max(),
         Limits::infinity(), -Limits::infinity(), Money{-1250, {"EUR"}}, first, DateRange{first, last},
         std::string("Caf\u00e9 \"Ü\"\n\0x", 14), std::string(), std::string("2026-11-20")}));
    auto event = groceries();
    event.properties["value"] = value;
    const auto back = read_cloud_event(to_cloud_event(event));
    REQUIRE(back.has_value());
    CHECK(*back == event);
}

TEST_CASE("what is not a number stays that", "[personalization][cloud_event]") {
    auto event = groceries();
    event.properties["value"] = std::nan("");
    const auto back = read_cloud_event(to_cloud_event(event));
    REQUIRE(back.has_value());
    CHECK(std::isnan(std::get<double>(back->properties.at("value"))));
}

TEST_CASE("an event with extensions, an offset and no optional member is read",
          "[personalization][cloud_event]") {
    const auto event = read_cloud_event(R"({"specversion": "1.0", "id": "1", "source": "s", "subject": "C1",
        "type": "parlance.behavior.login", "time": "2026-11-20T10:30:00+01:00", "traceparent": "00-1",
        "datacontenttype": "application/json", "data": {}})");
    REQUIRE(event.has_value());
    CHECK(to_rfc3339(event->at) == "2026-11-20T09:30:00.000Z");
    CHECK(event->kind == BehaviorKind::login);
    CHECK(event->platform.empty());
}

TEST_CASE("what is wrong with an event is named with its place", "[personalization][cloud_event]") {
    const auto [from, to, expected] = GENERATE(table<std::string, std::string, std::string>({
        {"\"1.0\"", "\"0.3\"", R"(1:16: "specversion" must be "1.0")"},
        {"\"id\":\"t-1\",", "", R"("id" is missing)"},
        {"\"t-1\"", "\"\"", R"("id" is empty)"},
        {"\"t-1\"", "7", R"("id" must be a text, not number)"},
        {"behavior.transaction", "behavior.transacton",
         R"(unknown type "parlance.behavior.transacton"; did you mean "parlance.behavior.transaction"?)"},
        {"2026-11-20T09", "yesterday", R"("time" must be a time)"},
        {"\"platform\"", "\"pltform\"", R"(unknown member "pltform"; did you mean "platform"?)"},
        {"1500", "-1", R"("duration_ms" is negative)"},
        {"\"properties\":{}", "\"properties\":{\"a\":[]}", R"(property "a": a value is true, false)"},
        {"\"properties\":{}", R"("properties":{"a":{"kind":"mony","value":1}})", R"(did you mean "money"?)"},
        {"\"properties\":{}", R"("properties":{"a":{"kind":"date","value":"2026-02-30"}})", "a date such as"},
        {"\"properties\":{}", R"("properties":{"a":1,"a":2})", R"("a" is given twice)"},
        {"\"data\"", "\"dat\"", R"("data" is missing)"},
    }));
    CAPTURE(to);
    const auto event = read_cloud_event(changed(from, to));
    REQUIRE(event.has_error());
    CHECK(event.error().code == ErrorCode::bad_request);
    CHECK_THAT(event.error().detail, Catch::Contains(expected));
}

TEST_CASE("everything wrong with an event is told at once, and no value of it",
          "[personalization][cloud_event]") {
    const auto event = read_cloud_event(
        R"({"specversion":"1.0","id":"secret-1","source":5,"subject":"Jane Doe","type":"x","time":"then"})");
    REQUIRE(event.has_error());
    for (const char* part : {"source", "type", "time", "data"})
        CHECK_THAT(event.error().detail, Catch::Contains(part));
    for (const char* value : {"secret-1", "Jane", "then"})
        CHECK_THAT(event.error().detail, !Catch::Contains(value));
}

TEST_CASE("a text that is no JSON is refused with its place", "[personalization][cloud_event]") {
    const auto text = GENERATE(as<std::string>{}, "", "{", "login", "{\"id\": \"\xff\"}", "{} {}");
    const auto event = read_cloud_event(text);
    REQUIRE(event.has_error());
    CHECK(event.error().code == ErrorCode::bad_json);
    CHECK_THAT(event.error().detail, Catch::StartsWith("1:"));
}

TEST_CASE("a batch is taken apart into the texts of its events", "[personalization][cloud_event]") {
    const std::string good = to_cloud_event(groceries());
    const std::string batch = "[" + good + ",\n {} ,\n\n\t\"a, b\"\n , " + good + " ]\n";
    CHECK(texts_of_batch(batch).value() == std::vector<std::string_view>{good, "{}", "\"a, b\"", good});
    CHECK(texts_of_batch("[]")->empty());
    CHECK(texts_of_batch(good).error().code == ErrorCode::bad_request);
    CHECK(texts_of_batch("[").error().code == ErrorCode::bad_json);
}
