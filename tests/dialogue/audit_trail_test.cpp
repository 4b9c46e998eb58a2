#include "dialogue/audit_trail.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <set>
#include <sstream>
#include <unordered_set>

#include "dialogue/storage/demo_bank.h"
#include "dialogue/storage/memory_tracker_store.h"
#include "dialogue/storage/temporary_folder.h"
#include "personalization/audit_command.h"
#include "personalization/storage/memory_event_store.h"
#include "tests/dialogue/banking_assistant.h"

using namespace parlance;
using namespace parlance::dialogue;
using personalization::AuditLog;

namespace {

// The engine over the banking pack and the demo bank, with a trail in a file.
class AuditedEngine {
public:
    explicit AuditedEngine(const std::filesystem::path& trail)
        : bank_(DemoBank::open(":memory:", *tests::banking_world().source, clock_()).value()),
          audit_(AuditLog::open(trail).value()),
          engine_(tests::banking_world().assistant,
                  {*bank_, *bank_, trackers_, behavior_, clock_, audit_.get()}) {}

    Result<TurnTaken> ask_for_offers(const std::string& conversation) {
        return engine_.take_turn({{conversation},
                                  {"C007"},
                                  "/life_having_baby",
                                  {"en"},
                                  "m1",
                                  std::chrono::steady_clock::now() + std::chrono::minutes(1)});
    }

    const MemoryTrackerStore& trackers() const { return trackers_; }
    const AuditLog& audit() const { return *audit_; }

private:
    Clock clock_ = system_clock();
    std::unique_ptr<DemoBank> bank_;
    personalization::MemoryEventStore behavior_;
    MemoryTrackerStore trackers_;
    std::unique_ptr<AuditLog> audit_;
    TurnEngine engine_;
};

using Ids = std::vector<std::string>;

// The ids that the trail must have for what a turn shows.
Ids ids_of(const std::string& conversation, const TurnTaken& taken) {
    Ids ids;
    for (const auto& one : taken.turn.reply.recommendations)
        ids.push_back(conversation + "/" + std::to_string(taken.turn.number) + "/" + one.offer.text);
    return ids;
}

std::unordered_set<std::string> ids_on(const std::filesystem::path& trail) {
    SQLite::Database database(trail.string(), SQLite::OPEN_READONLY);
    SQLite::Statement row(database, "SELECT id FROM audit_entry");
    std::unordered_set<std::string> ids;
    while (row.executeStep()) ids.insert(row.getColumn(0).getString());
    return ids;
}

// Shows offers in ever new conversations, a line through the pipe for each that is shown, until it is killed.
[[noreturn]] void show_until_killed(const std::filesystem::path& trail, int life, int pipe) {
    AuditedEngine engine(trail);
    for (int number = 0;; ++number) {
        const std::string conversation = std::to_string(life) + "-" + std::to_string(number);
        const auto taken = engine.ask_for_offers(conversation);
        if (!taken) ::_exit(1);
        std::string lines;
        for (const std::string& id : ids_of(conversation, *taken)) lines += id + "\n";
        if (lines.empty()) ::_exit(2);
        if (::write(pipe, lines.data(), lines.size()) != static_cast<ssize_t>(lines.size())) ::_exit(3);
    }
}

// What a program showed that was killed, wherever it was, once it had shown so many.
Ids shown_before_kill(const std::filesystem::path& trail, int life, std::size_t enough) {
    int pipe[2];
    REQUIRE(::pipe(pipe) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) show_until_killed(trail, life, pipe[1]);
    ::close(pipe[1]);
    std::string text;
    char bytes[4096];
    std::size_t shown = 0;
    for (ssize_t got = 0; (got = ::read(pipe[0], bytes, sizeof bytes)) > 0;) {
        text.append(bytes, static_cast<std::size_t>(got));
        shown += static_cast<std::size_t>(std::count(bytes, bytes + got, '\n'));
        if (shown >= enough) ::kill(child, SIGKILL);
    }
    ::close(pipe[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));
    Ids ids;
    std::istringstream lines(text);
    for (std::string id; std::getline(lines, id);) ids.push_back(id);
    return ids;
}

ExitCode verify(const std::filesystem::path& trail) {
    std::istringstream in;
    std::ostringstream out;
    for (const ProgramCommand& each : personalization::audit_command().subjects)
        if (each.name == "verify") return each.run({{{"file", trail.string()}}}, {in, out, out});
    return ExitCode::usage;
}

// PARLANCE_AUDITED, where the test is to take its time.
std::size_t recommendations_in_all() {
    const char* given = std::getenv("PARLANCE_AUDITED");
    return given == nullptr ? 1'000 : std::strtoul(given, nullptr, 10);
}

}  // namespace

