#include "websocket/config.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "tests/intents/temporary_pack.h"

namespace parlance::tests {

using namespace websocket;

namespace {

Environment environment(std::map<std::string, std::string> variables) {
    return [variables = std::move(variables)](const std::string& name) -> std::optional<std::string> {
        const auto found = variables.find(name);
        return found == variables.end() ? std::nullopt : std::optional(found->second);
    };
}

}  // namespace

TEST_CASE("flags win over the environment, that over the file, that over the defaults",
          "[websocket][config]") {
    TemporaryPack folder;
    folder.write("p.json",
                 R"({"listen": {"port": 7001, "address": "127.0.0.2"}, "store": {"data_dir": "file"},
        "limits": {"idle_timeout_s": 90, "messages_per_s": 2.5}, "analysis": true})");
    Findings findings;
    const CommandArguments arguments{{{"config", (folder.root() / "p.json").string()}, {"port", "7003"}}};
    const auto config = read_config(
        arguments, environment({{"PARLANCE_PORT", "7002"}, {"PARLANCE_DATA_DIR", "variable"}}), findings);
    CHECK_FALSE(findings.has_errors());
    CHECK(config.listen.port == 7003);
    CHECK(config.store.data_dir == "variable");
    CHECK(config.listen.address == "127.0.0.2");
    CHECK(config.limits.idle_timeout_s == std::chrono::seconds(90));
    CHECK(config.limits.messages_per_s == 2.5);
    CHECK(config.analysis);
    CHECK(config.limits.outbox_bytes == 256 * 1024);
}

TEST_CASE("the documented configuration is the default one", "[websocket][config][docs]") {
    const auto page = std::filesystem::path(__FILE__).parent_path() / "../../docs/protocol.md";
    std::stringstream text;
    text << std::ifstream(page).rdbuf();
    const std::string fence = "```json\n";
    const auto begin = text.str().find(fence + "{\n  \"pack\"");
    REQUIRE(begin != std::string::npos);
    const auto content =
        text.str().substr(begin + fence.size(), text.str().find("```\n", begin + 1) - begin - fence.size());
    TemporaryPack folder;
    folder.write("p.json", content);
    Findings findings;
    const auto documented =
        read_config({{{"config", (folder.root() / "p.json").string()}}}, environment({}), findings);
    CHECK(findings.sorted().empty());
    const ServerConfig defaults;
    CHECK(documented.pack == defaults.pack);
    CHECK(documented.listen.port == defaults.listen.port);
    CHECK(documented.limits.max_message_bytes == defaults.limits.max_message_bytes);
    CHECK(documented.limits.idle_timeout_s == defaults.limits.idle_timeout_s);
    CHECK(documented.limits.outbox_bytes == defaults.limits.outbox_bytes);
    CHECK(documented.limits.session_ttl_s == defaults.limits.session_ttl_s);
    CHECK(documented.limits.replay_bytes == defaults.limits.replay_bytes);
    CHECK(documented.limits.messages_per_s == defaults.limits.messages_per_s);
    CHECK(documented.limits.max_waiting_per_conversation == defaults.limits.max_waiting_per_conversation);
    CHECK(documented.limits.drain_s == defaults.limits.drain_s);
    CHECK(documented.personalization.models.churn == defaults.personalization.models.churn);
    CHECK(documented.personalization.contacts.showings_a_week ==
          defaults.personalization.contacts.showings_a_week);
    CHECK(documented.personalization.contacts.after_later == defaults.personalization.contacts.after_later);
    CHECK(documented.personalization.exploration.chance_percent ==
          defaults.personalization.exploration.chance_percent);
    CHECK(documented.personalization.alerts.raise_at == defaults.personalization.alerts.raise_at);
    CHECK(documented.personalization.alerts.clear_below == defaults.personalization.alerts.clear_below);
}

TEST_CASE("what is wrong in the file is told with its place", "[websocket][config]") {
    const auto [text, code, line, column] = GENERATE(table<std::string, std::string, int, int>({
        {"{\n  \"listn\": {}\n}", "E0104", 2, 3},
        {"{\"limits\": {\"idle_timeout\": 5}}", "E0104", 1, 13},
        {"{\"listen\": {\"port\": 70000}}", "E0901", 1, 21},
        {"{\"listen\": {\"port\": \"x\"}}", "E0103", 1, 21},
        {"{\"limits\": {\"messages_per_s\": -1}}", "E0901", 1, 31},
        {"{\"personalization\": {\"churn_modle\": \"x\"}}", "E0104", 1, 22},
        {"{\"personalization\": {\"churn_alert_raise_at\": 1}}", "E0901", 1, 46},
        {"{\"personalization\": {\"churn_alert_clear_below\": 0.7}}", "E0901", 1, 49},
        {"{\"personalization\": {\"explored_percent\": 60}}", "E0901", 1, 42},
        {"{\"personalization\": {\"offers_a_week\": -1}}", "E0901", 1, 39},
        {"{\"analysis\": 1}", "E0103", 1, 14},
        {"{", "E0003", 1, 2},
    }));
    CAPTURE(text);
    TemporaryPack folder;
    folder.write("p.json", text);
    Findings findings;
    const CommandArguments arguments{{{"config", (folder.root() / "p.json").string()}}};
    read_config(arguments, environment({}), findings);
    REQUIRE(findings.count(Severity::error) == 1);
    const auto finding = findings.sorted().front();
    CHECK(finding.code == code);
    CHECK(finding.position.line == line);
    CHECK(finding.position.column == column);
}

TEST_CASE("settings that cannot be served are refused", "[websocket][config]") {
    using Variables = std::map<std::string, std::string>;
    const auto [flags, variables, code] = GENERATE(table<Variables, Variables, std::string>({
        {{{"port", "99999"}}, {}, "E0901"},
        {{{"port", "80x"}}, {}, "E0901"},
        {{{"address", "0.0.0.0"}}, {}, "E0902"},
        {{{"address", "192.168.1.2"}}, {}, "E0902"},
        {{{"no-demo", "true"}}, {}, "E0903"},
        {{{"no-demo", "true"}}, {{"PARLANCE_JWT_SECRET", "short"}}, "E0903"},
        {{{"config", "/no/such/file.json"}}, {}, "E0001"},
        {{}, {{"PARLANCE_ANALYSIS", "maybe"}}, "E0901"},
        {{}, {{"PARLANCE_LOG_LEVEL", "loud"}}, "E0901"},
    }));
    CAPTURE(code);
    Findings findings;
    read_config({flags}, environment(variables), findings);
    REQUIRE(findings.has_errors());
    CHECK(findings.sorted().front().code == code);
}

TEST_CASE("without the demo any address will do, given a secret", "[websocket][config]") {
    TemporaryPack folder;
    folder.write("secret", "0123456789abcdef0123456789abcdef\n");
    folder.write("p.json",
                 R"({"auth": {"hs256_secret_file": ")" + (folder.root() / "secret").string() + "\"}}");
    Findings findings;
    const CommandArguments arguments{
        {{"config", (folder.root() / "p.json").string()}, {"no-demo", "true"}, {"address", "0.0.0.0"}}};
    const auto config = read_config(arguments, environment({}), findings);
    CHECK_FALSE(findings.has_errors());
    CHECK(config.auth.hs256_secret == "0123456789abcdef0123456789abcdef");
    CHECK_FALSE(config.demo.enabled);
}

}  // namespace parlance::tests
