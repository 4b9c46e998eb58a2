#include "personalization/retention.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace parlance;
using namespace parlance::personalization;
using std::chrono::days;

TEST_CASE("retention is read from kinds and days", "[personalization][retention]") {
    const auto retention = parse_retention("login=90,page_view=30");
    REQUIRE(retention.has_value());
    CHECK(retention->keep ==
          std::map<BehaviorKind, days>{{BehaviorKind::login, days{90}}, {BehaviorKind::page_view, days{30}}});
    CHECK(parse_retention("")->keep.empty());
    CHECK(parse_retention("login=1")->keep.at(BehaviorKind::login) == days{1});
    CHECK(parse_retention("login=36500").has_value());
}

TEST_CASE("everything wrong with a retention is told at once", "[personalization][retention]") {
    const auto [text, findings] = GENERATE(table<std::string, std::vector<std::string>>({
        {"logn=90", {"\"logn\" is no kind of event, did you mean \"login\"?"}},
        {"login", {"\"login\" needs days from 1 to 36500"}},
        {"login=0", {"\"login=0\" needs days"}},
        {"login=36501", {"\"login=36501\" needs days"}},
        {"login=90d", {"\"login=90d\" needs days"}},
        {"login=-1,chat_trun=x",
         {"\"login=-1\" needs days", "did you mean \"chat_turn\"?", "\"chat_trun=x\" needs days"}},
        {"login=90,,page_view=30", {"\"\" is no kind of event"}},
    }));
    CAPTURE(text);
    const auto retention = parse_retention(text);
    REQUIRE(retention.has_error());
    CHECK(retention.error().code == ErrorCode::bad_request);
    for (const std::string& finding : findings)
        CHECK_THAT(retention.error().detail, Catch::Contains(finding));
}

TEST_CASE("a kind's cutoff is so many days back; a kind without days has none",
          "[personalization][retention]") {
    const TimePoint now{days{1000}};
    const auto retention = parse_retention("login=90,page_view=30").value();
    CHECK(retention.cutoff(BehaviorKind::login, now) == now - days{90});
    CHECK(retention.cutoff(BehaviorKind::complaint, now) == std::nullopt);
    CHECK(retention.latest_cutoff(now) == now - days{30});
    CHECK(Retention{}.latest_cutoff(now) == std::nullopt);
}
