#include <catch2/catch.hpp>

#include "tests/dialogue/small_demo_bank.h"

namespace parlance::tests {
namespace {

using dialogue::Slots;

SlotValue range(const std::string& first, const std::string& last) {
    return DateRange{day(first), day(last)};
}

}  // namespace

TEST_CASE("a customer's own record is looked up", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    const auto facts = small.look_up("customer");
    CHECK(fact(facts, "customer.first_name") == text("Mara"));
    CHECK(fact(facts, "customer.email") == text("mara@mail.example"));
    CHECK(fact(facts, "customer.tier") == text("gold"));
}

TEST_CASE("accounts come with balances, names in the customer's language", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    const auto facts = small.look_up("accounts", {}, "K1", "de");
    CHECK(fact(facts, "account.count") == whole(3));
    CHECK(fact(facts, "account.2.name") == text("Tagesgeld"));
    CHECK(fact(facts, "account.2.kind") == text("savings"));
    CHECK(fact(facts, "accounts.total") == SlotValue(eur(800000)));
}

TEST_CASE("an account is found by kind, digits or name", "[dialogue][demo_bank]") {
    const auto [words, last4] = GENERATE(table<std::string, std::string>({
        {"", "1111"},
        {"current", "1111"},
        {"savings", "2222"},
        {"Sparkonto", "2222"},
        {"my fixed deposit", "3333"},
        {"FESTGELD", "3333"},
        {"instant saver", "2222"},
        {"the one ending in 3333", "3333"},
        {"joint", "not_found"},
        {"teapot", "not_found"},
    }));
    CAPTURE(words);
    SmallDemoBank small;
    const auto facts = small.look_up("account", words.empty() ? Slots{} : Slots{{{"account"}, words}});
    if (last4 == "not_found") {
        CHECK(failure(facts) == last4);
    } else {
        CHECK(fact(facts, "account.last4") == text(last4));
    }
}

TEST_CASE("what is available counts the overdraft and the IBAN's check digits are right",
          "[dialogue][demo_bank]") {
    SmallDemoBank small;
    const auto facts = small.look_up("account");
    CHECK(fact(facts, "account.balance") == SlotValue(eur(100000)));
    CHECK(fact(facts, "account.available") == SlotValue(eur(120000)));
    CHECK(fact(facts, "account.overdraft_limit") == SlotValue(eur(20000)));
    std::string iban = to_text(fact(facts, "account.iban"));
    std::erase(iban, ' ');
    REQUIRE(iban.size() == 22);
    CHECK(iban.ends_with("1111"));
    int remainder = 0;
    for (const char digit : iban.substr(4) + "1314" + iban.substr(2, 2))
        remainder = (remainder * 10 + digit - '0') % 97;
    CHECK(remainder == 1);
}

TEST_CASE("transactions are narrowed by merchant, category, period and account", "[dialogue][demo_bank]") {
    const auto [slots, count, total] = GENERATE(table<Slots, std::int64_t, std::int64_t>({
        {{{{"merchant"}, text("LUMEN")}}, 2, 49800},
        {{{{"merchant"}, text("lumen")}, {{"period"}, day("2026-11-15")}}, 1, 24900},
        {{{{"merchant"}, text("CAF\u00c9")}, {{"period"}, range("2026-10-01", "2026-10-31")}}, 1, 1735},
        {{{{"merchant"}, text("tandem")}}, 0, 0},
        {{{{"category"}, text("Eink\u00e4ufe")}}, 2, 49800},
        {{{{"category"}, text("income")}}, 1, 50000},
        {{{{"account"}, text("savings")}, {{"period"}, range("2026-09-01", "2026-11-20")}}, 3, 30000},
        {{{{"account"}, text("fixed")}}, 0, 0},
    }));
    SmallDemoBank small;
    const auto facts = small.look_up("transactions", slots);
    CHECK(fact(facts, "transaction.count") == whole(count));
    CHECK(fact(facts, "transaction.total") == SlotValue(eur(total)));
}

TEST_CASE("the newest five transactions are listed, in and out told apart", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    const auto facts = small.look_up("transactions");
    CHECK(has_fact(facts, "transaction.5.merchant"));
    CHECK_FALSE(has_fact(facts, "transaction.6.merchant"));
    CHECK(std::get<CalendarDate>(fact(facts, "transaction.1.date")) >=
          std::get<CalendarDate>(fact(facts, "transaction.5.date")));
    const auto bonus = small.look_up("transactions", {{{"merchant"}, text("bonus")}});
    CHECK(fact(bonus, "transaction.1.direction") == text("in"));
    CHECK(fact(bonus, "transaction.1.amount") == SlotValue(eur(50000)));
    CHECK(failure(small.look_up("transactions", {{{"account"}, text("joint")}})) == "not_found");
}

TEST_CASE("spending leaves out what is put aside and what came in", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    const auto month = small.look_up("spending", {}, "K1", "de");
    CHECK(fact(month, "spending.from") == SlotValue(day("2026-11-01")));
    CHECK(fact(month, "spending.to") == SlotValue(day("2026-11-20")));
    CHECK(fact(month, "category.1.name") == text("Miete"));
    CHECK(fact(month, "category.1.amount") == SlotValue(eur(90000)));
    CHECK(fact(month, "category.2.amount") == SlotValue(eur(49800)));
    const auto saved = small.look_up("spending", {{{"category"}, text("savings")}});
    CHECK(fact(saved, "spending.total") == SlotValue(eur(10000)));
    const auto one_shop = small.look_up("spending", {{{"merchant"}, text("Lumen")}});
    CHECK(fact(one_shop, "spending.total") == SlotValue(eur(49800)));
    CHECK(fact(one_shop, "spending.count") == whole(2));
    CHECK(fact(small.look_up("spending", {}, "K2"), "spending.total") == SlotValue(eur(0)));
}

TEST_CASE("early in a month, spending looks at the last 30 days", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    const auto [today, from] = GENERATE(table<std::string, std::string>(
        {{"2026-11-06T12:00:00Z", "2026-10-07"}, {"2026-11-07T12:00:00Z", "2026-11-01"}}));
    small.now = moment(today);
    CHECK(fact(small.look_up("spending"), "spending.from") == SlotValue(day(from)));
}

TEST_CASE("fees of 90 days come with the reason of the latest", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    const auto facts = small.look_up("fees", {}, "K1", "de");
    CHECK(fact(facts, "fee.count") == whole(2));
    CHECK(fact(facts, "fee.total") == SlotValue(eur(1640)));
    CHECK(fact(facts, "fee.latest.name") == text("Foreign Card Fee"));
    CHECK(fact(facts, "fee.2.amount") == SlotValue(eur(1250)));
    CHECK(to_text(fact(facts, "fee.latest.reason")).find("Ausland") != std::string::npos);
    const auto none = small.look_up("fees", {}, "K2");
    CHECK(fact(none, "fee.count") == whole(0));
    CHECK(none->size() == 1);
}

TEST_CASE("payees are matched by name, by word, and by a near miss only when nothing else fits",
          "[dialogue][demo_bank]") {
    const auto [words, names] = GENERATE(table<std::string, std::vector<std::string>>({
        {"Anna Berg", {"Anna Berg"}},
        {"anna", {"Anna Berg", "Anna Weiss"}},
        {"BERG", {"Berg"}},
        {"weiss anna", {"Anna Weiss"}},
        {"Joerg", {"J\u00f6rg M\u00fcller"}},
        {"j\u00f6rg mueller", {"J\u00f6rg M\u00fcller"}},
        {"Wiess", {"Anna Weiss"}},
        {"Mullerr", {}},
        {"Muellr", {"J\u00f6rg M\u00fcller"}},
        {"my savings", {"Instant Saver"}},
        {"Festgeld", {}},
        {"Zoe", {}},
    }));
    CAPTURE(words);
    SmallDemoBank small;
    const auto facts = small.look_up("payee", {{{"payee"}, words}});
    CHECK(fact(facts, "payee.matches") == whole(static_cast<std::int64_t>(names.size())));
    for (std::size_t index = 0; index < names.size(); ++index) {
        CHECK(fact(facts, "payee." + std::to_string(index + 1) + ".name") == text(names[index]));
    }
    CHECK(has_fact(facts, "payee.last4") == (names.size() == 1));
}

TEST_CASE("cards are worded, and the debit card is meant when none is named", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    const auto cards = small.look_up("cards", {}, "K1", "de");
    CHECK(fact(cards, "card.count") == whole(2));
    CHECK(fact(cards, "card.2.kind") == text("Kreditkarte"));
    CHECK(fact(cards, "card.1.status") == text("aktiv"));
    const auto [words, last4] = GENERATE(table<std::string, std::string>({{"debit", "4444"},
                                                                          {"Kreditkarte", "5555"},
                                                                          {"my credit card", "5555"},
                                                                          {"5555", "5555"},
                                                                          {"1234", ""},
                                                                          {"oyster", ""}}));
    const auto card = small.look_up("card", {{{"card"}, words}});
    CAPTURE(words);
    if (last4.empty()) {
        CHECK(failure(card) == "not_found");
    } else {
        CHECK(fact(card, "card.last4") == text(last4));
        CHECK(has_fact(card, "card.owed") == (last4 == "5555"));
    }
    CHECK(fact(small.look_up("card"), "card.last4") == text("4444"));
    CHECK(failure(small.look_up("card", {}, "K2")) == "not_found");
    CHECK(fact(small.look_up("cards", {}, "K2"), "card.count") == whole(0));
}

TEST_CASE("a payment to dispute is found by what the customer remembers", "[dialogue][demo_bank]") {
    const auto [slots, matches, merchant] = GENERATE(table<Slots, std::int64_t, std::string>({
        {{{{"merchant"}, text("lumen")}}, 2, "Lumen Electronics"},  // charged twice: one answer will do
        {{{{"merchant"}, text("lumen")}, {{"date"}, day("2026-11-14")}}, 1, "Lumen Electronics"},
        {{{{"amount"}, eur(1735)}}, 1, "Caf\u00e9 Tandem"},
        {{{{"amount"}, eur(1700)}}, 1, "Caf\u00e9 Tandem"},
        {{{{"amount"}, eur(1735)}, {{"date"}, day("2026-10-13")}}, 1, "Caf\u00e9 Tandem"},
        {{{{"amount"}, eur(1735)}, {{"date"}, day("2026-10-18")}}, 0, ""},
        {{{{"amount"}, Money{1735, {"USD"}}}}, 0, ""},
        {{{{"merchant"}, text("Windrad")}}, 0, ""},  // came in
    }));
    SmallDemoBank small;
    const auto facts = small.look_up("dispute", slots);
    CHECK(fact(facts, "dispute.matches") == whole(matches));
    CHECK(has_fact(facts, "dispute.transaction") == !merchant.empty());
    if (!merchant.empty()) CHECK(fact(facts, "dispute.merchant") == text(merchant));
    CHECK_FALSE(has_fact(small.look_up("dispute"), "dispute.transaction"));
}

TEST_CASE("free times are on the next five business days", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    const auto facts = small.look_up("appointments");
    CHECK(fact(facts, "appointment.count") == whole(0));
    CHECK(fact(facts, "appointment_slot.count") == whole(5));
    CHECK(fact(facts, "appointment_slot.1.date") == SlotValue(day("2026-11-23")));
    CHECK(fact(facts, "appointment_slot.5.date") == SlotValue(day("2026-11-27")));
    const auto monday = small.look_up("appointment_slots", {{{"appointment_day"}, day("2026-11-23")}});
    CHECK(fact(monday, "appointment_slot.5.date") == SlotValue(day("2026-11-23")));
    const auto sunday = small.look_up("appointment_slots", {{{"appointment_day"}, day("2026-11-22")}});
    CHECK(fact(sunday, "appointment_slot.count") == whole(0));
}

TEST_CASE("the price list gives what holds today, in the customer's language", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    const auto facts = small.look_up("bank", {}, "nobody at all", "de");
    CHECK(facts->size() == 4);
    CHECK(fact(facts, "bank.instant_savings_rate") == SlotValue(2.1));
    CHECK(fact(facts, "bank.transfer_fee") == SlotValue(eur(1250)));
    CHECK(fact(facts, "bank.hotline_hours") == text("rund um die Uhr"));
    CHECK(small.look_up("bank.card_delivery_days")->front().source == "card terms");
    CHECK(failure(small.look_up("bank.old_rate")) == "not_found");
    CHECK(failure(small.look_up("bank.no_such_rate")) == "not_found");
    small.now = moment("2026-11-19T23:59:00Z");
    CHECK(fact(small.look_up("bank.old_rate"), "bank.old_rate") == SlotValue(3.0));
}

}  // namespace parlance::tests
