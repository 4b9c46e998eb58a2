#include "websocket/config.h"

#include <charconv>
#include <cstdlib>
#include <fstream>

#include "websocket/config_file.h"

namespace parlance::websocket {

namespace {

// Where a setting of the command line or the environment came from, for messages.
struct Given {
    std::string value;
    std::string origin;  // "--port" or "PARLANCE_PORT"
};

// Flags first, then the environment: what overrides the file.
class Overrides {
public:
    Overrides(const CommandArguments& arguments, const Environment& environment)
        : arguments_(arguments), environment_(environment) {}

    std::optional<Given> find(const std::string& option, const std::string& variable) const {
        if (!option.empty() && arguments_.has(option)) return Given{arguments_.get(option), "--" + option};
        if (auto value = environment_(variable)) return Given{*value, variable};
        return std::nullopt;
    }

private:
    const CommandArguments& arguments_;
    const Environment& environment_;
};

void set_port(const Given& given, ListenConfig& listen, Findings& findings) {
    const char* end = given.value.data() + given.value.size();
    const auto [rest, error] = std::from_chars(given.value.data(), end, listen.port);
    if (error == std::errc{} && rest == end) return;
    findings.error("E0901", given.origin, {}, "\"" + given.value + "\" is no port",
                   "give a number from 0 to 65535");
}

void set_switch(const Given& given, bool& value, Findings& findings) {
    const auto& text = given.value;
    if (text == "true" || text == "1" || text == "on") {
        value = true;
    } else if (text == "false" || text == "0" || text == "off") {
        value = false;
    } else {
        findings.error("E0901", given.origin, {}, "\"" + text + "\" is neither true nor false");
    }
}

void apply(const Overrides& overrides, ServerConfig& config, Findings& findings) {
    if (const auto given = overrides.find("pack", "PARLANCE_PACK")) config.pack = given->value;
    if (const auto given = overrides.find("address", "PARLANCE_ADDRESS"))
        config.listen.address = given->value;
    if (const auto given = overrides.find("port", "PARLANCE_PORT")) set_port(*given, config.listen, findings);
    if (const auto given = overrides.find("data-dir", "PARLANCE_DATA_DIR"))
        config.store.data_dir = given->value;
    if (const auto given = overrides.find("model", "PARLANCE_MODEL")) config.nlu.model = given->value;
    if (const auto given = overrides.find("", "PARLANCE_LOG_LEVEL")) config.log_level = given->value;
    if (const auto given = overrides.find("demo-customer", "PARLANCE_DEMO_CUSTOMER")) {
        config.demo.customer.text = given->value;
    }
    if (const auto given = overrides.find("analysis", "PARLANCE_ANALYSIS")) {
        set_switch(*given, config.analysis, findings);
    }
    if (const auto given = overrides.find("", "PARLANCE_DEMO"))
        set_switch(*given, config.demo.enabled, findings);
    if (const auto given = overrides.find("no-demo", "PARLANCE_NO_DEMO")) {
        bool without = false;
        set_switch(*given, without, findings);
        if (without) config.demo.enabled = false;
    }
}

// A secret of the environment, or else of a file's first line.
void read_secret(const std::optional<std::string>& variable, const std::filesystem::path& file,
                 std::string& secret, Findings& findings) {
    if (variable && !variable->empty()) {
        secret = *variable;
    } else if (!file.empty()) {
        std::ifstream in(file);
        if (!std::getline(in, secret))
            findings.error("E0903", file.string(), {}, "the secret cannot be read from this file");
    }
}

void check(const ServerConfig& config, Findings& findings) {
    constexpr std::size_t shortest_secret = 32;  // bytes: the length of HS256's own output
    if (config.demo.enabled && !is_loopback(config.listen.address)) {
        findings.error("E0902", config.listen.address, {},
                       "the demo lets anybody in as a customer, so it listens on loopback addresses only",
                       "use --address 127.0.0.1, or --no-demo with a token secret");
    }
    if (!config.demo.enabled && config.auth.hs256_secret.size() < shortest_secret) {
        findings.error("E0903", "auth", {},
                       config.auth.hs256_secret.empty()
                           ? "without the demo, customers need tokens, and there is no secret "
                             "to check them with"
                           : "the token secret is shorter than 32 bytes",
                       "set PARLANCE_JWT_SECRET, or auth.hs256_secret_file in parlance.json");
    }
    if (const auto& token = config.auth.events_token; !token.empty() && token.size() < shortest_secret) {
        findings.error("E0903", "auth", {}, "the token of POST /v1/events is shorter than 32 bytes",
                       "set PARLANCE_EVENTS_TOKEN, or auth.events_token_file in parlance.json");
    }
    const auto& level = config.log_level;
    if (level != "debug" && level != "info" && level != "warn" && level != "error" && level != "off") {
        findings.error("E0901", "log_level", {}, "\"" + level + "\" is no log level",
                       "one of debug, info, warn, error, off");
    }
}

}  // namespace

Environment process_environment() {
    return [](const std::string& name) -> std::optional<std::string> {
        const char* value = std::getenv(name.c_str());
        return value == nullptr ? std::nullopt : std::optional<std::string>(value);
    };
}

bool is_loopback(const std::string& address) {
    return address == "localhost" || address == "::1" || address == "[::1]" || address.starts_with("127.");
}

ServerConfig read_config(const CommandArguments& arguments, const Environment& environment,
                         Findings& findings) {
    ServerConfig config;
    const Overrides overrides(arguments, environment);
    if (const auto file = overrides.find("config", "PARLANCE_CONFIG")) {
        read_config_file(file->value, config, findings);
    } else if (std::filesystem::exists("parlance.json")) {
        read_config_file("parlance.json", config, findings);
    }
    apply(overrides, config, findings);
    auto& auth = config.auth;
    read_secret(environment("PARLANCE_JWT_SECRET"), auth.hs256_secret_file, auth.hs256_secret, findings);
    read_secret(environment("PARLANCE_EVENTS_TOKEN"), auth.events_token_file, auth.events_token, findings);
    check(config, findings);
    return config;
}

}  // namespace parlance::websocket
