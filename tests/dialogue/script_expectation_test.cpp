#include "dialogue/script_expectation.h"

#include <catch2/catch.hpp>

using namespace parlance;
using namespace parlance::dialogue;

namespace {

ObservedTurn seen() {
    ObservedTurn turn;
    turn.intent = "transfer_money";
    turn.said = {"transfer.ask_amount", "transfer.confirm"};
    turn.text = "Send 50.00 EUR to Jonas Weber?";
    turn.flow = "transfer_money";
    turn.step = "confirm";
    turn.phase = "confirming";
    turn.slots = {{"amount", "50.00 EUR"}, {"payee", "Jonas"}};
    turn.facts = {{"account.balance", "100.00 EUR"}};
    turn.sources = {"ledger"};
    turn.offers = {"o-1", "o-2"};
    turn.actions = {"Yes", "No"};
    return turn;
}

std::optional<std::string> judged(const Expectation& expectation, const ObservedTurn& turn) {
    return mismatch(expectation, {turn, [](const std::string& account) -> Result<Money> {
                                      if (account == "current") return Money{100, {"EUR"}};
                                      return Error{ErrorCode::not_found, "no such account"};
                                  }});
}

}  // namespace

TEST_CASE("an expectation that holds is silent", "[dialogue][script]") {
    const auto expectation = GENERATE(
        Expectation{ExpectSaid{{{"transfer.ask_amount"}, {"transfer.confirm"}}, false}},
        Expectation{ExpectSaid{{{"transfer.ask_amount"}}, true}}, Expectation{ExpectSaid{{}, true}},
        Expectation{ExpectIntent{{"transfer_money"}}}, Expectation{ExpectFlow{{"transfer_money"}, {}}},
        Expectation{ExpectFlow{{"transfer_money"}, {"confirm"}}}, Expectation{ExpectPhase{"confirming"}},
        Expectation{ExpectSlot{{"amount"}, "50.00 EUR"}}, Expectation{ExpectSlot{{"account"}, std::nullopt}},
        Expectation{ExpectFact{{"account.balance"}, std::nullopt, std::nullopt}},
        Expectation{ExpectFact{{"account.balance"}, "100.00 EUR", "ledger"}},
        Expectation{ExpectOffer{{"o-2"}}}, Expectation{ExpectAction{"No"}},
        Expectation{ExpectText{"jonas weber", false, false}},
        Expectation{ExpectText{"[0-9]+\\.00 eur", true, false}},
        Expectation{ExpectText{"Maria", false, true}}, Expectation{ExpectError{""}},
        Expectation{ExpectLedger{"current", Money{100, {"EUR"}}}});
    const auto turn = seen();
    CHECK(judged(expectation, turn) == std::nullopt);
}

TEST_CASE("an expectation that fails tells what was seen", "[dialogue][script]") {
    const auto [expectation, other] = GENERATE(table<Expectation, std::string>({
        {ExpectSaid{{{"transfer.confirm"}}, false}, "said: transfer.ask_amount transfer.confirm"},
        {ExpectSaid{{{"transfer.confirm"}}, true}, "said: transfer.ask_amount transfer.confirm"},
        {ExpectSaid{{}, false}, "said: transfer.ask_amount transfer.confirm"},
        {ExpectSaid{{{"transfer.ask_amount"}, {"transfer.confirm"}, {"x"}}, true},
         "said: transfer.ask_amount transfer.confirm"},
        {ExpectIntent{{"greet"}}, "intent: transfer_money"},
        {ExpectFlow{{"other"}, {}}, "flow: transfer_money confirm"},
        {ExpectFlow{{"transfer_money"}, {"pay"}}, "flow: transfer_money confirm"},
        {ExpectFlow{}, "flow: transfer_money confirm"},
        {ExpectPhase{"asking"}, "phase: confirming"},
        {ExpectSlot{{"amount"}, "60.00 EUR"}, "slots: amount = 50.00 EUR, payee = Jonas"},
        {ExpectSlot{{"amount"}, std::nullopt}, "slots: amount = 50.00 EUR, payee = Jonas"},
        {ExpectSlot{{"account"}, "current"}, "slots: amount = 50.00 EUR, payee = Jonas"},
        {ExpectFact{{"card.limit"}, std::nullopt, std::nullopt}, "facts: account.balance = 100.00 EUR"},
        {ExpectFact{{"account.balance"}, "1.00 EUR", std::nullopt}, "facts: account.balance = 100.00 EUR"},
        {ExpectFact{{"account.balance"}, std::nullopt, "price list"}, "sources: ledger"},
        {ExpectOffer{{"o-3"}}, "offers: o-1 o-2"},
        {ExpectOffer{}, "offers: o-1 o-2"},
        {ExpectAction{"Maybe"}, "actions: Yes | No"},
        {ExpectAction{}, "actions: Yes | No"},
        {ExpectText{"Maria", false, false}, "another text"},
        {ExpectText{"Jonas", false, true}, "another text"},
        {ExpectText{"[a-z]{40}", true, false}, "another text"},
        {ExpectError{"bad_request"}, "a reply, no error"},
        {ExpectLedger{"current", Money{99, {"EUR"}}}, "balance: 1.00 EUR"},
        {ExpectLedger{"savings", Money{99, {"EUR"}}}, "no balance: no such account"},
    }));
    const auto turn = seen();
    CHECK(judged(expectation, turn) == other);
}

TEST_CASE("a turn that shows nothing is told as nothing", "[dialogue][script]") {
    const ObservedTurn nothing;
    CHECK(judged(ExpectSaid{{{"a"}}, false}, nothing) == "said: none");
    CHECK(judged(ExpectFlow{{"f"}, {}}, nothing) == "no flow");
    CHECK(judged(ExpectSlot{{"s"}, "1"}, nothing) == "slots: none");
    CHECK(judged(ExpectOffer{{"o"}}, nothing) == "offers: none");
    CHECK(judged(ExpectSaid{{}, false}, nothing) == std::nullopt);
    CHECK(judged(ExpectFlow{}, nothing) == std::nullopt);
    CHECK(judged(ExpectOffer{}, nothing) == std::nullopt);
    CHECK(judged(ExpectAction{}, nothing) == std::nullopt);
}
