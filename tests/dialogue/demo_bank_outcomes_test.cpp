#include <atomic>
#include <catch2/catch.hpp>
#include <thread>

#include "tests/dialogue/small_demo_bank.h"

namespace parlance::tests {
namespace {

using dialogue::Slots;

Slots transfer_of(std::int64_t minor_units) {
    return {{{"payee"}, std::string("Berg")}, {{"amount"}, eur(minor_units)}};
}

}  // namespace

TEST_CASE("a repeated key acts once and gives the first outcome, also after a restart",
          "[dialogue][demo_bank]") {
    SmallDemoBank small("bank.sqlite");
    const auto first = small.perform_with_key("k1", "transfer", transfer_of(10000));
    REQUIRE(first.has_value());
    CHECK(*small.perform_with_key("k1", "transfer", transfer_of(10000)) == *first);
    CHECK(small.balance() == eur(90000));
    small.open("bank.sqlite");
    small.now += std::chrono::hours(1);
    CHECK(*small.perform_with_key("k1", "transfer", transfer_of(99)) == *first);
    CHECK(small.balance() == eur(90000));
    CHECK(failure(small.perform_with_key("k2", "transfer", transfer_of(10000))).empty());
    CHECK(small.balance() == eur(80000));
}

TEST_CASE("every kind of value survives in a recorded outcome", "[dialogue][demo_bank]") {
    SmallDemoBank small("bank.sqlite");
    const auto savings = small.perform_with_key("k1", "open_savings", {{{"initial_deposit"}, eur(100)}});
    const auto statement = small.perform_with_key("k2", "request_statement", {});
    small.open("bank.sqlite");
    CHECK(*small.perform_with_key("k1", "open_savings", {}) == *savings);
    CHECK(*small.perform_with_key("k2", "request_statement", {}) == *statement);
}

TEST_CASE("a refusal is an outcome too", "[dialogue][demo_bank]") {
    SmallDemoBank small("bank.sqlite");
    const std::string refusal = "refused: not_enough_money";
    CHECK(failure(small.perform_with_key("k1", "transfer", transfer_of(120001))) == refusal);
    small.open("bank.sqlite");
    CHECK(failure(small.perform_with_key("k1", "transfer", transfer_of(1))) == refusal);
    CHECK(small.balance() == eur(100000));
}

TEST_CASE("an incomplete request leaves its key free", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    CHECK(failure(small.perform_with_key("k1", "transfer", {})) == "bad_request");
    CHECK(failure(small.perform_with_key("k1", "transfer", transfer_of(100))).empty());
    CHECK(small.balance() == eur(99900));
}

TEST_CASE("a key belongs to one action of one customer", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    REQUIRE(failure(small.perform_with_key("k1", "request_callback", {})).empty());
    CHECK(failure(small.perform_with_key("k1", "refund_fee", {})) == "bad_request");
    CHECK(failure(small.perform_with_key("k1", "request_callback", {}, "K2")) == "bad_request");
}

TEST_CASE("two threads cannot overdraw an account", "[dialogue][demo_bank]") {
    SmallDemoBank small("bank.sqlite");
    std::atomic<int> booked = 0;
    std::atomic<int> refused = 0;
    // 1200.00 EUR are available: 24 transfers of 50.00 fit, of 40 asked for.
    const auto spend = [&](const std::string& thread) {
        for (int number = 0; number < 20; ++number) {
            const auto facts =
                small.perform_with_key(thread + std::to_string(number), "transfer", transfer_of(5000));
            if (facts.has_value()) ++booked;
            if (facts.has_error() && facts.error().detail == "not_enough_money") ++refused;
        }
    };
    std::thread left(spend, "left");
    std::thread right(spend, "right");
    left.join();
    right.join();
    CHECK(booked == 24);
    CHECK(refused == 16);
    CHECK(small.balance() == eur(-20000));
}

TEST_CASE("two threads with one key act once", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    const auto pay = [&] {
        for (int number = 0; number < 10; ++number) {
            const auto facts =
                small.perform_with_key("k" + std::to_string(number), "transfer", transfer_of(1000));
            if (facts.has_error()) return;
        }
    };
    std::thread left(pay);
    std::thread right(pay);
    left.join();
    right.join();
    CHECK(small.balance() == eur(90000));
}

TEST_CASE("two openings of one file see each other's bookings", "[dialogue][demo_bank]") {
    SmallDemoBank small("bank.sqlite");
    Findings findings;
    const PackSource source = PackSource::read(small.folder().path(), findings);
    auto other = dialogue::DemoBank::open(small.folder().path() / "bank.sqlite", source, small.now);
    REQUIRE(other.has_value());
    const auto facts =
        (*other)->perform({{"transfer"}, {"K1"}, transfer_of(119999), "k1", {"en"}, small.now}, no_deadline);
    REQUIRE(facts.has_value());
    CHECK(failure(small.perform_with_key("k2", "transfer", transfer_of(2))) == "refused: not_enough_money");
    CHECK(*small.perform_with_key("k1", "transfer", {}) == *facts);
}

}  // namespace parlance::tests
