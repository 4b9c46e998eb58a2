#include "dialogue/machine.h"

#include "tests/dialogue/machine_conversation.h"

using namespace parlance;
using namespace parlance::tests;

TEST_CASE("a flow asks only for what the message did not bring", "[dialogue][machine]") {
    SmallFlows pack;
    Conversation talk(pack.flows);
    CHECK(talk.give({StartFlow{{"pay"}, {}}}) == Said{"pay.ask_payee"});
    CHECK(talk.give({SetSlot{{"payee"}, anna}, SetSlot{{"amount"}, fifty}}) == Said{"pay.ask_note"});
    CHECK(talk.state.asked == SlotName{"note"});
}

TEST_CASE("money moves after a yes, once, under a key of its own", "[dialogue][machine]") {
    SmallFlows pack;
    Conversation talk(pack.flows);
    talk.reach_confirmation();
    CHECK(talk.give({AnswerYesNo{true}}).empty());
    REQUIRE(talk.keys.size() == 1);
    CHECK(talk.state.phase == Phase::host);
    CHECK(talk.give({HostReplied{}}) == Said{"pay.done"});
    CHECK(talk.state.phase == Phase::idle);
    CHECK(talk.give({AnswerYesNo{true}}) == Said{"repair.cannot_handle"});
    CHECK(talk.keys.size() == 1);
}

TEST_CASE("a no at the confirmation ends the task without acting", "[dialogue][machine]") {
    SmallFlows pack;
    Conversation talk(pack.flows);
    talk.reach_confirmation();
    talk.give({AnswerYesNo{false}});
    CHECK(talk.keys.empty());
    CHECK(talk.state.frames.empty());
}

TEST_CASE("the host's refusal takes the flow's way out", "[dialogue][machine]") {
    SmallFlows pack;
    Conversation talk(pack.flows);
    talk.reach_confirmation();
    talk.give({AnswerYesNo{true}});
    CHECK(talk.give({HostReplied{HostReplied::Outcome::refused, {}, "not_enough_money"}}) ==
          Said{"pay.refused"});
}

TEST_CASE("an unknown outcome of an action is said, not guessed", "[dialogue][machine]") {
    SmallFlows pack;
    Conversation talk(pack.flows);
    talk.reach_confirmation();
    talk.give({AnswerYesNo{true}});
    CHECK(talk.give({HostReplied{HostReplied::Outcome::unavailable, {}, {}}}) == Said{"repair.no_answer"});
}

TEST_CASE("a correction at the confirmation is checked and confirmed again", "[dialogue][machine]") {
    SmallFlows pack;
    Conversation talk(pack.flows);
    talk.reach_confirmation();
    CHECK(talk.give({CorrectSlot{{"amount"}, Money{6000, {"EUR"}}}}) == Said{"repair.corrected"});
    CHECK(talk.host_says("100 EUR") == Said{"pay.confirm"});
    CHECK(talk.state.frames.back().slots.at({"amount"}) == SlotValue{Money{6000, {"EUR"}}});
    talk.give({CorrectSlot{{"amount"}, Money{20000, {"EUR"}}}});
    CHECK(talk.host_says("100 EUR") == Said{"pay.too_much"});
}

TEST_CASE("a correction that is not valid keeps the old value", "[dialogue][machine]") {
    SmallFlows pack;
    Conversation talk(pack.flows);
    talk.reach_confirmation();
    CHECK(talk.give({CorrectSlot{{"amount"}, Money{-100, {"EUR"}}}}) ==
          Said{"pay.bad_amount", "pay.confirm"});
    CHECK(talk.state.frames.back().slots.at({"amount"}) == fifty);
}

TEST_CASE("a correction clears the slots that depended on the old value", "[dialogue][machine]") {
    SmallFlows pack;
    Conversation talk(pack.flows);
    talk.give({StartFlow{{"pay"}, {{{"payee"}, anna}, {{"amount"}, fifty}}}});
    talk.give({SetSlot{{"note"}, std::string("rent")}});
    talk.host_says("100 EUR");
    CHECK(talk.give({CorrectSlot{{"payee"}, std::string("Ben")}}) ==
          Said{"repair.corrected", "pay.ask_note"});
}

TEST_CASE("a question in a form is answered and the form asks again, once", "[dialogue][machine]") {
    SmallFlows pack;
    Conversation talk(pack.flows);
    talk.give({StartFlow{{"pay"}, {}}});
    CHECK(talk.give({AnswerQuestion{{"answer_hours"}, {}}}) == Said{"hours.answer", "pay.ask_payee"});
    CHECK(talk.state.failed_attempts == 0);
    CHECK(talk.give({SetSlot{{"payee"}, anna}, AnswerQuestion{{"answer_hours"}, {}}}) ==
          Said{"hours.answer", "pay.ask_amount"});
}

