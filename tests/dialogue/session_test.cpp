#include "dialogue/session.h"

#include "tests/dialogue/machine_conversation.h"

using namespace parlance;
using namespace parlance::tests;
using namespace std::chrono_literals;

namespace {

constexpr TimePoint noon{std::chrono::hours{12}};

Tracker silent_since(TimePoint at, Phase phase = Phase::idle) {
    Tracker tracker;
    tracker.events.push_back(BotSpoke{"m1", {}, {}, {}, at});
    tracker.state.phase = phase;
    return tracker;
}

void expire(Conversation& talk, const Flows& flows) {
    for (const auto& event : expire_session(talk.state, flows, noon))
        talk.state = dialogue::apply(std::move(talk.state), event);
}

}  // namespace

TEST_CASE("a session is over after the silence that the pack allows", "[dialogue][session]") {
    CHECK_FALSE(is_session_over(Tracker{}, noon, 60min));
    CHECK_FALSE(is_session_over(silent_since(noon), noon + 60min, 60min));
    CHECK(is_session_over(silent_since(noon), noon + 61min, 60min));
    CHECK_FALSE(is_session_over(silent_since(noon), noon + 9000h, 0min));
    CHECK_FALSE(is_session_over(silent_since(noon, Phase::handed_off), noon + 9000h, 60min));
}

TEST_CASE("an expired task keeps what its flow carries over and is offered", "[dialogue][session]") {
    SmallFlows pack;
    Conversation talk(pack.flows);
    talk.reach_confirmation();
    expire(talk, pack.flows);
    REQUIRE(talk.state.frames.size() == 1);
    CHECK(talk.state.frames.back().slots == Slots{{{"payee"}, anna}});
    CHECK(talk.state.frames.back().facts.empty());
    CHECK(talk.state.phase == Phase::idle);
    CHECK(talk.give({WelcomeBack{}}) == Said{"repair.welcome_back", "repair.offer_return"});
    CHECK(talk.give({AnswerYesNo{true}}) == Said{"pay.ask_amount"});
    CHECK_FALSE(talk.state.frames.back().suspended);
}

TEST_CASE("a yes from before the session's end acts on nothing", "[dialogue][session]") {
    SmallFlows pack;
    Conversation talk(pack.flows);
    talk.reach_confirmation();
    expire(talk, pack.flows);
    talk.give({AnswerYesNo{true}});
    CHECK(talk.keys.empty());
    CHECK(talk.state.phase == Phase::offering_return);
    talk.give({AnswerYesNo{false}});
    CHECK(talk.state.frames.empty());
    CHECK(talk.keys.empty());
}

TEST_CASE("an answer in front of the offer does not lose the offer", "[dialogue][session]") {
    SmallFlows pack;
    Conversation talk(pack.flows);
    talk.reach_confirmation();
    expire(talk, pack.flows);
    CHECK(talk.give({AnswerQuestion{{"answer_hours"}, {}}}) == Said{"hours.answer", "repair.offer_return"});
    CHECK(talk.give({AnswerQuestion{{"answer_hours"}, {}}}) == Said{"hours.answer", "repair.offer_return"});
}

TEST_CASE("a task that has acted ends with its session", "[dialogue][session]") {
    SmallFlows pack;
    Conversation talk(pack.flows);
    talk.reach_confirmation();
    talk.give({AnswerYesNo{true}});
    auto state = talk.state;
    state.frames.back().step = {"done"};
    const auto events = expire_session(state, pack.flows, noon);
    REQUIRE(events.size() == 2);
    CHECK(events.front() == TrackerEvent{FrameEnded{{"pay"}, FrameOutcome::dropped}});
    CHECK(events.back() == TrackerEvent{SessionExpired{{}, noon}});
}

TEST_CASE("the same task asked for again begins afresh", "[dialogue][session]") {
    SmallFlows pack;
    Conversation talk(pack.flows);
    talk.reach_confirmation();
    expire(talk, pack.flows);
    CHECK(talk.give({StartFlow{{"pay"}, {{{"amount"}, fifty}}}}) == Said{"pay.ask_payee"});
    CHECK(talk.state.frames.size() == 1);
}
