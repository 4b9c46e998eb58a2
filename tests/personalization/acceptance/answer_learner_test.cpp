#include "personalization/acceptance/answer_learner.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "dialogue/storage/temporary_folder.h"
#include "personalization/acceptance/decision_table.h"
#include "personalization/storage/audit_log.h"
#include "tests/personalization/customer_builder.h"

using namespace parlance;
using namespace parlance::personalization;
using namespace parlance::tests;

namespace {

AuditRecord showing(const std::string& conversation, double days_ago, const std::string& offer = "saver") {
    AuditRecord record;
    record.id = conversation + "/1/" + offer;
    record.at = event_before(days_ago, BehaviorKind::offer_shown, offer).at;
    record.customer.text = "C001";
    record.conversation.text = conversation;
    record.turn = 1;
    record.offer.text = offer;
    record.propensity = 0.25F;
    record.basis.emplace();
    (*record.basis)[place_in_case("always")] = 1;
    (*record.basis)[place_in_case("prior")] = -2.5;
    return record;
}

AuditRecord answer(AuditAct act, const std::string& conversation, double days_ago,
                   const std::string& offer = "saver") {
    AuditRecord record = showing(conversation, days_ago, offer);
    record.id = conversation + "/click/" + std::to_string(days_ago);
    record.act = act;
    record.basis.reset();
    return record;
}

std::string outcomes_of(const std::vector<AuditRecord>& records) {
    OfferAnswers answers;
    std::string text;
    for (const AuditRecord& record : records) {
        for (const OfferOutcome& outcome : answers.note(record))
            text += outcome.shown.conversation.text + (outcome.accepted ? ":yes " : ":no ");
    }
    return text + std::to_string(answers.waiting()) + " waiting";
}

}  // namespace

TEST_CASE("an offer is settled by a yes, a no, or a week", "[acceptance]") {
    using enum AuditAct;
    auto groundless = showing("a", 1);
    groundless.basis.reset();
    struct Row {
        const char* story;
        std::vector<AuditRecord> records;
        std::string outcomes;
    };
    const std::vector<Row> rows{
        {"just shown", {showing("a", 1)}, "1 waiting"},
        {"a yes", {showing("a", 1), answer(accepted, "a", 0.9)}, "a:yes 0 waiting"},
        {"a no", {showing("a", 1), answer(rejected, "a", 0.9)}, "a:no 0 waiting"},
        {"put off", {showing("a", 1), answer(later, "a", 0.9)}, "1 waiting"},
        {"put off, then a yes",
         {showing("a", 2), answer(later, "a", 1.9), answer(accepted, "a", 1)},
         "a:yes 0 waiting"},
        {"no answer for a week", {showing("a", 9), showing("b", 1)}, "a:no 1 waiting"},
        {"a yes too late", {showing("a", 9), answer(accepted, "a", 1)}, "a:no 0 waiting"},
        {"an answer to another offer", {showing("a", 1), answer(accepted, "a", 0.9, "card")}, "1 waiting"},
        {"an answer in another conversation", {showing("a", 1), answer(accepted, "b", 0.9)}, "1 waiting"},
        {"a second answer",
         {showing("a", 1), answer(accepted, "a", 0.9), answer(rejected, "a", 0.8)},
         "a:yes 0 waiting"},
        {"from before there was a basis", {groundless, answer(accepted, "a", 0.9)}, "0 waiting"},
    };
    for (const Row& row : rows) {
        INFO(row.story);
        CHECK(outcomes_of(row.records) == row.outcomes);
    }
}

TEST_CASE("a learner follows the trail, and after a restart knows what it knew", "[acceptance]") {
    const auto folder = dialogue::TemporaryFolder::make();
    const auto file = folder->path() / "audit.db";
    const auto on = *showing("a", 1).basis;
    double learned = 0;
    {
        const auto trail = AuditLog::open(file).value();
        AnswerLearner learner{AcceptanceEstimate()};
        REQUIRE(trail->follow([&](const AuditRecord& record) { learner.note(record); }));
        for (int i = 0; i < 40; ++i) {
            const auto conversation = "c" + std::to_string(i);
            const std::vector<AuditRecord> records{showing(conversation, 20 - i * 0.1),
                                                   answer(AuditAct::accepted, conversation, 19.9 - i * 0.1)};
            REQUIRE(trail->append(records));
            REQUIRE(trail->append(records));  // a repeated delivery teaches nothing
        }
        CHECK(learner.belief()->answers() == 40);
        learned = learner.belief()->correction(on);
        CHECK(learned > 0.5);
    }
    const auto trail = AuditLog::open(file).value();
    AnswerLearner learner{AcceptanceEstimate()};
    REQUIRE(trail->follow([&](const AuditRecord& record) { learner.note(record); }));
    CHECK(learner.belief()->answers() == 40);
    CHECK(learner.belief()->correction(on) == learned);
}

TEST_CASE("what was decided comes out as a table with propensities and answers", "[acceptance]") {
    DecisionTable table;
    table.note(showing("a", 3));
    table.note(answer(AuditAct::accepted, "a", 2.9));
    table.note(showing("b", 2, "card"));
    table.note(answer(AuditAct::rejected, "b", 1.9, "card"));
    table.note(showing("c", 1));
    CHECK(table.rows() == 2);
    CHECK(table.waiting() == 1);
    std::istringstream lines(table.csv());
    std::string line;
    std::getline(lines, line);
    CHECK(line.starts_with("action,propensity,reward,prior,intent,"));
    std::getline(lines, line);
    CHECK(line.starts_with("saver,0.25,1,-2.5,0,"));
    std::getline(lines, line);
    CHECK(line.starts_with("card,0.25,0,-2.5,0,"));
}
