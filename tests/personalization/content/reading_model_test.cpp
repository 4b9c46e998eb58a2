#include "personalization/content/reading_model.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "dialogue/storage/temporary_folder.h"
#include "personalization/content/reading_training.h"
#include "personalization/content_personalization_engine.h"
#include "personalization/recommender/recommender_commands.h"
#include "personalization/seeded_random.h"
#include "tests/personalization/customer_builder.h"
#include "tests/personalization/learning/command_run.h"
#include "tests/personalization/small_catalogue.h"

using namespace parlance;
using namespace parlance::personalization;
using namespace parlance::tests;

namespace {

// Readers of two shelves: who reads one item of a shelf reads its others, in any order.
NamedLikes two_shelves(std::size_t readers = 200) {
    SeededRandom random(11);
    NamedLikes readings;
    for (std::size_t i = 0; i < readers; ++i) {
        const std::string shelf = i % 2 == 0 ? "tax" : "home";
        NamedLikes::User reader{"r" + std::to_string(i), {}};
        const auto first = random.below(6);
        for (std::uint64_t k = 0; k < 3; ++k)
            reader.items.push_back(shelf + std::to_string((first + 2 * k) % 6));
        if (random.below(5) == 0) reader.items.insert(reader.items.begin(), "news");
        readings.users.push_back(std::move(reader));
    }
    return readings;
}

ReadingHistory history_of(const std::vector<std::string>& items) {
    std::vector<BehaviorEvent> events;
    for (const auto& item : items) events.push_back(event_before(3, BehaviorKind::article_read, item));
    return {events, noon};
}

const ReadingModel& trained() {
    static const ReadingModel model = train_readings(two_shelves()).value().model;
    return model;
}

}  // namespace

TEST_CASE("what to read next is learned from readers, and beats what everybody reads",
          "[content][readings]") {
    const auto training = train_readings(two_shelves());
    REQUIRE(training.has_value());
    CHECK(training->readers == 200);
    CHECK(training->compared.front().method == "popularity");
    const auto chosen =
        std::find_if(training->compared.begin(), training->compared.end(),
                     [&](const NextReading& each) { return each.method == training->chosen; });
    REQUIRE(chosen != training->compared.end());
    CHECK(chosen->ndcg_at_10 > 1.2 * training->compared.front().ndcg_at_10);
}

TEST_CASE("one reading is enough to be told what goes with it, and why", "[content][readings]") {
    const auto relevance = trained().relevance(history_of({"tax2"}));
    REQUIRE(relevance.contains("tax4"));
    CHECK(relevance.at("tax4").because.text == "tax2");
    CHECK(relevance.at("tax4").probability > 0.1);
    CHECK(relevance.at("tax4").probability < 1);
    CHECK_FALSE(relevance.contains("tax2"));
    for (const auto& [id, each] : relevance) {
        if (id.starts_with("home")) CHECK(each.probability < relevance.at("tax4").probability);
    }
    CHECK(trained().relevance(history_of({})).empty());
    CHECK(trained().relevance(history_of({"never-seen"})).empty());
}

TEST_CASE("what readers alike went on to comes first among what fits the moment", "[content][readings]") {
    const auto catalogue = std::make_shared<Catalogue>();
    for (const char* id : {"home2", "tax4", "new-item"})
        catalogue->items.push_back(item_of(id, "savings", ""));
    const auto model = std::make_shared<const ReadingModel>(trained());
    CustomerView view;
    view.events = {event_before(3, BehaviorKind::article_read, "tax2")};
    const auto moment = moment_of("none", "savings");
    const auto by_content = ContentPersonalizationEngine(catalogue).rank(view, {}, moment, 3);
    const auto hybrid = ContentPersonalizationEngine(catalogue, model).rank(view, {}, moment, 3);
    CHECK(by_content[0].id.text == "home2");
    REQUIRE(hybrid.size() == 3);  // what nobody has read is ranked by its content
    CHECK(hybrid[0].id.text == "tax4");
    CHECK(hybrid[0].score > by_content[0].score);
    CHECK(hybrid[0].score <= 1);
    CHECK(std::any_of(hybrid[0].reasons.begin(), hybrid[0].reasons.end(), [](const Evidence& reason) {
        return reason.words == "is read by those who read \"tax2\"";
    }));
    SECTION("and nothing that has expired") {
        catalogue->items[1].validity.until = plus_days(date_of(noon), -1);
        const auto left = ContentPersonalizationEngine(catalogue, model).rank(view, {}, moment, 3);
        CHECK(left.size() == 2);
    }
}

TEST_CASE("a model of readings is the same after the file, and damage is told", "[content][readings]") {
    const auto bytes = trained().to_bytes();
    const auto read = ReadingModel::from_bytes(bytes);
    REQUIRE(read.has_value());
    CHECK(read->to_bytes() == bytes);
    auto damaged = bytes;
    damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 1);
    for (const std::string& wrong :
         {damaged, bytes.substr(0, bytes.size() - 3), std::string("PARLCHRN...")}) {
        const auto refused = ReadingModel::from_bytes(wrong);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code == ErrorCode::bad_model);
        CHECK_THAT(refused.error().detail, Catch::Contains("parlance train content"));
    }
}

TEST_CASE("too few readers teach nothing", "[content][readings]") {
    const auto training = train_readings(two_shelves(19));
    REQUIRE_FALSE(training.has_value());
    CHECK(training.error().code == ErrorCode::bad_training);
}

TEST_CASE("the command learns from lists of likes, and says what it compared",
          "[content][readings][commands]") {
    const auto folder = dialogue::TemporaryFolder::make();
    const auto file = (folder->path() / "likes.txt").string();
    {
        std::ofstream out(file);
        for (const auto& reader : two_shelves().users) {
            out << reader.name;
            for (const auto& item : reader.items) out << ' ' << item;
            out << '\n';
        }
    }
    const auto model = (folder->path() / "content.model").string();
    const auto trained_here =
        run(train_content_command(), {{"train", file}, {"output", model}, {"json", "true"}});
    CAPTURE(trained_here.notes);
    REQUIRE(trained_here.exit == ExitCode::ok);
    const auto json = trained_here.json();
    CHECK(json["readers"] == 200);
    CHECK(json["compared"][0]["method"] == "popularity");
    CHECK(ReadingModel::load(model).has_value());
    CHECK(run(train_content_command(), {}).exit == ExitCode::usage);
    CHECK(run(train_content_command(), {{"events", file + ".none"}}).exit == ExitCode::io);
}
