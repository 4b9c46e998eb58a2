#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "intents/findings.h"
#include "intents/name.h"
#include "intents/program_command.h"
#include "intents/shipped_folder.h"
#include "personalization/acceptance/contact_limits.h"
#include "personalization/acceptance/exploration.h"
#include "personalization/churn_alerts.h"
#include "personalization/models/behavior_models.h"
#include "personalization/outreach/outreach_planner.h"

namespace parlance::websocket {

struct ListenConfig {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;                 // 0: any free one
    std::vector<std::string> allowed_origins;  // besides the server's own: "https://bank.example"
    std::size_t max_connections = 10'000;
    std::uint32_t max_header_bytes = 8192;
};

struct StoreConfig {
    std::filesystem::path data_dir = "var";
};

struct NluConfig {
    std::filesystem::path model;  // empty: <data_dir>/<pack>.model
};

// What was learned from the bank's events; without a model, point scores stand in.
struct PersonalizationConfig {
    personalization::BehaviorModelFiles models;
    personalization::ChurnAlertOptions alerts;
    std::filesystem::path acceptance;  // a model of `parlance train acceptance`
    personalization::Exploration exploration;
    personalization::ContactLimits contacts;
};

// Speaking to customers unasked, by the rules of the pack's outreach.json.
struct OutreachConfig {
    bool enabled = false;
    personalization::OutreachLimits limits;
};

struct LimitsConfig {
    std::size_t max_message_bytes = 64 * 1024;
    std::size_t max_events_bytes = 4 * 1024 * 1024;  // of one POST /v1/events
    std::chrono::seconds handshake_timeout_s{10};    // from accept to 101, and for the closing handshake
    std::chrono::seconds hello_timeout_s{10};        // until a token has come, where tokens are required
    std::chrono::seconds idle_timeout_s{60};         // without any byte from the client, pongs included
    std::chrono::seconds ping_s{25};                 // what clients are told in `welcome`
    std::size_t outbox_bytes = 256 * 1024;           // waiting for a slow reader
    std::chrono::seconds session_ttl_s{120};         // a session without a connection lives so long
    std::size_t replay_frames = 200;                 // kept a session for `resume`
    std::size_t replay_bytes = 1024 * 1024;
    std::size_t history_messages = 50;  // in `welcome`
    double messages_per_s = 5;          // a connection; 0: no limit
    double message_burst = 20;
    std::size_t max_waiting_turns = 1000;
    std::size_t max_waiting_per_conversation = 4;
    unsigned turn_threads = 0;  // 0: as many as cores
    std::chrono::seconds turn_timeout_s{10};
    std::chrono::seconds drain_s{10};
};

// Anonymous visitors are the demo bank's customers. Only on loopback addresses.
struct DemoConfig {
    bool enabled = true;
    CustomerId customer{"C001"};
};

struct AuthConfig {
    std::filesystem::path hs256_secret_file;
    std::filesystem::path events_token_file;
    std::string events_token;  // what POST /v1/events wants; read from the file or PARLANCE_EVENTS_TOKEN
    std::string hs256_secret;  // read from the file or PARLANCE_JWT_SECRET; never in the configuration itself
};

struct ServerConfig {
    std::filesystem::path pack = default_pack();
    ListenConfig listen;
    StoreConfig store;
    NluConfig nlu;
    PersonalizationConfig personalization;
    OutreachConfig outreach;
    LimitsConfig limits;
    DemoConfig demo;
    AuthConfig auth;
    bool analysis = false;  // customers get `analysis` frames: for development
    std::string log_level = "info";
};

// A variable of the environment, if set.
using Environment = std::function<std::optional<std::string>(const std::string& name)>;
Environment process_environment();

// Puts a configuration together: flag > PARLANCE_* > file > default. Reads the file that `-c` or
// PARLANCE_CONFIG names, or ./parlance.json when there is one. Findings: E0001 and E0003 (the file), those of
// ObjectReader, E0901 a value that cannot be, E0902 the demo on an address others can reach, E0903 no secret
// to check tokens with.
ServerConfig read_config(const CommandArguments& arguments, const Environment& environment,
                         Findings& findings);

// True for 127.x.x.x, ::1 and "localhost".
bool is_loopback(const std::string& address);

}  // namespace parlance::websocket
