#pragma once

#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <filesystem>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <thread>

#include "dialogue/assistant.h"
#include "dialogue/storage/demo_bank.h"
#include "dialogue/storage/sqlite_tracker_store.h"
#include "personalization/ingest/behavior_folder.h"
#include "personalization/ingest/event_ingest.h"
#include "tests/pack_root.h"
#include "websocket/client.h"
#include "websocket/server.h"

namespace parlance::tests {

using Json = nlohmann::json;

// The banking pack with the keyword classifier, and its demo bank: read once for all tests.
struct SharedAssistant {
    std::shared_ptr<const dialogue::Assistant> assistant;
    std::unique_ptr<dialogue::DemoBank> bank;

    static SharedAssistant& get() {
        static SharedAssistant shared = [] {
            Findings findings;
            const auto source = PackSource::read(pack_root(), findings);
            SharedAssistant made;
            made.assistant = dialogue::load_assistant(source, {}, findings);
            for (const auto& finding : findings.sorted()) UNSCOPED_INFO(describe(finding, pack_root()));
            REQUIRE(made.assistant != nullptr);
            auto bank = dialogue::DemoBank::open(":memory:", source, system_clock()());
            REQUIRE(bank.has_value());
            made.bank = std::move(*bank);
            return made;
        }();
        return shared;
    }
};

// A client whose frames are JSON; every expectation that fails ends the test.
class TestClient {
public:
    explicit TestClient(websocket::Client client) : client_(std::move(client)) {}

    void send(const Json& frame) { send_text(frame.dump()); }
    void send_text(const std::string& text) { REQUIRE(client_.send(text)); }

    Json next() {
        const auto frame = client_.receive();
        if (!frame) FAIL(frame.error().detail << ", close code " << client_.close_code());
        return Json::parse(*frame);
    }
    // The next frame of this type; others are passed over.
    Json next(const std::string& type) {
        for (;;) {
            auto frame = next();
            if (frame.at("type") == type) return frame;
        }
    }
    Json hello(Json fields = Json::object()) {
        fields["type"] = "hello";
        send(fields);
        return next("welcome");
    }
    Json say(const std::string& id, const std::string& text) {
        send({{"type", "message"}, {"id", id}, {"text", text}});
        return next("message");
    }
    // The code the server closes with, frames before it being passed over.
    int wait_for_close() {
        while (client_.receive()) {
        }
        return client_.close_code();
    }
    websocket::Client& raw() { return client_; }

private:
    websocket::Client client_;
};

// A server on a free port of this machine, on a thread of its own, with SQLite files in a folder of its own.
class RunningServer {
public:
    using Configure = std::function<void(websocket::ServerOptions&)>;

    // outreach: the server speaks first, within these limits.
    explicit RunningServer(Configure configure = {},
                           std::optional<personalization::OutreachLimits> outreach = {})
        : configure_(std::move(configure)), outreach_limits_(outreach) {
        static std::atomic<int> count{0};
        folder_ = std::filesystem::temp_directory_path() /
                  ("parlance_server_" + std::to_string(::getpid()) + "_" + std::to_string(++count));
        std::filesystem::create_directories(folder_);
        start();
    }
    ~RunningServer() {
        stop();
        std::filesystem::remove_all(folder_);
    }
    RunningServer(const RunningServer&) = delete;
    RunningServer& operator=(const RunningServer&) = delete;

    // Ends the server and starts another on the same files, as after a crash: nothing in memory survives.
    void restart() {
        stop();
        start();
    }

    void stop() {
        if (thread_.joinable()) {
            server_->drain();
            thread_.join();
        }
        server_.reset();
        outreach_.reset();
        engine_.reset();
        trackers_.reset();
        sessions_.reset();
        events_.reset();
        behavior_ = {};
    }

    TestClient connect(websocket::ClientTarget target = {}) const {
        target.port = port_;
        auto client = websocket::Client::connect(target);
        if (!client) FAIL(client.error().detail);
        return TestClient(std::move(*client));
    }

    std::uint16_t port() const { return port_; }
    websocket::Server& server() { return *server_; }
    std::string log_text() const { return log_out_.str(); }
    dialogue::TrackerStore& trackers() { return *trackers_; }
    personalization::EventStore& behavior() { return *behavior_.events; }
    // Where everything is that the server keeps.
    const std::filesystem::path& folder() const { return folder_; }
    personalization::AuditLog& audit() { return *audit_; }

private:
    void start() {
        auto& shared = SharedAssistant::get();
        auto trackers = dialogue::SqliteTrackerStore::open(folder_ / "conversations.db");
        REQUIRE(trackers.has_value());
        trackers_ = std::move(*trackers);
        auto sessions = websocket::SessionStore::open(folder_ / "sessions.db");
        REQUIRE(sessions.has_value());
        sessions_ = std::move(*sessions);
        auto audit = personalization::AuditLog::open(folder_ / "audit.db");
        REQUIRE(audit.has_value());
        audit_ = std::move(*audit);
        auto behavior = personalization::BehaviorFolder::open(folder_);
        REQUIRE(behavior.has_value());
        behavior_ = std::move(*behavior);
        events_ = std::make_unique<personalization::EventIngest>(*behavior_.events, *behavior_.dead,
                                                                 system_clock());
        const dialogue::TurnCollaborators collaborators{*shared.bank,      *shared.bank,   *trackers_,
                                                        *behavior_.events, system_clock(), audit_.get()};
        engine_ = std::make_unique<dialogue::TurnEngine>(shared.assistant, collaborators);
        if (outreach_limits_) {
            book_ = personalization::OutreachBook::open(folder_ / "outreach.db").value();
            outreach_ =
                std::make_unique<dialogue::OutreachDesk>(*engine_, collaborators, *book_, *outreach_limits_);
        }
        websocket::ServerOptions options;
        options.listen.port = 0;
        options.limits.messages_per_s = 0;
        options.limits.drain_s = std::chrono::seconds(5);
        if (configure_) configure_(options);
        const auto names = [&bank = *shared.bank](const CustomerId& customer) -> std::optional<std::string> {
            if (!bank.has_customer(customer)) return std::nullopt;
            return "Customer " + customer.text;
        };
        server_ = std::make_unique<websocket::Server>(websocket::ServerParts{*engine_,
                                                                             *trackers_,
                                                                             *behavior_.events,
                                                                             *sessions_,
                                                                             log_,
                                                                             names,
                                                                             system_clock(),
                                                                             {},
                                                                             audit_.get(),
                                                                             events_.get(),
                                                                             nullptr,
                                                                             outreach_.get()},
                                                      options);
        const auto port = server_->listen();
        REQUIRE(port.has_value());
        port_ = *port;
        thread_ = std::thread([this] { server_->run(); });
    }

    Configure configure_;
    std::filesystem::path folder_;
    std::ostringstream log_out_;
    websocket::Log log_{websocket::LogLevel::debug, log_out_};
    personalization::BehaviorFolder behavior_;
    std::unique_ptr<personalization::EventIngest> events_;
    std::unique_ptr<dialogue::SqliteTrackerStore> trackers_;
    std::unique_ptr<websocket::SessionStore> sessions_;
    std::unique_ptr<personalization::AuditLog> audit_;
    std::unique_ptr<dialogue::TurnEngine> engine_;
    std::optional<personalization::OutreachLimits> outreach_limits_;
    std::unique_ptr<personalization::OutreachBook> book_;
    std::unique_ptr<dialogue::OutreachDesk> outreach_;
    std::unique_ptr<websocket::Server> server_;
    std::thread thread_;
    std::uint16_t port_ = 0;
};

}  // namespace parlance::tests
