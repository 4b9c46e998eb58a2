#include "personalization/content/content_page.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

#include "tests/personalization/customer_builder.h"
#include "tests/personalization/small_catalogue.h"

using namespace parlance;
using namespace parlance::personalization;
using namespace parlance::tests;

namespace {

// Items with their scores, in a catalogue of their own.
struct Shelf {
    Catalogue catalogue;
    std::vector<RankedContent> ranked;
    std::vector<BehaviorEvent> events;
    LearningPath path;

    ContentItem& add(const std::string& id, double score, const std::string& topic = "savings") {
        catalogue.items.push_back(item_of(id, topic, ""));
        ranked.push_back({{id}, score, {}});
        return catalogue.items.back();
    }
    void read(const std::string& id, double days_ago, const std::string& outcome = {}) {
        auto event = event_before(days_ago, BehaviorKind::article_read, id);
        event.action = outcome;
        events.push_back(event);
    }
    ContentPage page(const PageOptions& options = {}) const {
        const ReadingHistory history(events, noon);
        const ContentIndex index(catalogue);
        return assemble_page({index, history, ranked, path, noon}, options);
    }
};

std::vector<std::string> ids(const std::vector<RankedContent>& content) {
    std::vector<std::string> list;
    for (const auto& each : content) list.push_back(each.id.text);
    return list;
}

}  // namespace

TEST_CASE("a page has the best unread item on top and no item twice", "[personalization][content]") {
    Shelf shelf;
    shelf.add("old", 0.95);
    for (int i = 0; i < 8; ++i) shelf.add("item" + std::to_string(i), 0.9 - 0.05 * i);
    shelf.read("old", 10);
    shelf.path.steps = {{{"item0"}, "first", false}, {{"item5"}, "then", false}};
    const auto page = shelf.page();
    REQUIRE(page.hero);
    CHECK(page.hero->id.text == "item0");
    REQUIRE(page.next_step);
    CHECK(page.next_step->id.text == "item5");
    CHECK(page.next_step->reasons.front().words == "then");
    CHECK(page.related.size() == 4);
    CHECK(page.refresh.empty());
    std::set<std::string> all{page.hero->id.text, page.next_step->id.text};
    for (const auto& id : ids(page.related)) CHECK(all.insert(id).second);
    CHECK_FALSE(all.contains("old"));
}

TEST_CASE("what was read long ago or not understood is refreshed", "[personalization][content]") {
    Shelf shelf;
    for (const char* id : {"lately", "long ago", "failed", "new"}) shelf.add(id, 0.5);
    shelf.read("lately", 3);
    shelf.read("long ago", 120);
    shelf.read("failed", 3, "failed");
    const auto page = shelf.page();
    CHECK(page.hero->id.text == "new");
    CHECK(ids(page.refresh) == std::vector<std::string>{"long ago", "failed"});
    CHECK(page.related.empty());
}

TEST_CASE("related items are unlike each other as far as lambda asks for it", "[personalization][content]") {
    Shelf shelf;
    shelf.add("hero", 0.9);
    shelf.add("same", 0.8);
    shelf.add("other", 0.7, "cards");
    PageOptions options;
    options.related = 1;
    CHECK(ids(shelf.page(options).related) == std::vector<std::string>{"other"});
    options.lambda = 1;
    CHECK(ids(shelf.page(options).related) == std::vector<std::string>{"same"});
}

TEST_CASE("a liked format and a new item weigh a little, and say so", "[personalization][content]") {
    Shelf shelf;
    shelf.add("article", 0.5);
    shelf.add("video", 0.49).format = ContentFormat::video;
    shelf.add("seen video", 0.1).format = ContentFormat::video;
    CHECK(shelf.page().hero->id.text == "article");
    shelf.read("seen video", 5);
    const auto liked = shelf.page();
    CHECK(liked.hero->id.text == "video");
    CHECK(liked.hero->reasons.back().name == "format");
    shelf.catalogue.items[0].validity.from = plus_days(date_of(noon), -3);
    shelf.ranked[0].score = 0.51;
    const auto fresh = shelf.page();
    CHECK(fresh.hero->id.text == "article");
    CHECK(fresh.hero->reasons.back().name == "new");
}

TEST_CASE("an empty shelf gives an empty page", "[personalization][content]") {
    const auto page = Shelf{}.page();
    CHECK_FALSE(page.hero);
    CHECK_FALSE(page.next_step);
    CHECK(page.related.empty());
    CHECK(page.refresh.empty());
}
