#include "personalization/acceptance/acceptance_estimate.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "dialogue/storage/temporary_folder.h"
#include "personalization/acceptance/decision_table.h"
#include "personalization/learning/learning_commands.h"
#include "personalization/seeded_random.h"
#include "tests/personalization/learning/command_run.h"

using namespace parlance;
using namespace parlance::personalization;

namespace {

// Decisions in which tax offers are taken up, cards are not, and a good mood helps.
void write_decisions(const std::filesystem::path& file) {
    SeededRandom random(5);
    DecisionTable table;
    for (int i = 0; i < 1200; ++i) {
        AuditRecord record;
        record.conversation.text = std::to_string(i);
        record.offer.text = i % 2 == 0 ? "tax" : "card";
        record.at = TimePoint{std::chrono::minutes{i}};
        record.basis.emplace();
        auto& basis = *record.basis;
        basis[place_in_case(i % 2 == 0 ? "kind_tax" : "kind_card")] = 1;
        basis[place_in_case("prior")] = -2 + 0.2 * random.normal();
        basis[place_in_case("mood")] = 2 * random.uniform() - 1;
        table.note(record);
        const double chance = (i % 2 == 0 ? 0.5 : 0.1) + 0.3 * basis[place_in_case("mood")];
        record.act = random.uniform() < chance ? AuditAct::accepted : AuditAct::rejected;
        table.note(record);
    }
    std::ofstream(file) << table.csv();
}

tests::Answer train(const std::filesystem::path& folder, const std::string& drop) {
    write_decisions(folder / "decisions.csv");
    return tests::run(train_acceptance_command(), {{"data", (folder / "decisions.csv").string()},
                                                   {"target", "reward"},
                                                   {"positive", "1"},
                                                   {"drop", drop},
                                                   {"output", (folder / "model").string()}});
}

OfferCase offering(std::string_view kind, double mood) {
    OfferCase on{};
    on[place_in_case("prior")] = -2;
    on[place_in_case(kind)] = 1;
    on[place_in_case("mood")] = mood;
    return on;
}

}  // namespace

TEST_CASE("without a model acceptance goes by points", "[acceptance]") {
    const AcceptanceEstimate points;
    OfferCase on{};
    on[place_in_case("prior")] = -2;
    CHECK(points.log_odds(on) == -2);
    on[place_in_case("intent")] = 1;
    CHECK(points.log_odds(on) > -2);
    CHECK(points.name() == "points-1");
}

TEST_CASE("a model that was trained on decisions estimates acceptance", "[acceptance][commands]") {
    const auto folder = dialogue::TemporaryFolder::make();
    const auto trained = train(folder->path(), "action,propensity");
    CAPTURE(trained.notes);
    REQUIRE(trained.exit == ExitCode::ok);
    const auto estimate = AcceptanceEstimate::load(folder->path() / "model");
    REQUIRE(estimate.has_value());
    CHECK(estimate->name().starts_with("model-"));
    CHECK(estimate->log_odds(offering("kind_tax", 0)) > estimate->log_odds(offering("kind_card", 0)) + 1);
    CHECK(estimate->log_odds(offering("kind_tax", 0.9)) >
          estimate->log_odds(offering("kind_tax", -0.9)) + 0.5);
}

TEST_CASE("a model that needs what no offer case has is refused", "[acceptance][commands]") {
    const auto folder = dialogue::TemporaryFolder::make();
    REQUIRE(train(folder->path(), "propensity").exit == ExitCode::ok);
    const auto estimate = AcceptanceEstimate::load(folder->path() / "model");
    REQUIRE_FALSE(estimate.has_value());
    CHECK(estimate.error().code == ErrorCode::bad_model);
    CHECK_THAT(estimate.error().detail, Catch::Contains("it needs \"action"));
    CHECK(AcceptanceEstimate::load(folder->path() / "none").error().code == ErrorCode::io_failed);
}
