#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "dialogue/machine.h"
#include "dialogue/tracker.h"
#include "tests/dialogue/small_flows.h"

namespace parlance::tests {

using namespace dialogue;
using Said = std::vector<std::string>;

inline const ConversationId conversation{"c1"};
inline const SlotValue anna{std::string("Anna")};
inline const SlotValue fifty{Money{5000, {"EUR"}}};

// A conversation with the machine alone: the host is whatever the test says it is.
class Conversation {
public:
    explicit Conversation(const Flows& flows) : flows_(flows) {}

    // The responses that these commands lead to, in order.
    std::vector<std::string> give(const std::vector<Command>& commands) {
        const auto before = state;
        auto transition = advance({flows_, conversation, {}}, state, commands);
        REQUIRE(transition.has_value());
        CHECK(advance({flows_, conversation, {}}, before, commands)->events == transition->events);
        auto folded = before;
        for (const auto& event : transition->events) folded = dialogue::apply(std::move(folded), event);
        CHECK(folded == transition->next);
        state = std::move(transition->next);
        std::vector<std::string> said;
        for (const auto& planned : transition->actions) {
            if (const auto* say = std::get_if<Say>(&planned.action)) said.push_back(say->response.text);
            if (const auto* ask = std::get_if<Ask>(&planned.action)) said.push_back(ask->response.text);
            if (const auto* act = std::get_if<Act>(&planned.action)) keys.push_back(act->idempotency_key);
            if (std::holds_alternative<NotifyAdvisor>(planned.action)) ++advisors_called;
        }
        return said;
    }

    std::vector<std::string> host_says(const std::string& available) {
        return give({HostReplied{HostReplied::Outcome::done,
                                 {{{"account.available"}, parse_money(available).value(), "ledger", {}}},
                                 {}}});
    }

    // Up to the confirmation of "pay".
    void reach_confirmation() {
        give({StartFlow{{"pay"}, {{{"payee"}, anna}, {{"amount"}, fifty}}}});
        give({RefuseSlot{}});
        host_says("100 EUR");
        REQUIRE(state.phase == Phase::confirming);
    }

    DialogueState state;
    std::vector<std::string> keys;
    int advisors_called = 0;

private:
    const Flows& flows_;
};

}  // namespace parlance::tests