TEST_CASE("what a turn recommends is on the trail when the turn returns", "[dialogue][audit]") {
    const auto folder = TemporaryFolder::make();
    AuditedEngine engine(folder->path() / "audit.db");
    const auto taken = engine.ask_for_offers("one");
    REQUIRE(taken.has_value());
    const Ids shown = ids_of("one", *taken);
    REQUIRE_FALSE(shown.empty());
    const auto kept = ids_on(folder->path() / "audit.db");
    CHECK(kept == std::unordered_set<std::string>(shown.begin(), shown.end()));
}

TEST_CASE("the trail says what a choice rested on, by what estimate, and how likely it was",
          "[dialogue][audit]") {
    const auto folder = TemporaryFolder::make();
    AuditedEngine engine(folder->path() / "audit.db");
    REQUIRE(engine.ask_for_offers("one").has_value());
    const auto entries = engine.audit().entries_of({"C007"}).value();
    REQUIRE_FALSE(entries.empty());
    const auto record = personalization::read_audit_json(entries.front()).value();
    CHECK(record.conversation.text == "one");
    CHECK(record.model == "points-1");
    CHECK(record.propensity == 1);
    CHECK(record.acceptance > 0);
    REQUIRE(record.basis.has_value());
    CHECK((*record.basis)[personalization::place_in_case("told")] == 1);
    CHECK((*record.basis)[personalization::place_in_case("prior")] < 0);
}

TEST_CASE("a turn that recommends says how long each engine took", "[dialogue][metrics]") {
    const auto folder = TemporaryFolder::make();
    AuditedEngine engine(folder->path() / "audit.db");
    const auto taken = engine.ask_for_offers("one");
    REQUIRE(taken.has_value());
    const auto& times = taken->timing.engines;
    for (const auto& spent : {times.behavioral_analyzer, times.life_event_predictor, times.content_engine,
                              times.recommendation_engine})
        CHECK(spent.value_or(std::chrono::nanoseconds{0}).count() > 0);
}

TEST_CASE("a turn whose recommendations the trail does not take shows nothing and is taken again later",
          "[dialogue][audit]") {
    const auto folder = TemporaryFolder::make();
    const auto trail = folder->path() / "audit.db";
    AuditedEngine engine(trail);
    SQLite::Database(trail.string(), SQLite::OPEN_READWRITE)
        .exec("CREATE TRIGGER full BEFORE INSERT ON audit_entry BEGIN SELECT RAISE(ABORT, 'disk full'); END");
    const auto refused = engine.ask_for_offers("one");
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == ErrorCode::storage_failed);
    CHECK(engine.trackers().load({"one"})->events.empty());
    SQLite::Database(trail.string(), SQLite::OPEN_READWRITE).exec("DROP TRIGGER full");
    const auto taken = engine.ask_for_offers("one");
    REQUIRE(taken.has_value());
    CHECK_FALSE(taken->repeated);
    CHECK(engine.audit().verify()->entries == ids_of("one", *taken).size());
}

TEST_CASE("killed again and again, the trail is whole and has everything that was shown",
          "[dialogue][audit]") {
    const auto folder = TemporaryFolder::make();
    const auto trail = folder->path() / "audit.db";
    tests::banking_world();  // once, not in every life
    const std::size_t all = recommendations_in_all();
    std::mt19937 random(11);
    std::set<std::string> shown;
    int lives = 0;
    while (shown.size() < all) {
        const Ids ids = shown_before_kill(trail, lives++, 1 + random() % std::max<std::size_t>(all / 20, 1));
        shown.insert(ids.begin(), ids.end());
        REQUIRE(verify(trail) == ExitCode::ok);
        const auto kept = ids_on(trail);
        const auto missing =
            std::count_if(shown.begin(), shown.end(), [&](const auto& id) { return !kept.contains(id); });
        REQUIRE(missing == 0);
        // Each life may have kept one reply, of three offers at most, that it could not tell any more.
        CHECK(kept.size() <= shown.size() + 3 * static_cast<std::size_t>(lives));
    }
    CHECK(lives > 1);
}
