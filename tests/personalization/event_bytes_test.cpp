#include "personalization/storage/event_bytes.h"

#include <catch2/catch.hpp>

#include <limits>

#include "tests/personalization/customer_builder.h"

using namespace parlance;
using namespace parlance::personalization;

namespace {

BehaviorEvent event_with(const SlotValue& value) {
    auto event = tests::event_before(1, BehaviorKind::complaint, "cards", "made");
    event.duration = std::chrono::milliseconds{-1};
    event.properties["value"] = value;
    return event;
}

}  // namespace

TEST_CASE("an event outlives its bytes, but for whose it is", "[personalization][stores]") {
    const auto value =
        GENERATE(as<SlotValue>(), false, std::numeric_limits<std::int64_t>::max(), -0.0,
                 std::numeric_limits<double>::infinity(), Money{-1, {"JPY"}},
                 CalendarDate{std::chrono::year{-1} / 2 / 29},
                 DateRange{{std::chrono::year{2026} / 1 / 1}, {std::chrono::year{2026} / 12 / 31}},
                 std::string("\0\xff", 2));
    const auto event = event_with(value);
    const auto bytes = to_event_bytes(event);
    auto back = read_event_bytes(bytes);
    REQUIRE(back.has_value());
    CHECK(back->id.empty());
    CHECK(back->customer.empty());
    CHECK(back->source.empty());
    back->id = event.id;
    back->customer = event.customer;
    back->source = event.source;
    CHECK(*back == event);
}

TEST_CASE("an event's damaged bytes are refused", "[personalization][stores]") {
    const auto whole = to_event_bytes(event_with(Money{1, {"EUR"}}));
    for (std::size_t size = 0; size < whole.size(); ++size) {
        CAPTURE(size);
        CHECK(read_event_bytes(whole.substr(0, size)).has_error());
    }
    CHECK(read_event_bytes(whole + "x").has_error());
    auto misspelt = whole;
    misspelt.replace(misspelt.find("complaint"), 9, "compliant");
    CHECK(read_event_bytes(misspelt).error().code == ErrorCode::storage_failed);
    CHECK(read_event_bytes("\x02" + whole.substr(1)).error().detail.find("version 2") != std::string::npos);
}
