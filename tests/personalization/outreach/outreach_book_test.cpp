#include "personalization/storage/outreach_book.h"

#include <catch2/catch.hpp>

#include "dialogue/storage/temporary_folder.h"
#include "tests/personalization/customer_builder.h"

using namespace parlance;
using namespace parlance::personalization;
using namespace parlance::tests;

namespace {

OutreachEntry entry(const std::string& id, const std::string& customer, int hours_from_noon) {
    OutreachEntry made;
    made.id = id;
    made.customer.text = customer;
    made.rule = "idle-cash";
    made.trigger = "idle_cash";
    made.noted = noon + std::chrono::hours(hours_from_noon);
    made.due = made.noted + std::chrono::hours(1);
    made.expires = made.noted + std::chrono::days(14);
    return made;
}

}  // namespace

TEST_CASE("a book keeps what is to be said, through a restart, each thing once", "[outreach]") {
    const auto folder = dialogue::TemporaryFolder::make();
    const auto file = folder->path() / "outreach.db";
    auto first = entry("a", "C001", 0);
    {
        const auto book = OutreachBook::open(file).value();
        REQUIRE(book->keep(first));
        REQUIRE(book->keep(entry("b", "C001", 2)));
        REQUIRE(book->keep(entry("c", "C002", 1)));
        first.state = OutreachState::said;
        first.said = noon + std::chrono::hours(3);
        first.conversation.text = "one";
        REQUIRE(book->keep(first));
    }
    const auto book = OutreachBook::open(file).value();
    const auto of_first = book->entries_of({"C001"}).value();
    REQUIRE(of_first.size() == 2);
    CHECK(of_first[0] == first);
    CHECK(of_first[1] == entry("b", "C001", 2));
    const auto newest = book->newest(2).value();
    REQUIRE(newest.size() == 2);
    CHECK(newest[0].id == "b");
    CHECK(newest[1].id == "c");
    SECTION("and finds whose time has come") {
        CHECK(book->due_between(noon, noon + std::chrono::hours(2)).value() ==
              std::vector<CustomerId>{{"C002"}});
        CHECK(book->due_between(noon + std::chrono::hours(3), noon + std::chrono::hours(9)).value().empty());
    }
    SECTION("and forgets a customer") {
        CHECK(book->erase({"C001"}).value() == 2);
        CHECK(book->entries_of({"C001"}).value().empty());
        CHECK(book->entries_of({"C002"}).value().size() == 1);
    }
}

TEST_CASE("a book that cannot be opened says which and why", "[outreach]") {
    const auto folder = dialogue::TemporaryFolder::make();
    const auto opened = OutreachBook::open(folder->path());
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().code == ErrorCode::storage_failed);
    CHECK_THAT(opened.error().detail, Catch::Contains(folder->path().string()));
}
