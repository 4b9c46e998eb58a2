#include <catch2/catch.hpp>
#include <set>

#include "tests/dialogue/small_demo_bank.h"

namespace parlance::tests {

using dialogue::Slots;

TEST_CASE("a transfer is booked and its arrival is the next business day", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    const auto facts =
        small.perform("transfer", {{slot("payee"), text("Weiss")}, {slot("amount"), eur(12050)}});
    CHECK(to_text(fact(facts, "transfer.reference")).starts_with("TR-"));
    CHECK(fact(facts, "transfer.amount") == SlotValue(eur(12050)));
    CHECK(fact(facts, "transfer.payee") == text("Anna Weiss"));
    CHECK(fact(facts, "transfer.last4") == text("0002"));
    CHECK(fact(facts, "transfer.balance_after") == SlotValue(eur(87950)));
    CHECK(fact(facts, "transfer.arrival_date") == SlotValue(day("2026-11-23")));
    CHECK(small.balance() == eur(87950));
    CHECK(fact(small.look_up("transactions", {{slot("merchant"), text("Anna Weiss")}}),
               "transaction.count") == whole(1));
}

TEST_CASE("a transfer to an own account is booked on both sides", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    const auto facts =
        small.perform("transfer", {{slot("payee"), text("savings account")}, {slot("amount"), eur(5000)}});
    CHECK(fact(facts, "transfer.arrival_date") == SlotValue(day("2026-11-20")));
    CHECK(small.balance() == eur(95000));
    CHECK(small.balance("savings") == eur(505000));
    const auto back = small.perform(
        "transfer",
        {{slot("payee"), text("current")}, {slot("amount"), eur(5000)}, {slot("account"), text("savings")}});
    CHECK(failure(back).empty());
    CHECK(small.balance() == eur(100000));
}

TEST_CASE("a scheduled transfer is booked on its day, once", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    const Slots slots{
        {slot("payee"), text("Weiss")}, {slot("amount"), eur(12050)}, {slot("date"), day("2026-11-27")}};
    const auto facts = small.perform("schedule_transfer", slots);
    CHECK(to_text(fact(facts, "transfer.reference")).starts_with("ST-"));
    CHECK(fact(facts, "transfer.date") == SlotValue(day("2026-11-27")));
    CHECK(small.balance() == eur(100000));
    small.now += std::chrono::days{6};
    CHECK(small.balance() == eur(100000));
    small.now += std::chrono::days{1};
    CHECK(small.balance() == eur(87950));
    small.now += std::chrono::days{1};
    CHECK(small.balance() == eur(87950));
}

TEST_CASE("what an account does not cover on its day waits until it does", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    const Slots slots{
        {slot("payee"), text("Weiss")}, {slot("amount"), eur(150000)}, {slot("date"), day("2026-11-21")}};
    REQUIRE(failure(small.perform("schedule_transfer", slots)).empty());
    small.now += std::chrono::days{2};
    CHECK(small.balance() == eur(100000));
    REQUIRE(failure(small.perform("transfer", {{slot("payee"), text("current")},
                                               {slot("amount"), eur(60000)},
                                               {slot("account"), text("savings")}}))
                .empty());
    CHECK(small.balance() == eur(10000));
}

TEST_CASE("a transfer is not scheduled for a day that has begun", "[dialogue][demo_bank]") {
    const auto date = GENERATE(as<std::string>(), "2026-11-20", "2026-11-19");
    SmallDemoBank small;
    CHECK(failure(small.perform("schedule_transfer", {{slot("payee"), text("Weiss")},
                                                      {slot("amount"), eur(100)},
                                                      {slot("date"), day(date)}})) == "refused: past_date");
}

TEST_CASE("a transfer that cannot be is refused and changes nothing", "[dialogue][demo_bank]") {
    const auto [slots, reason] = GENERATE(table<Slots, std::string>({
        {{{{"payee"}, text("Zoe")}, {{"amount"}, eur(100)}}, "refused: unknown_payee"},
        {{{{"payee"}, text("Anna")}, {{"amount"}, eur(100)}}, "refused: ambiguous_payee"},
        {{{{"payee"}, text("Berg")}, {{"amount"}, eur(120001)}}, "refused: not_enough_money"},
        {{{{"payee"}, text("Berg")}, {{"amount"}, eur(0)}}, "refused: bad_amount"},
        {{{{"payee"}, text("Berg")}, {{"amount"}, eur(-100)}}, "refused: bad_amount"},
        {{{{"payee"}, text("Berg")}, {{"amount"}, eur(INT64_MAX)}}, "refused: bad_amount"},
        {{{{"payee"}, text("Berg")}, {{"amount"}, Money{100, {"USD"}}}}, "refused: wrong_currency"},
        {{{{"payee"}, text("Berg")}, {{"amount"}, eur(100)}, {{"account"}, text("joint")}},
         "refused: no_such_account"},
        {{{{"payee"}, text("Berg")}, {{"amount"}, eur(100)}, {{"account"}, text("fixed")}},
         "refused: no_such_account"},
        {{{{"payee"}, text("current")}, {{"amount"}, eur(100)}}, "refused: unknown_payee"},
        {{{{"payee"}, text("Berg")}}, "bad_request"},
        {{{{"amount"}, eur(100)}}, "bad_request"},
        {{{{"payee"}, text("  ")}, {{"amount"}, eur(100)}}, "bad_request"},
        {{{{"payee"}, text("Berg")}, {{"amount"}, text("some")}}, "bad_request"},
    }));
    CAPTURE(reason);
    SmallDemoBank small;
    CHECK(failure(small.perform("transfer", slots)) == reason);
    CHECK(small.balance() == eur(100000));
}

TEST_CASE("the overdraft can be used to its last cent", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    CHECK(failure(small.perform("transfer", {{slot("payee"), text("Berg")}, {slot("amount"), eur(120000)}}))
              .empty());
    CHECK(small.balance() == eur(-20000));
    CHECK(failure(small.perform("transfer", {{slot("payee"), text("Berg")}, {slot("amount"), eur(1)}})) ==
          "refused: not_enough_money");
}

TEST_CASE("a standing order begins on its next day", "[dialogue][demo_bank]") {
    const auto [day_of_month, first] = GENERATE(table<std::int64_t, std::string>(
        {{21, "2026-11-21"}, {20, "2026-12-20"}, {31, "2026-11-30"}, {1, "2026-12-01"}}));
    SmallDemoBank small;
    const Slots slots{{slot("payee"), text("Berg")},
                      {slot("amount"), eur(100)},
                      {slot("day_of_month"), whole(day_of_month)}};
    CHECK(fact(small.perform("standing_order", slots), "standing_order.first_date") == SlotValue(day(first)));
    CHECK(failure(small.perform("standing_order", {{slot("payee"), text("Berg")},
                                                   {slot("amount"), eur(100)},
                                                   {slot("day_of_month"), whole(32)}})) ==
          "refused: bad_day");
}

TEST_CASE("a blocked card is replaced, and blocking it again is refused", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    const auto facts = small.perform("block_card", {{slot("card"), text("credit")}});
    CHECK(fact(facts, "card.last4") == text("5555"));
    CHECK(fact(facts, "card.kind") == text("credit card"));
    CHECK(fact(facts, "replacement.arrival_date") == SlotValue(day("2026-11-30")));
    CHECK(has_fact(facts, "replacement.reference"));
    CHECK(fact(small.look_up("card", {{slot("card"), text("5555")}}), "card.status") == text("blocked"));
    CHECK(failure(small.perform("block_card", {{slot("card"), text("credit")}})) ==
          "refused: already_blocked");
    CHECK(failure(small.perform("freeze_card", {{slot("card"), text("5555")}})) ==
          "refused: already_blocked");
    const auto activated = small.perform("activate_card", {{slot("card"), text("credit")}});
    CHECK(fact(activated, "card.status") == text("active"));
    const auto replacement = small.look_up("card", {{slot("card"), text("credit")}});
    CHECK(fact(replacement, "card.last4") == fact(activated, "card.last4"));
    CHECK(fact(replacement, "card.owed") == SlotValue(eur(41280)));
}

TEST_CASE("a card is frozen, thawed and given another limit", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    CHECK(fact(small.perform("freeze_card"), "card.status") == text("temporarily locked"));
    CHECK(fact(small.look_up("card"), "card.status") == text("temporarily locked"));
    CHECK(fact(small.perform("unfreeze_card"), "card.status") == text("active"));
    CHECK(fact(small.perform("change_card_limit", {{slot("limit"), eur(50000)}}), "card.limit") ==
          SlotValue(eur(50000)));
    CHECK(fact(small.look_up("card"), "card.limit") == SlotValue(eur(50000)));
    CHECK(failure(small.perform("change_card_limit", {{slot("limit"), eur(0)}})) == "refused: bad_amount");
    CHECK(failure(small.perform("change_card_limit")) == "bad_request");
    CHECK(failure(small.perform("freeze_card", {}, "K2")) == "refused: no_such_card");
    CHECK(failure(small.perform("block_card", {{slot("card"), text("0000")}})) == "refused: no_such_card");
}

TEST_CASE("a payment is disputed once", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    const Slots cafe{{slot("merchant"), text("Tandem")}, {slot("reason"), text("never been there")}};
    const auto facts = small.perform("open_dispute", cafe);
    CHECK(fact(facts, "dispute.amount") == SlotValue(eur(1735)));
    CHECK(fact(facts, "dispute.decision_date") == SlotValue(day("2026-12-20")));
    CHECK(failure(small.perform("open_dispute", cafe)) == "refused: already_disputed");
    CHECK(failure(small.perform("open_dispute", {{slot("merchant"), text("nobody")}})) ==
          "refused: no_such_transaction");
    CHECK(failure(small.perform("open_dispute", {{slot("merchant"), text("Kornmarkt")}})) ==
          "refused: ambiguous_transaction");
    const auto id =
        fact(small.look_up("dispute", {{slot("date"), day("2026-11-14")}}), "dispute.transaction");
    CHECK(fact(small.perform("open_dispute", {{slot("dispute_transaction"), id}}), "dispute.merchant") ==
          text("Lumen Electronics"));
    CHECK(failure(small.perform("open_dispute", {{slot("dispute_transaction"), id}}, "K2")) ==
          "refused: no_such_transaction");
}

TEST_CASE("of a double charge, each is disputed in turn", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    const Slots lumen{{slot("merchant"), text("Lumen")}};
    CHECK(failure(small.perform("open_dispute", lumen)).empty());
    CHECK(failure(small.perform("open_dispute", lumen)).empty());
    CHECK(failure(small.perform("open_dispute", lumen)) == "refused: already_disputed");
}

TEST_CASE("a payment of more than 13 months ago is too old to dispute", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    small.now = moment("2028-02-01T10:00:00Z");
    CHECK(failure(small.perform("open_dispute", {{slot("merchant"), text("Tandem")}})) == "refused: too_old");
}

TEST_CASE("the newest fee is given back once in twelve months", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    const auto facts = small.perform("refund_fee");
    CHECK(fact(facts, "fee.refunded_amount") == SlotValue(eur(390)));
    CHECK(fact(facts, "account.balance") == SlotValue(eur(100390)));
    CHECK(failure(small.perform("refund_fee")) == "refused: already_refunded_this_year");
    CHECK(failure(small.perform("refund_fee", {}, "K2")) == "refused: no_fee");
}

TEST_CASE("a savings account is opened with or without a deposit", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    const auto facts = small.perform("open_savings", {{slot("initial_deposit"), eur(30000)}});
    CHECK(fact(facts, "savings_account.name") == text("Instant Savings"));
    CHECK(fact(facts, "savings_account.rate_percent") == SlotValue(2.1));
    CHECK(fact(facts, "account.balance") == SlotValue(eur(70000)));
    CHECK(small.balance(to_text(fact(facts, "savings_account.last4"))) == eur(30000));
    CHECK(failure(small.perform("open_savings", {}, "K2")).empty());
    CHECK(small.balance("savings", "K2") == eur(0));
    CHECK(failure(small.perform("open_savings", {{slot("initial_deposit"), eur(5001)}}, "K2")) ==
          "refused: not_enough_money");
    CHECK(failure(small.perform("open_savings", {{slot("initial_deposit"), Money{100, {"CHF"}}}})) ==
          "refused: wrong_currency");
    small.now = moment("2028-01-01T10:00:00Z");
    CHECK_FALSE(has_fact(small.perform("open_savings"), "savings_account.rate_percent"));
}

TEST_CASE("every action announces its facts and needs", "[dialogue][demo_bank]") {
    const Slots everything{
        {slot("payee"), text("Berg")},           {slot("amount"), eur(100)},
        {slot("day_of_month"), whole(5)},        {slot("limit"), eur(10000)},
        {slot("complaint"), text("slow")},       {slot("appointment_day"), day("2026-11-24")},
        {slot("field"), text("phone")},          {slot("new_value"), text("030 555000")},
        {slot("retirement_age"), whole(67)},     {slot("monthly_amount"), eur(5000)},
        {slot("dispute_transaction"), text("")}, {slot("merchant"), text("Lumen")},
        {slot("date"), day("2026-11-27")}};
    for (const auto& capability : SmallDemoBank().bank().actions()) {
        CAPTURE(capability.name);
        SmallDemoBank small;
        Slots slots = everything;
        if (capability.name == "cancel_appointment" || capability.name == "move_appointment")
            REQUIRE(failure(small.perform("book_appointment", slots)).empty());
        if (capability.name == "open_dispute") {
            slots.erase(slot("amount"));
            slots.erase(slot("date"));
        }
        const auto facts = small.perform(capability.name, slots);
        CHECK(failure(facts).empty());
        if (facts.has_error()) continue;
        std::set<std::string> given;
        for (const nlg::Fact& each : *facts) given.insert(each.name.text);
        CHECK(given == std::set<std::string>(capability.facts.begin(), capability.facts.end()));
        for (const std::string& need : capability.needs) {
            CAPTURE(need);
            Slots lacking = slots;
            lacking.erase(slot(need));
            CHECK(failure(small.perform(capability.name, lacking)) == "bad_request");
        }
    }
}

}  // namespace parlance::tests
