#include "dialogue/outreach_desk.h"

#include "dialogue/storage/demo_bank.h"
#include "dialogue/storage/memory_tracker_store.h"
#include "personalization/storage/memory_event_store.h"
#include "tests/dialogue/banking_assistant.h"

using namespace parlance;
using namespace parlance::dialogue;
using personalization::OutreachBook;
using personalization::OutreachState;

namespace {

const CustomerId idle_customer{"C004"};  // has more in the current account than he needs

// The desk over the banking pack and the demo bank, with a clock that the test sets.
struct Desk {
    TimePoint now = std::chrono::floor<std::chrono::days>(system_clock()()) + std::chrono::hours(11);
    std::unique_ptr<DemoBank> bank = DemoBank::open(":memory:", *tests::banking_world().source, now).value();
    personalization::MemoryEventStore behavior;
    MemoryTrackerStore trackers;
    std::unique_ptr<personalization::AuditLog> audit = personalization::AuditLog::open(":memory:").value();
    std::unique_ptr<OutreachBook> book = OutreachBook::open(":memory:").value();
    TurnCollaborators collaborators{*bank, *bank, trackers, behavior, [this] { return now; }, audit.get()};
    TurnEngine engine{tests::banking_world().assistant, collaborators};
    OutreachDesk desk{engine, collaborators, *book, {}};

    static Deadline soon() { return std::chrono::steady_clock::now() + std::chrono::minutes(1); }

    std::optional<ToldOutreach> speak(const std::string& conversation) {
        const auto told = desk.speak({{conversation}, idle_customer, {"en"}, soon()});
        REQUIRE(told.has_value());
        return *told;
    }
    TurnTaken say(const std::string& conversation, const std::string& id, const std::string& text) {
        return engine.take_turn({{conversation}, idle_customer, text, {"en"}, id, soon()}).value();
    }
    personalization::OutreachEntry entry() { return book->entries_of(idle_customer).value().front(); }
};

}  // namespace

TEST_CASE("a customer with idle cash is told so, once, and can act on it", "[outreach][dialogue]") {
    Desk bank;
    REQUIRE(bank.desk.look_at(idle_customer).value().size() == 1);
    CHECK(bank.desk.look_at(idle_customer).value().empty());
    const auto told = bank.speak("one");
    REQUIRE(told.has_value());
    CHECK(told->entry.trigger == "idle_cash");
    CHECK(told->taken.turn.reply.text.find("current account") != std::string::npos);
    REQUIRE_FALSE(told->taken.turn.reply.actions.empty());
    CHECK(told->taken.turn.reply.actions.front().payload == "/open_savings");
    CHECK(bank.entry().state == OutreachState::said);
    CHECK_FALSE(bank.speak("one").has_value());
    CHECK_FALSE(bank.speak("two").has_value());
    const auto started = bank.say("one", "m1", "/open_savings");
    CHECK_FALSE(started.state.frames.empty());
}

TEST_CASE("what was said unasked is part of the conversation and of the audit trail",
          "[outreach][dialogue]") {
    Desk bank;
    REQUIRE(bank.desk.look_at(idle_customer).has_value());
    const auto told = bank.speak("one");
    REQUIRE(told.has_value());
    const auto tracker = bank.trackers.load({"one"}).value();
    CHECK(last_reply(tracker)->reply == told->taken.turn.reply);
    CHECK(fold(tracker.events) == tracker.state);
    const auto audited = bank.audit->entries_of(idle_customer).value();
    CHECK(audited.size() == told->taken.turn.reply.recommendations.size());
    CHECK_FALSE(audited.empty());
}

TEST_CASE("nobody is interrupted: an open task goes first", "[outreach][dialogue]") {
    Desk bank;
    bank.say("one", "m1", "/transfer_money");
    REQUIRE(bank.desk.look_at(idle_customer).has_value());
    CHECK_FALSE(bank.speak("one").has_value());
    CHECK(bank.entry().reason == "open_task");
    bank.say("one", "m2", "/cancel");
    CHECK_FALSE(bank.speak("one").has_value());  // not at once
    bank.now += std::chrono::minutes(6);
    CHECK(bank.speak("one").has_value());
}

TEST_CASE("at night it waits for the morning", "[outreach][dialogue]") {
    Desk bank;
    bank.now += std::chrono::hours(11);
    REQUIRE(bank.desk.look_at(idle_customer).has_value());
    CHECK_FALSE(bank.speak("one").has_value());
    CHECK(bank.entry().reason == "quiet_hours");
    bank.now += std::chrono::hours(10);
    CHECK(bank.speak("one").has_value());
}

TEST_CASE("what was noted before a crash is said once after it", "[outreach][dialogue]") {
    Desk bank;
    REQUIRE(bank.desk.look_at(idle_customer).has_value());
    const auto before = bank.entry();
    const auto told = bank.speak("one");
    REQUIRE(told.has_value());
    // The turn was stored, the book's note of it was lost.
    REQUIRE(bank.book->keep(before));
    const auto again = bank.speak("one");
    REQUIRE(again.has_value());
    CHECK(again->taken.repeated);
    CHECK(bank.trackers.load({"one"})->events.size() == 1);
    CHECK(bank.entry().state == OutreachState::said);
}

TEST_CASE("an unknown customer is not looked at", "[outreach][dialogue]") {
    Desk bank;
    const auto looked = bank.desk.look_at({"C999"});
    REQUIRE_FALSE(looked.has_value());
    CHECK(looked.error().code == ErrorCode::unknown_customer);
}
