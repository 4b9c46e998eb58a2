#include "personalization/ingest/event_ingest.h"

#include <catch2/catch.hpp>

#include "personalization/cloud_event.h"
#include "personalization/storage/memory_event_store.h"

using namespace parlance;
using namespace parlance::personalization;
using Outcome = IngestReceipt::Outcome;
using std::chrono::days;
using std::chrono::minutes;

namespace {

const TimePoint now = parse_rfc3339("2026-11-20T12:00:00Z").value();

BehaviorEvent event(std::string id, TimePoint at) {
    BehaviorEvent event;
    event.id.text = std::move(id);
    event.customer.text = "C1";
    event.at = at;
    event.kind = BehaviorKind::login;
    event.feature = "app";
    return event;
}

// An ingest over stores in memory, at a fixed moment.
struct Intake {
    MemoryEventStore events;
    std::unique_ptr<DeadLetters> dead = std::move(*DeadLetters::open(":memory:"));
    TimePoint clock = now;
    EventIngest ingest{events, *dead, [this] { return clock; }};

    std::uint64_t counted() const { return events.state_of({"C1"}, Purpose::service)->events(); }
};

}  // namespace

TEST_CASE("what becomes of an event depends on its time and on what came before",
          "[personalization][ingest]") {
    Intake intake;
    REQUIRE(intake.ingest.track_behavior(event("first", now)).value().outcome == Outcome::accepted);
    const auto [id, at, outcome, reason] =
        GENERATE(table<std::string, TimePoint, Outcome, std::optional<DeadReason>>({
            {"second", now, Outcome::accepted, std::nullopt},
            {"first", now, Outcome::repeated, std::nullopt},
            {"older", now - days{7}, Outcome::accepted, std::nullopt},
            {"old", now - days{7} - minutes{1}, Outcome::dead, DeadReason::late},
            {"ahead", now + minutes{5}, Outcome::accepted, std::nullopt},
            {"far ahead", now + minutes{6}, Outcome::dead, DeadReason::from_the_future},
        }));
    CAPTURE(id);
    const auto receipt = intake.ingest.track_behavior(event(id, at));
    REQUIRE(receipt.has_value());
    CHECK(receipt->outcome == outcome);
    CHECK(receipt->reason == reason);
    CHECK(receipt->detail.empty() == (outcome != Outcome::dead));
    CHECK(intake.counted() == (outcome == Outcome::accepted ? 2 : 1));
    const auto letters = intake.dead->all();
    REQUIRE(letters->size() == (outcome == Outcome::dead ? 1 : 0));
    if (outcome != Outcome::dead) return;
    CHECK(letters->front().reason == reason);
    CHECK(read_cloud_event(letters->front().text).value() == event(id, at));
}

TEST_CASE("the same id from another source is another event", "[personalization][ingest]") {
    Intake intake;
    auto other = event("e", now);
    other.source = "/elsewhere";
    const auto receipts = intake.ingest.track(std::vector{event("e", now), other, event("e", now)});
    REQUIRE(receipts->size() == 3);
    CHECK((*receipts)[1].outcome == Outcome::accepted);
    CHECK((*receipts)[2].outcome == Outcome::repeated);
    CHECK(intake.counted() == 2);
}

TEST_CASE("bad texts among good ones are kept as they came, with what is wrong",
          "[personalization][ingest]") {
    Intake intake;
    const std::string good = to_cloud_event(event("e", now));
    const std::vector<std::string_view> texts{good, R"({"id": "x"})", "no JSON", good};
    const auto receipts = intake.ingest.track_texts(texts);
    REQUIRE(receipts->size() == 4);
    CHECK((*receipts)[0].outcome == Outcome::accepted);
    CHECK((*receipts)[1].reason == DeadReason::unreadable);
    CHECK_THAT((*receipts)[1].detail, Catch::Contains("\"subject\""));
    CHECK((*receipts)[2].reason == DeadReason::unreadable);
    CHECK((*receipts)[3].outcome == Outcome::repeated);
    const auto letters = intake.dead->all();
    REQUIRE(letters->size() == 2);
    CHECK(letters->at(0).text == R"({"id": "x"})");
    CHECK(letters->at(1).text == "no JSON");
    CHECK(intake.ingest.track_texts({})->empty());
}

TEST_CASE("dead letters can be tried again", "[personalization][ingest]") {
    Intake intake;
    REQUIRE(
        intake.ingest
            .track(std::vector{event("e", now), event("late", now - days{9}), event("early", now + days{1})})
            .has_value());
    const std::string_view broken = "no JSON";
    REQUIRE(intake.ingest.track_texts({&broken, 1}).has_value());

    SECTION("nothing has changed: all stay") {
        const auto counts = intake.ingest.replay(Lateness::refuse);
        CHECK(counts->accepted == 0);
        CHECK(counts->still_dead == 3);
        CHECK(intake.dead->all()->size() == 3);
    }
    SECTION("time has passed: what was early counts") {
        intake.clock = now + days{1};
        const auto counts = intake.ingest.replay(Lateness::refuse);
        CHECK(counts->accepted == 1);
        CHECK(counts->still_dead == 2);
        CHECK(intake.counted() == 2);
    }
    SECTION("late ones are let in: the state is as if they had come in order") {
        const auto counts = intake.ingest.replay(Lateness::accept);
        CHECK(counts->accepted == 1);
        CHECK(intake.dead->all()->size() == 2);
        CustomerState ordered;
        ordered.apply(event("late", now - days{9}));
        ordered.apply(event("e", now));
        CHECK(intake.events.state_of({"C1"}, Purpose::service)->serialise() == ordered.serialise());
    }
    SECTION("what was counted meanwhile leaves too") {
        REQUIRE(intake.events.append(event("late", now - days{9})).has_value());
        const auto counts = intake.ingest.replay(Lateness::refuse);
        CHECK(counts->repeated == 1);
        CHECK(intake.dead->all()->size() == 2);
    }
}