TEST_CASE("another task runs in between and the first one comes back", "[dialogue][machine]") {
    SmallFlows pack;
    Conversation talk(pack.flows);
    talk.give({StartFlow{{"pay"}, {{{"payee"}, anna}}}});
    CHECK(talk.give({StartFlow{{"order"}, {}}}) == Said{"order.ask_item"});
    CHECK(talk.state.frames.size() == 2);
    CHECK(talk.give({SetSlot{{"item"}, std::string("pen")}}) == Said{"repair.resume", "pay.ask_amount"});
}

TEST_CASE("a flow may ask before it is left, and before it comes back", "[dialogue][machine]") {
    SmallFlows pack;
    Conversation talk(pack.flows);
    talk.give({StartFlow{{"order"}, {}}});
    CHECK(talk.give({StartFlow{{"pay"}, {}}}) == Said{"repair.offer_switch"});
    CHECK(talk.give({CannotHandle{}}) == Said{"repair.yes_or_no", "repair.offer_switch"});
    CHECK(talk.give({AnswerYesNo{false}}) == Said{"order.ask_item"});
    talk.give({StartFlow{{"pay"}, {}}});
    CHECK(talk.give({AnswerYesNo{true}}) == Said{"pay.ask_payee"});
    CHECK(talk.give({CancelFlow{}}) == Said{"repair.cancelled_flow", "repair.offer_return"});
    CHECK(talk.give({AnswerYesNo{true}}) == Said{"order.ask_item"});
}

TEST_CASE("declining to return drops the task", "[dialogue][machine]") {
    SmallFlows pack;
    Conversation talk(pack.flows);
    talk.give({StartFlow{{"order"}, {}}});
    talk.give({StartFlow{{"pay"}, {}}});
    talk.give({AnswerYesNo{true}});
    talk.give({CancelFlow{}});
    talk.give({AnswerYesNo{false}});
    CHECK(talk.state.frames.empty());
    CHECK(talk.state.phase == Phase::idle);
}

TEST_CASE("a flow that lets nothing in between puts the task off", "[dialogue][machine]") {
    SmallFlows pack;
    Conversation talk(pack.flows);
    talk.give({StartFlow{{"lock"}, {}}});
    CHECK(talk.give({StartFlow{{"order"}, {}}}) == Said{"repair.queued", "lock.ask_pin"});
    CHECK(talk.give({AnswerQuestion{{"answer_hours"}, {}}}) == Said{"lock.ask_pin"});
    CHECK(talk.give({SetSlot{{"pin"}, std::int64_t{1234}}}) == Said{"order.ask_item"});
}

TEST_CASE("two tasks in one message run one after the other", "[dialogue][machine]") {
    SmallFlows pack;
    Conversation talk(pack.flows);
    CHECK(talk.give({StartFlow{{"lock"}, {}}, StartFlow{{"order"}, {}}}) ==
          Said{"repair.queued", "lock.ask_pin"});
    CHECK(talk.give({SetSlot{{"pin"}, std::int64_t{1}}}) == Said{"order.ask_item"});
}

TEST_CASE("a task that is put off keeps what was said for it", "[dialogue][machine]") {
    SmallFlows pack;
    Conversation talk(pack.flows);
    talk.give({StartFlow{{"lock"}, {}}, StartFlow{{"pay"}, {{{"payee"}, anna}}}});
    CHECK(talk.give({SetSlot{{"pin"}, std::int64_t{1}}}) == Said{"pay.ask_amount"});
}

TEST_CASE("while a person has the conversation the assistant stays out of it", "[dialogue][machine]") {
    SmallFlows pack;
    Conversation talk(pack.flows);
    talk.give({HandOff{"asked"}});
    CHECK(talk.give({StartFlow{{"pay"}, {}}}) == Said{"repair.already_handed_off"});
    CHECK(talk.state.phase == Phase::handed_off);
    CHECK(talk.give({CancelFlow{}}) == Said{"repair.taken_back"});
    CHECK(talk.give({StartFlow{{"pay"}, {}}}) == Said{"pay.ask_payee"});
}

TEST_CASE("what does not exist takes the step's way out; an outage does not", "[dialogue][machine]") {
    SmallFlows pack;
    auto flows = pack.flows.all();
    for (auto& flow : flows) {
        if (flow.name.text == "pay") std::get<LookUpStep>(flow.steps.at({"find"})).unknown = StepName{"poor"};
    }
    const Flows with_way_out(flows);
    const auto [outcome, said] = GENERATE(table<HostReplied::Outcome, std::string>({
        {HostReplied::Outcome::not_found, "pay.too_much"},
        {HostReplied::Outcome::unavailable, "repair.no_answer"},
    }));
    Conversation talk(with_way_out);
    talk.give({StartFlow{{"pay"}, {{{"payee"}, anna}, {{"amount"}, fifty}}}});
    talk.give({RefuseSlot{}});
    CHECK(talk.give({HostReplied{outcome, {}, {}}}) == Said{said});
}

