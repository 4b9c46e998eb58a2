#include "personalization/content_personalization_engine.h"

#include <catch2/catch.hpp>

#include "personalization/behavioral_analyzer.h"
#include "tests/personalization/customer_builder.h"
#include "tests/personalization/small_catalogue.h"

using namespace parlance;
using namespace parlance::personalization;
using namespace parlance::tests;

namespace {

std::vector<std::string> rank(const std::vector<ContentItem>& items, const CustomerView& view,
                              const Moment& moment, std::size_t limit = 10) {
    const ContentPersonalizationEngine engine(std::make_shared<Catalogue>(Catalogue{items, {}}));
    std::vector<std::string> ids;
    for (const auto& ranked : engine.rank(view, BehavioralAnalyzer{}.analyze(view, noon), moment, limit)) {
        CHECK(ranked.score > 0);
        CHECK(ranked.score <= 1);
        CHECK_FALSE(ranked.reasons.empty());
        ids.push_back(ranked.id.text);
    }
    return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("only content that touches the moment is shown, best match first", "[personalization][content]") {
    const std::vector<ContentItem> items{item_of("cards", "cards", ""), item_of("topic", "savings", ""),
                                         item_of("both", "savings", "open_savings")};
    CHECK(rank(items, {}, moment_of("open_savings", "savings")) == Ids{"both", "topic"});
    CHECK(rank(items, {}, moment_of("greet")).empty());
    CHECK(rank(items, {}, moment_of("open_savings", "savings"), 1) == Ids{"both"});
    CHECK(rank(items, {}, moment_of("open_savings", "savings"), 0).empty());
}

TEST_CASE("an article is shown from its first valid day to its last", "[personalization][content]") {
    const auto [from, until, shown] = GENERATE(table<std::optional<int>, std::optional<int>, bool>({
        {std::nullopt, std::nullopt, true},
        {0, 0, true},
        {-1, std::nullopt, true},
        {1, std::nullopt, false},
        {std::nullopt, 0, true},
        {std::nullopt, -1, false},
    }));
    const CalendarDate today = date_of(noon);
    auto item = item_of("dated", "savings", "");
    if (from) item.validity.from = plus_days(today, *from);
    if (until) item.validity.until = plus_days(today, *until);
    CAPTURE(from.value_or(99), until.value_or(99));
    CHECK(rank({item}, {}, moment_of("greet", "savings")).size() == (shown ? 1 : 0));
}

TEST_CASE("what was read comes last", "[personalization][content]") {
    const std::vector<ContentItem> items{item_of("first", "savings", ""), item_of("second", "savings", "")};
    CustomerView view;
    view.events = {event_before(3, BehaviorKind::article_read, "savings")};
    view.events[0].properties["content"] = std::string("first");
    CHECK(rank(items, view, moment_of("greet", "savings")) == Ids{"second", "first"});
    view.events[0].properties.clear();
    view.events[0].feature = "first";
    CHECK(rank(items, view, moment_of("greet", "savings")) == Ids{"second", "first"});
}

TEST_CASE("a prerequisite comes before what builds on it, also when it fits less",
          "[personalization][content]") {
    auto advanced = item_of("advanced", "savings", "open_savings");
    advanced.prerequisites = {{"middle"}};
    auto middle = item_of("middle", "savings", "");
    middle.prerequisites = {{"basics"}};
    const auto basics = item_of("basics", "savings", "");
    CHECK(rank({advanced, middle, basics}, {}, moment_of("open_savings", "savings")) ==
          Ids{"basics", "middle", "advanced"});
}

TEST_CASE("a circle of prerequisites does not hang the ranking", "[personalization][content]") {
    auto first = item_of("first", "savings", "");
    first.prerequisites = {{"second"}};
    auto second = item_of("second", "savings", "");
    second.prerequisites = {{"first"}};
    CHECK(rank({first, second}, {}, moment_of("greet", "savings")).size() == 2);
}

TEST_CASE("formats are mixed when they fit equally", "[personalization][content]") {
    auto video = item_of("video", "savings", "");
    video.format = ContentFormat::video;
    CHECK(rank({item_of("a", "savings", ""), item_of("b", "savings", ""), video}, {},
               moment_of("greet", "savings")) == Ids{"a", "video", "b"});
}

TEST_CASE("the customer's life stage counts", "[personalization][content]") {
    auto family = item_of("family", "savings", "");
    family.life_stages = {"family"};
    CustomerView view;
    view.attributes = {{"age", std::int64_t{35}}, {"children", std::int64_t{1}}};
    CHECK(rank({item_of("all", "savings", ""), family}, view, moment_of("greet", "savings")) ==
          Ids{"family", "all"});
}
