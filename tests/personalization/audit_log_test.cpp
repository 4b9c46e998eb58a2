#include "personalization/storage/audit_log.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <sstream>
#include <thread>

#include "personalization/audit_command.h"

using namespace parlance;
using namespace parlance::personalization;

namespace {

// A folder of its own, gone with the object.
class Folder {
public:
    Folder()
        : path_(std::filesystem::temp_directory_path() / ("parlance_audit_" + std::to_string(::getpid()))) {
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    std::filesystem::path trail() const { return path_ / "audit.db"; }
    // Every byte that lies in it.
    std::string bytes() const {
        std::string all;
        for (const auto& entry : std::filesystem::directory_iterator(path_)) {
            std::ifstream in(entry.path(), std::ios::binary);
            all.append(std::istreambuf_iterator<char>(in), {});
        }
        return all;
    }

private:
    std::filesystem::path path_;
};

AuditRecord shown(const std::string& id, const std::string& customer = "C001") {
    AuditRecord record;
    record.id = id;
    record.at = parse_rfc3339("2026-11-20T09:30:00Z").value();
    record.customer.text = customer;
    record.conversation.text = "conversation";
    record.turn = 3;
    record.offer.text = "emergency_fund";
    record.rank = 1;
    record.acceptance = 0.25F;
    record.reasons = {{"Your reserve lasts 1.5 months", 0.8}};
    record.inputs = {{"reserve_months", "1.5"}};
    record.rules = "42";
    record.model = "points-1";
    return record;
}

std::unique_ptr<AuditLog> open(const std::filesystem::path& file) {
    auto log = AuditLog::open(file);
    REQUIRE(log.has_value());
    return std::move(*log);
}

void append(AuditLog& log, const std::vector<AuditRecord>& records) {
    REQUIRE(log.append(records).has_value());
}

// Does to the file what the program never would.
void tamper(const std::filesystem::path& file, const std::string& statement) {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    database.exec("DROP TRIGGER audit_entry_stays; DROP TRIGGER audit_entry_is_final;");
    database.exec(statement);
}

struct Ran {
    ExitCode exit;
    std::string out;
    std::string notes;
};

Ran run(const std::string& subject, std::map<std::string, std::string> values) {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream notes;
    for (const ProgramCommand& each : audit_command().subjects) {
        if (each.name != subject) continue;
        const ExitCode exit = each.run({std::move(values)}, {in, out, notes});
        return {exit, out.str(), notes.str()};
    }
    FAIL("no such subject");
    return {};
}

}  // namespace

TEST_CASE("a recommendation is on the trail with everything it rests on", "[personalization][audit]") {
    const auto log = open(":memory:");
    append(*log, {shown("a/1/emergency_fund")});
    const auto entries = log->entries_of({"C001"});
    REQUIRE(entries.has_value());
    REQUIRE(entries->size() == 1);
    for (const char* part :
         {R"("act":"shown")", R"("at":"2026-11-20T09:30:00.000Z")", R"("offer":"emergency_fund")",
          R"("acceptance":0.25)", R"("propensity":1.0)", R"("text":"Your reserve lasts 1.5 months")",
          R"("reserve_months":"1.5")", R"("rules":"42")", R"("model":"points-1")"}) {
        CHECK_THAT(entries->front(), Catch::Contains(part));
    }
    CHECK_THAT(entries->front(), !Catch::Contains("C001"));
}

TEST_CASE("the same id is kept once", "[personalization][audit]") {
    const auto log = open(":memory:");
    append(*log, {shown("a"), shown("b"), shown("a")});
    append(*log, {shown("b"), shown("c")});
    CHECK(log->verify()->entries == 3);
}

TEST_CASE("the chain goes on where it ended when the trail is opened again", "[personalization][audit]") {
    const Folder folder;
    append(*open(folder.trail()), {shown("a"), shown("b")});
    const std::string head = open(folder.trail())->verify()->head;
    const auto log = open(folder.trail());
    append(*log, {shown("c")});
    const auto verdict = log->verify();
    REQUIRE(verdict.has_value());
    CHECK(verdict->entries == 3);
    CHECK_FALSE(verdict->broken.has_value());
    CHECK(verdict->head != head);
    CHECK(log->has_digest(head).value());
}

TEST_CASE("whatever is done to an entry breaks the chain there", "[personalization][audit]") {
    const auto [statement, broken] = GENERATE(table<std::string, std::uint64_t>({
        {"UPDATE audit_entry SET body = replace(body, '0.25', '0.75') WHERE number = 2", 2},
        {"UPDATE audit_entry SET digest = lower(hex(zeroblob(32))) WHERE number = 3", 3},
        {"DELETE FROM audit_entry WHERE number = 1", 1},
        {"DELETE FROM audit_entry WHERE number = 3", 3},
        {"UPDATE audit_entry SET body = (SELECT body FROM audit_entry WHERE number = 2) WHERE number = 3", 3},
        {"INSERT INTO audit_entry SELECT 5, 'e', subject, body, digest FROM audit_entry WHERE number = 4", 5},
    }));
    CAPTURE(statement);
    const Folder folder;
    append(*open(folder.trail()), {shown("a"), shown("b"), shown("c"), shown("d")});
    tamper(folder.trail(), statement);
    const auto verdict = open(folder.trail())->verify();
    REQUIRE(verdict.has_value());
    REQUIRE(verdict->broken.has_value());
    CHECK(*verdict->broken == broken);
    CHECK(verdict->entries == broken - 1);
}

TEST_CASE("the file itself refuses changes", "[personalization][audit]") {
    const Folder folder;
    append(*open(folder.trail()), {shown("a")});
    SQLite::Database database(folder.trail().string(), SQLite::OPEN_READWRITE);
    CHECK_THROWS(database.exec("DELETE FROM audit_entry"));
    CHECK_THROWS(database.exec("UPDATE audit_entry SET body = ''"));
}

TEST_CASE("a forgotten customer cannot be found from the trail, which stays whole",
          "[personalization][audit]") {
    const Folder folder;
    const auto log = open(folder.trail());
    append(*log, {shown("a", "Customer-4711"), shown("b", "C002"), shown("c", "Customer-4711")});
    CHECK_THAT(folder.bytes(), Catch::Contains("Customer-4711"));
    CHECK(log->forget({"Customer-4711"}).value());
    CHECK_FALSE(log->forget({"Customer-4711"}).value());
    CHECK_THAT(folder.bytes(), !Catch::Contains("Customer-4711"));
    CHECK(log->entries_of({"Customer-4711"})->empty());
    CHECK(log->entries_of({"C002"})->size() == 1);
    CHECK(log->verify()->entries == 3);
}

TEST_CASE("several threads make one chain", "[personalization][audit]") {
    const auto log = open(":memory:");
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 4; ++writer) {
        writers.emplace_back([&log, writer] {
            for (int i = 0; i < 50; ++i) {
                const std::vector<AuditRecord> one{shown(std::to_string(writer) + "/" + std::to_string(i))};
                if (!log->append(one).has_value()) std::abort();
            }
        });
    }
    for (std::thread& writer : writers) writer.join();
    const auto verdict = log->verify();
    CHECK(verdict->entries == 200);
    CHECK_FALSE(verdict->broken.has_value());
}