TEST_CASE("three failed answers call a person", "[dialogue][machine]") {
    SmallFlows pack;
    Conversation talk(pack.flows);
    talk.give({StartFlow{{"pay"}, {}}});
    CHECK(talk.give({CannotHandle{}}) == Said{"repair.cannot_handle_in_flow", "pay.ask_payee"});
    talk.give({CannotHandle{}});
    CHECK(talk.give({CannotHandle{}}) == Said{"repair.hand_off"});
    CHECK(talk.state.phase == Phase::handed_off);
    CHECK(talk.advisors_called == 1);
}

TEST_CASE("three clarifications in a row call a person", "[dialogue][machine]") {
    SmallFlows pack;
    Conversation talk(pack.flows);
    const Clarify which{{{"pay"}, {"order"}}};
    CHECK(talk.give({which}) == Said{"repair.clarify"});
    CHECK(talk.state.phase == Phase::clarifying);
    talk.give({which});
    CHECK(talk.give({which}) == Said{"repair.hand_off"});
}

TEST_CASE("reasons, pauses and refusals leave the question open", "[dialogue][machine]") {
    SmallFlows pack;
    Conversation talk(pack.flows);
    talk.give({StartFlow{{"pay"}, {}}});
    CHECK(talk.give({ExplainSlot{}}) == Said{"pay.why_payee", "pay.ask_payee"});
    CHECK(talk.give({Pause{}}) == Said{"repair.waiting"});
    CHECK(talk.state.phase == Phase::asking);
    CHECK(talk.give({RefuseSlot{}}) == Said{"repair.refused_required", "pay.ask_payee"});
    talk.give({SetSlot{{"payee"}, anna}, SetSlot{{"amount"}, fifty}});
    CHECK(talk.give({RefuseSlot{}}) == Said{"repair.skipped"});
    CHECK(talk.state.phase == Phase::host);
}

TEST_CASE("a value of the wrong type is asked for again", "[dialogue][machine]") {
    SmallFlows pack;
    Conversation talk(pack.flows);
    talk.give({StartFlow{{"lock"}, {}}});
    CHECK(talk.give({SetSlot{{"pin"}, 12.5}}) == Said{"repair.cannot_handle_in_flow", "lock.ask_pin"});
}

TEST_CASE("commands for flows that do not exist are errors, not crashes", "[dialogue][machine]") {
    SmallFlows pack;
    CHECK(advance({pack.flows, conversation, {}}, {}, std::vector<Command>{StartFlow{{"nope"}, {}}})
              .error()
              .code == ErrorCode::unknown_flow);
    DialogueState lost;
    lost.frames.push_back({{"gone"}, {}, {"x"}, FrameKind::regular, {}, {}, {}, 1});
    CHECK(advance({pack.flows, conversation, {}}, lost, std::vector<Command>{CannotHandle{}}).error().code ==
          ErrorCode::unknown_flow);
}

TEST_CASE("every command is safe in every phase", "[dialogue][machine]") {
    SmallFlows pack;
    const std::vector<Command> commands{StartFlow{{"pay"}, {}},
                                        StartFlow{{"order"}, {}},
                                        StartFlow{{"lock"}, {}},
                                        SetSlot{{"payee"}, anna},
                                        SetSlot{{"amount"}, fifty},
                                        SetSlot{{"nope"}, anna},
                                        CorrectSlot{{"amount"}, fifty},
                                        AskCorrection{},
                                        AnswerYesNo{true},
                                        AnswerYesNo{false},
                                        RefuseSlot{},
                                        ExplainSlot{},
                                        CancelFlow{},
                                        Clarify{{{"pay"}, {"order"}}},
                                        Repeat{},
                                        Pause{},
                                        HandOff{"asked"},
                                        AnswerQuestion{{"answer_hours"}, {}},
                                        CannotHandle{},
                                        HostReplied{}};
    std::uint64_t seed = 42;
    for (int walk = 0; walk < 60; ++walk) {
        Conversation talk(pack.flows);
        for (int turn = 0; turn < 25; ++turn) {
            seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
            talk.give({talk.state.phase == Phase::host ? Command{HostReplied{}}
                                                       : commands[(seed >> 33) % commands.size()]});
            CHECK((talk.state.phase == Phase::idle || talk.state.phase == Phase::handed_off ||
                   talk.state.phase == Phase::clarifying || !talk.state.frames.empty()));
        }
    }
}
