#include "websocket/script_transport.h"

#include "dialogue/storage/memory_tracker_store.h"
#include "personalization/storage/memory_event_store.h"
#include "tests/websocket/running_server.h"

namespace parlance::tests {

TEST_CASE("a script sees the same over a WebSocket as straight from the engine", "[websocket][script]") {
    auto& shared = SharedAssistant::get();
    personalization::MemoryEventStore behavior;
    dialogue::MemoryTrackerStore trackers;
    const auto clock = system_clock();
    dialogue::TurnEngine engine(shared.assistant, {*shared.bank, *shared.bank, trackers, behavior, clock});
    const dialogue::ScriptStage near{engine, trackers, clock, {"near"}, {"C001"}, {"en"}};
    const dialogue::ScriptStage far{engine, trackers, clock, {"far"}, {"C001"}, {"en"}};
    const auto directly = dialogue::engine_transport()(near);
    const auto over_socket = websocket::websocket_transport()(far);
    REQUIRE(directly.has_value());
    REQUIRE(over_socket.has_value());
    int number = 0;
    for (const std::string text :
         {"what is my balance", "I want to send money", "50 euros", "stop", "", "hello"}) {
        CAPTURE(text);
        const dialogue::ScriptMessage message{text, "m" + std::to_string(++number)};
        const auto expected = (*directly)(message);
        const auto seen = (*over_socket)(message);
        REQUIRE(expected.has_value());
        REQUIRE(seen.has_value());
        CHECK(seen->error == expected->error);
        CHECK(seen->intent == expected->intent);
        CHECK(seen->said == expected->said);
        CHECK(seen->flow == expected->flow);
        CHECK(seen->step == expected->step);
        CHECK(seen->phase == expected->phase);
        CHECK(seen->slots == expected->slots);
        CHECK(seen->facts == expected->facts);
        CHECK(seen->sources == expected->sources);
        CHECK(seen->offers == expected->offers);
        CHECK(seen->actions == expected->actions);
    }
    const auto tracker = trackers.load({"far"});
    REQUIRE(tracker.has_value());
    CHECK(tracker->state.turns == 5);
}

}  // namespace parlance::tests