namespace {

// Appends entries until it is killed, telling each that is committed through the pipe.
[[noreturn]] void append_until_killed(const std::filesystem::path& trail, std::uint32_t from, int pipe) {
    auto log = AuditLog::open(trail);
    if (!log) ::_exit(1);
    for (std::uint32_t number = from;; ++number) {
        const std::vector<AuditRecord> one{shown(std::to_string(number))};
        if (!(*log)->append(one).has_value()) ::_exit(2);
        if (::write(pipe, &number, sizeof number) != sizeof number) ::_exit(3);
    }
}

// Lets a program append for so long, kills it, and returns how many entries it told.
std::uint32_t told_before_kill(const std::filesystem::path& trail, std::uint32_t from,
                               std::chrono::microseconds life) {
    int pipe[2];
    REQUIRE(::pipe(pipe) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) append_until_killed(trail, from, pipe[1]);
    ::close(pipe[1]);
    std::uint32_t told = from;
    std::uint32_t number = 0;
    const auto read_one = [&] { return ::read(pipe[0], &number, sizeof number) == sizeof number; };
    const auto end = std::chrono::steady_clock::now() + life;
    while (std::chrono::steady_clock::now() < end && read_one()) told = number + 1;
    ::kill(child, SIGKILL);
    while (read_one()) told = number + 1;
    ::close(pipe[0]);
    ::waitpid(child, nullptr, 0);
    return told;
}

}  // namespace

TEST_CASE("no entry that was told is lost when the program is killed", "[personalization][audit]") {
    const Folder folder;
    std::uint32_t told = 0;
    for (int kill = 0; kill < 20; ++kill) {
        // Uneven lives, so that it dies in ever other places.
        told = told_before_kill(folder.trail(), told, std::chrono::microseconds(20'000 + kill * 1'717));
        const auto verdict = open(folder.trail())->verify();
        REQUIRE(verdict.has_value());
        CHECK_FALSE(verdict->broken.has_value());
        // The one that was being told may be there too; it will be appended again, to no effect.
        CHECK(verdict->entries >= told);
        CHECK(verdict->entries <= told + 1);
    }
    CHECK(told > 20);
}

TEST_CASE("the command verifies and shows a trail", "[personalization][audit]") {
    const Folder folder;
    const std::string file = folder.trail().string();
    CHECK(run("verify", {{"file", file}}).exit == ExitCode::io);
    CHECK_FALSE(std::filesystem::exists(folder.trail()));
    append(*open(folder.trail()), {shown("a"), shown("b")});
    const std::string head = open(folder.trail())->verify()->head;

    const Ran whole = run("verify", {{"file", file}, {"head", head}});
    CHECK(whole.exit == ExitCode::ok);
    CHECK_THAT(whole.out, Catch::Contains("2 entries, head " + head));
    CHECK(run("show", {{"file", file}, {"customer", "C001"}}).out.find("emergency_fund") !=
          std::string::npos);

    tamper(folder.trail(), "DELETE FROM audit_entry WHERE number = 2");
    CHECK(run("verify", {{"file", file}}).exit == ExitCode::ok);
    const Ran cut = run("verify", {{"file", file}, {"head", head}, {"json", "true"}});
    CHECK(cut.exit == ExitCode::findings);
    CHECK_THAT(cut.out, Catch::Contains("\"intact\": false") && Catch::Contains("cut off"));
}
