#include "personalization/content/learning_path.h"

#include <catch2/catch.hpp>

#include "personalization/content/topic_mastery.h"
#include "tests/personalization/customer_builder.h"
#include "tests/personalization/small_catalogue.h"

using namespace parlance;
using namespace parlance::personalization;
using namespace parlance::tests;

namespace {

const CalendarDate today = date_of(noon);

ContentItem lesson(const std::string& id, ContentLevel level, std::vector<ContentId> needs = {}) {
    auto item = item_of(id, "savings", "");
    item.level = level;
    item.minutes = 5;
    item.prerequisites = std::move(needs);
    return item;
}

Catalogue course() {
    Catalogue catalogue;
    catalogue.items = {lesson("funds", ContentLevel::advanced, {{"rates"}, {"risk"}}),
                       lesson("rates", ContentLevel::intermediate, {{"start"}}),
                       lesson("risk", ContentLevel::intermediate, {{"start"}}),
                       lesson("start", ContentLevel::beginner), item_of("cards", "cards", "")};
    return catalogue;
}

BehaviorEvent read(const std::string& item, const std::string& outcome = {}, double days_ago = 5) {
    auto event = event_before(days_ago, BehaviorKind::article_read, item);
    event.action = outcome;
    return event;
}

LearningPath path_in(const Catalogue& catalogue, const std::vector<BehaviorEvent>& events,
                     std::size_t most = 10) {
    return learning_path(ContentIndex(catalogue), ReadingHistory(events, noon), {"savings"}, today, most);
}

std::vector<std::string> steps_after(const std::vector<BehaviorEvent>& events, std::size_t most = 10) {
    std::vector<std::string> steps;
    for (const auto& step : path_in(course(), events, most).steps) steps.push_back(step.item.text);
    return steps;
}

}  // namespace

TEST_CASE("lessons come behind what they build on, and what is done does not come",
          "[personalization][content]") {
    using Steps = std::vector<std::string>;
    const auto [events, steps] = GENERATE(table<std::vector<BehaviorEvent>, Steps>({
        {{}, {"start", "rates", "risk", "funds"}},
        {{read("start")}, {"rates", "risk", "funds"}},
        {{read("start"), read("rates", "passed")}, {"risk", "funds"}},
        {{read("start"), read("rates", "failed")}, {"rates", "risk", "funds"}},
        {{read("start"), read("risk"), read("rates", "failed"), read("rates", "passed")}, {"funds"}},
        {{read("start"), read("rates"), read("risk"), read("funds")}, {}},
    }));
    CHECK(steps_after(events) == steps);
}

TEST_CASE("a path has no more steps than asked for", "[personalization][content]") {
    CHECK(steps_after({}, 2) == std::vector<std::string>{"start", "rates"});
}

TEST_CASE("what expired is no lesson, and nothing waits for it", "[personalization][content]") {
    auto catalogue = course();
    catalogue.items[3].validity.until = plus_days(today, -1);
    const auto path = path_in(catalogue, {});
    REQUIRE(path.steps.size() == 3);
    CHECK(path.steps[0].item.text == "rates");
}

TEST_CASE("every step says why it is there", "[personalization][content]") {
    const auto path = path_in(course(), {read("start"), read("rates", "failed")});
    REQUIRE(path.steps.size() == 3);
    CHECK(path.steps[0].why == "the test after it was not passed last time");
    CHECK(path.steps[0].is_repeated);
    CHECK(path.steps[1].why == "\"funds\" builds on it");
    CHECK(path.steps[2].why == "comes after what it builds on");
}

TEST_CASE("mastery grows with lessons and tests, and falls with a failed one", "[personalization][content]") {
    const auto after = [](const std::vector<BehaviorEvent>& events) {
        return path_in(course(), events, 0).mastery;
    };
    CHECK(after({}) == Approx(0.2));
    CHECK(after({read("start")}) == Approx(0.4));
    CHECK(after({read("start", "passed")}) > after({read("start")}));
    CHECK(after({read("start"), read("rates", "failed", 4)}) < after({read("start")}));
    CHECK(after({read("cards", "passed")}) == Approx(0.2));
}

TEST_CASE("knowledge is traced by Bayes' rule", "[personalization][content]") {
    TopicMastery mastery;
    mastery.test(true);
    // .2 * .9 / (.2 * .9 + .8 * .2) = .5294, and a quarter of the rest is learned.
    CHECK(mastery.known() == Approx(0.5294 + 0.4706 * 0.25).epsilon(0.001));
}
