#include "nlg/grounding_check.h"

#include <catch2/catch.hpp>

#include "tests/nlg/plan_builder.h"

using namespace parlance;
using namespace parlance::nlg;
using namespace parlance::tests;

namespace {

std::vector<UngroundedStatement> check(const std::string& text, const ReplyPlan& plan) {
    static const GroundingCheck grounding;
    Reply reply;
    reply.text = text;
    return grounding.check(reply, plan);
}

ReplyPlan bank_plan(const std::string& language) {
    ReplyPlan plan = plan_with(
        {fact("account.balance", euros(123'450)), fact("account.name", std::string("Savings 4411")),
         fact("savings.rate", 2.43), fact("transaction.count", std::int64_t{3}),
         fact("transfer.day", day(2026, 11, 20)), fact("branch.phone", std::string("+49 30 5550 0101")),
         fact("branch.opens", std::string("09:30")), fact("loan.owed", euros(-98'700)),
         fact("period", DateRange{day(2026, 10, 1), day(2026, 10, 31)})},
        language);
    plan.slots[{"amount"}] = euros(20'000);
    return plan;
}

}  // namespace

TEST_CASE("what facts and slots support may be said", "[nlg][grounding]") {
    const auto [language, text] = GENERATE(table<std::string, std::string>({
        {"en", "Your balance is \u20ac1,234.50."},
        {"en", "Your balance is 1,234.50 EUR, of which \u20ac200.00 goes out."},
        {"de", "Ihr Saldo ist 1.234,50 \u20ac."},
        {"de", "Ihr Saldo ist 1.234,50\u00a0\u20ac, davon gehen 200,00 \u20ac ab."},
        {"en", "It is -\u20ac987.00."},
        {"de", "Es sind -987,00 \u20ac."},
        {"en", "On 20 November 2026 it arrives."},
        {"en", "It arrives on 20 November."},
        {"de", "Am 20. November 2026 ist es da."},
        {"de", "Am 20. November ist es da."},
        {"en", "From 1 October 2026 \u2013 31 October 2026."},
        {"de", "Vom 1. Oktober 2026 \u2013 31. Oktober 2026."},
        {"en", "You have 3 payments at 2.43 %."},
        {"en", "About 2.4 % a year."},
        {"en", "The rate of 2.43 would last 3 months."},
        {"de", "Etwa 2,4 % im Jahr, 3 Zahlungen."},
        {"en", "The account ending 4411 (Savings 4411)."},
        {"en", "Call +49 30 5550 0101 from 09:30."},
        {"en", "1. first\n2. second"},
        {"en", "One moment, this is the one thing I need for today."},
        {"de", "Einen Moment, das ist eine von zwei Fragen heute."},
        {"en", ""},
    }));
    CAPTURE(text);
    for (const auto& statement : check(text, bank_plan(language)))
        UNSCOPED_INFO(statement.kind + " " + statement.text);
    CHECK(check(text, bank_plan(language)).empty());
}

// An empty kind: it matters that it is found, not as what.
TEST_CASE("what nothing supports is found", "[nlg][grounding]") {
    const auto [language, text, kind] = GENERATE(table<std::string, std::string, std::string>({
        {"en", "Your balance is \u20ac1,234.60.", "money"},
        {"en", "Your balance is $1,234.50.", "money"},
        {"en", "It is -\u20ac1,234.50.", "money"},
        {"en", "It is \u20ac987.00.", "money"},
        {"en", "That costs ten euros.", "money"},
        {"de", "Ihr Saldo ist 1.234,60 \u20ac.", "money"},
        {"de", "Ihr Saldo ist 1.334,50 \u20ac.", "money"},
        {"de", "Das kostet zehn Euro.", "money"},
        {"en", "On 21 November 2026 it arrives.", "date"},
        {"en", "On 20 November 2027 it arrives.", "date"},
        {"en", "On 20 December it arrives.", "date"},
        {"en", "On 20 November 4411 it arrives.", ""},
        {"de", "Am 21. November 2026 ist es da.", "date"},
        {"de", "Am 20. Dezember ist es da.", ""},
        {"en", "About 2.5 % a year.", "percent"},
        {"de", "Etwa 2,5 % im Jahr.", "percent"},
        {"en", "You have 4 payments.", "number"},
        {"en", "You have -3 payments.", "number"},
        {"en", "The account ending 4412.", "number"},
        {"en", "Call +49 30 5550 0102.", "number"},
        {"en", "It opens at 09:31.", "number"},
        {"en", "2. second", "number"},
        {"en", "You have \u0664 payments.", "number"},
    }));
    CAPTURE(text);
    const auto found = check(text, bank_plan(language));
    REQUIRE_FALSE(found.empty());
    if (!kind.empty()) CHECK(found[0].kind == kind);
}

TEST_CASE("recommendations state the profile and nothing else", "[nlg][grounding]") {
    const auto [language, reason, grounded] = GENERATE(table<std::string, std::string, bool>({
        {"en", "Your reserve covers 2.4 months.", true},
        {"de", "Ihre Reserve deckt 2,4 Monate.", true},
        {"en", "Your reserve covers 2.5 months.", false},
        {"en", "You have 12500 euros in savings.", true},
        {"de", "Sie haben 12500 Euro gespart.", true},
        {"en", "You have 12600 euros in savings.", false},
        {"en", "You save 15 % of your income.", true},
        {"en", "You made 3 payments.", false},
    }));
    auto plan = plan_with(
        {fact("profile.reserve_months", 2.43), fact("profile.savings_balance", 12500.0),
         fact("profile.savings_rate", std::int64_t{15}), fact("transaction.count", std::int64_t{3})},
        language);
    plan.recommendations.resize(1);
    plan.recommendations[0].reasons = {{reason, 1}};
    Reply reply;
    reply.recommendations = plan.recommendations;
    CAPTURE(reason);
    CHECK(GroundingCheck{}.check(reply, plan).empty() == grounded);
    std::swap(reply.recommendations[0].summary, reply.recommendations[0].reasons[0].text);
    CHECK(GroundingCheck{}.check(reply, plan).empty() == grounded);
}

TEST_CASE("a citation's snippet is checked too", "[nlg][grounding]") {
    auto plan = plan_with({fact("bank.fee", euros(490))});
    Reply reply;
    reply.citations = {{"c1", "Prices 2026", "", "The account costs \u20ac4.90 a month."}};
    CHECK(GroundingCheck{}.check(reply, plan).empty());
    reply.citations[0].snippet = "The account costs \u20ac5.90 a month.";
    CHECK(GroundingCheck{}.check(reply, plan).size() == 1);
}

TEST_CASE("a share may be stated as a percentage", "[nlg][grounding]") {
    CHECK(check("That is 2.4 %.", plan_with({fact("rate", 0.024)})).empty());
    CHECK_FALSE(check("That is 300 %.", plan_with({fact("count", std::int64_t{3})})).empty());
}
