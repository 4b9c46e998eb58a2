#include "nlg/template_reply_generator.h"

#include <catch2/catch.hpp>

#include <set>

#include "tests/nlg/plan_builder.h"
#include "tests/personalization/written_pack.h"

using namespace parlance;
using namespace parlance::nlg;
using namespace parlance::tests;

namespace {

const TemplateReplyGenerator& generator() {
    static const TemplateReplyGenerator made = [] {
        WrittenPack pack;
        pack.write("responses/en.json", R"json({"language": "en", "responses": {
            "hi": {"text": ["Hello.", "Good day.", "Welcome."], "actions": [{"title": "Rates", "payload": "/savings_rates"}]},
            "balance": {"text": "You have {account_balance}.", "apologetic": "Sorry for that. You have {account_balance}."},
            "pay": "{amount} to {payee}.",
            "list": {"text": "Your {transaction_count, plural, one {payment} other {# payments}}:", "each": "transaction",
                     "item": "{n}. {date}: {merchant}, {amount} ({account_name})"}}})json");
        pack.write("responses/de.json", R"json({"language": "de", "responses": {"hi": "Hallo.",
            "balance": "Sie haben {account_balance}."}})json");
        Findings findings;
        const auto source = pack.read(findings);
        return TemplateReplyGenerator(
            std::make_shared<Responses>(load_responses(source, known_names(), findings)));
    }();
    return made;
}

ReplyPlan saying(std::vector<ResponseName> names, std::vector<Fact> facts = {}) {
    ReplyPlan plan = plan_with(std::move(facts));
    plan.say = std::move(names);
    return plan;
}

std::string text_of(const ReplyPlan& plan) {
    const auto reply = generator().generate(plan);
    return reply.has_value() ? reply->text : reply.error().detail;
}

}  // namespace

TEST_CASE("facts and slots fill templates, slots first", "[nlg][generator]") {
    auto plan = saying({{"balance"}}, {fact("account.balance", euros(123'450))});
    CHECK(text_of(plan) == "You have \u20ac1,234.50.");
    plan.locale = {"de"};
    CHECK(text_of(plan) == "Sie haben 1.234,50 \u20ac.");
    plan = saying({{"pay"}}, {fact("amount", euros(1)), fact("payee", std::string("Ben"))});
    plan.slots[{"amount"}] = euros(5000);
    CHECK(text_of(plan) == "\u20ac50.00 to Ben.");
}

TEST_CASE("a list has a line for each member in the order of their numbers", "[nlg][generator]") {
    std::vector<Fact> facts{fact("transaction.count", std::int64_t{2}),
                            fact("account.name", std::string("Joint 1928"))};
    for (const int number : {10, 2}) {
        const std::string prefix = "transaction." + std::to_string(number) + ".";
        facts.push_back(fact(prefix + "date", day(2026, 11, static_cast<unsigned>(number))));
        facts.push_back(fact(prefix + "merchant", std::string("Shop ") + (number == 2 ? "A" : "B")));
        facts.push_back(fact(prefix + "amount", euros(number * 100)));
    }
    CHECK(text_of(saying({{"list"}}, facts)) ==
          "Your 2 payments:\n1. 2 November 2026: Shop A, \u20ac2.00 (Joint 1928)\n"
          "2. 10 November 2026: Shop B, \u20ac10.00 (Joint 1928)");
}

TEST_CASE("a list without members is its text alone", "[nlg][generator]") {
    CHECK(text_of(saying({{"list"}}, {fact("transaction.count", std::int64_t{0})})) == "Your 0 payments:");
}

TEST_CASE("the same seed gives the same words, different seeds all wordings", "[nlg][generator]") {
    auto plan = saying({{"hi"}});
    std::set<std::string> wordings;
    for (plan.variant_seed = 0; plan.variant_seed < 50; ++plan.variant_seed) {
        CHECK(text_of(plan) == text_of(plan));
        wordings.insert(text_of(plan));
    }
    CHECK(wordings == std::set<std::string>{"Hello.", "Good day.", "Welcome."});
}

TEST_CASE("an apologetic tone takes the apologetic wording where there is one", "[nlg][generator]") {
    auto plan = saying({{"hi"}, {"balance"}}, {fact("account.balance", euros(100))});
    plan.tone = Tone::apologetic;
    CHECK(text_of(plan).find("\n\nSorry for that. You have \u20ac1.00.") != std::string::npos);
}

TEST_CASE("suggested actions keep their order and come once", "[nlg][generator]") {
    auto plan = saying({{"hi"}, {"hi"}});
    plan.actions = {{"Yes", "yes"}, {"Savings", "/savings_rates"}};
    CHECK(generator().generate(plan)->actions == plan.actions);
}

TEST_CASE("a plan that cannot be said fails with the reason", "[nlg][generator]") {
    const auto [name, language, code] = GENERATE(table<std::string, std::string, ErrorCode>({
        {"nothing", "en", ErrorCode::unknown_response},
        {"pay", "de", ErrorCode::unknown_response},
        {"hi", "fr", ErrorCode::unknown_response},
        {"balance", "en", ErrorCode::bad_template},
    }));
    auto plan = saying({{name}});
    plan.locale = {language};
    const auto reply = generator().generate(plan);
    REQUIRE(reply.has_error());
    CHECK(reply.error().code == code);
    CHECK(reply.error().detail.find(name) != std::string::npos);
}

TEST_CASE("a recommendation with a number from nowhere blocks the reply", "[nlg][generator]") {
    auto plan = saying({{"hi"}});
    plan.recommendations.resize(1);
    plan.recommendations[0].reasons = {{"Your reserve covers 2.4 months.", 1}};
    const auto blocked = generator().generate(plan);
    REQUIRE(blocked.has_error());
    CHECK(blocked.error().code == ErrorCode::ungrounded);
    CHECK(blocked.error().detail.find("2.4") == std::string::npos);
    plan.facts = {fact("profile.reserve_months", 2.43)};
    CHECK(generator().generate(plan).has_value());
}

TEST_CASE("nothing to say is an empty reply", "[nlg][generator]") {
    const auto reply = generator().generate(saying({}));
    REQUIRE(reply.has_value());
    CHECK(reply->text.empty());
}
