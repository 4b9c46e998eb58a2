#include "websocket/user_records.h"

#include <fstream>
#include <iterator>
#include <sstream>

#include "personalization/cloud_event.h"
#include "tests/websocket/running_server.h"
#include "websocket/user_command.h"

namespace parlance::tests {

using namespace websocket;

namespace {

// Every byte that the folder's files have. bank.db is the bank's own, and not there in tests.
std::string bytes_of(const std::filesystem::path& folder) {
    std::string all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        std::ifstream in(entry.path(), std::ios::binary);
        all.append(std::istreambuf_iterator<char>(in), {});
    }
    return all;
}

// A customer who talked, clicked, and of whom a feed sent something unreadable.
void leave_traces(RunningServer& server) {
    auto client = server.connect();
    client.hello({{"customer", "C003"}});
    client.say("m1", "words-of-his and nothing more");
    client.send({{"type", "behavior"}, {"id", "b1"}, {"event", "page_view"}, {"feature", "feature-of-his"}});
    CHECK(client.next("ack").at("re") == "b1");
    client.send({{"type", "message"}, {"id", "m2"}, {"payload", "/life_having_baby"}});
    client.next("message");
}

ExitCode run(const ProgramCommand& command, std::map<std::string, std::string> values, std::string& out) {
    std::istringstream in;
    std::ostringstream answer;
    std::ostringstream notes;
    const auto exit = command.run({std::move(values)}, {in, answer, notes});
    out = answer.str() + notes.str();
    return exit;
}

}  // namespace

TEST_CASE("a customer gets everything, and when he is erased nothing is left in any file",
          "[websocket][pii][gdpr]") {
    RunningServer server;
    leave_traces(server);
    {
        auto dead = personalization::DeadLetters::open(server.folder() / "dead_letters.db");
        personalization::DeadLetter letter;
        letter.text = R"({"subject": "C003", "broken": true})";
        REQUIRE((*dead)->keep(std::vector{letter}).has_value());
    }
    REQUIRE(bytes_of(server.folder()).find("words-of-his") != std::string::npos);

    const auto subjects = make_user_command().subjects;
    std::string out;
    const std::map<std::string, std::string> who{{"customer", "C003"}, {"store", server.folder().string()}};
    REQUIRE(run(subjects.at(0), who, out) == ExitCode::ok);
    const auto records = Json::parse(out);
    CHECK(records.at("customer") == "C003");
    CHECK(records.at("conversations").size() == 1);
    CHECK(records.at("conversations").at(0).at("said").at(0).at("text") == "words-of-his and nothing more");
    CHECK(records.at("dead_letters").size() == 1);
    CHECK(records.at("state").at("events").get<int>() >= 2);
    bool has_click = false;
    for (const auto& event : records.at("behavior")) {
        CHECK(personalization::read_cloud_event(event.dump()).has_value());
        has_click = has_click || event.at("data").at("feature") == "feature-of-his";
    }
    CHECK(has_click);

    auto asked = who;
    asked["json"] = "true";
    REQUIRE(run(subjects.at(1), asked, out) == ExitCode::ok);
    const auto erasure = Json::parse(out);
    CHECK(erasure.at("conversations") == 1);
    CHECK(erasure.at("dead_letters") == 1);
    CHECK(erasure.at("sessions") == 1);
    CHECK(erasure.at("behavior_events").get<int>() >= 2);
    const auto left = bytes_of(server.folder());
    CHECK(left.find("words-of-his") == std::string::npos);
    CHECK(left.find("feature-of-his") == std::string::npos);
    CHECK(left.find("C003") == std::string::npos);

    REQUIRE(run(subjects.at(1), asked, out) == ExitCode::ok);
    CHECK(Json::parse(out).at("behavior_events") == 0);
    auto again = server.connect();
    again.hello({{"customer", "C003"}});
    CHECK_FALSE(again.say("m1", "hello").at("text").get<std::string>().empty());
}

TEST_CASE("a folder that is not there is said to be", "[websocket][gdpr]") {
    std::string out;
    const auto subjects = make_user_command().subjects;
    CHECK(run(subjects.at(0), {{"customer", "C1"}, {"store", "/no/such/folder"}}, out) == ExitCode::io);
    CHECK(out.find("/no/such/folder") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists("/no/such/folder"));
    CHECK(run(make_user_command(), {}, out) == ExitCode::usage);
    CHECK(out.find("parlance user export") != std::string::npos);
}

}  // namespace parlance::tests
