#include "websocket/script_transport.h"

#include <thread>

#include "personalization/storage/memory_event_store.h"
#include "websocket/client.h"
#include "websocket/observed_frame.h"
#include "websocket/server.h"

namespace parlance::websocket {

namespace {

constexpr std::chrono::seconds patience{30};

// A server around a stage, on its own thread, and a client that has been welcomed. The server drains when
// this goes.
class WebSocketStage {
public:
    explicit WebSocketStage(const dialogue::ScriptStage& stage, std::unique_ptr<SessionStore> sessions)
        : sessions_(std::move(sessions)), server_(parts(stage), options(stage)) {}
    ~WebSocketStage() {
        client_.reset();
        if (!thread_.joinable()) return;
        server_.drain();
        thread_.join();
    }
    WebSocketStage(const WebSocketStage&) = delete;
    WebSocketStage& operator=(const WebSocketStage&) = delete;

    Result<void> begin(const std::string& language) {
        const auto port = server_.listen();
        if (!port) return port.error();
        thread_ = std::thread([this] { server_.run(); });
        ClientTarget target;
        target.port = *port;
        auto client = Client::connect(target);
        if (!client) return client.error();
        client_ = std::make_unique<Client>(std::move(*client));
        if (auto sent = client_->send(hello_frame(language)); !sent) return sent.error();
        const auto welcome = client_->receive(patience);
        if (!welcome) return welcome.error();
        return {};
    }

    Result<dialogue::ObservedTurn> play(const dialogue::ScriptMessage& message) {
        if (auto sent = client_->send(message_frame(message.client_message_id, message.text)); !sent) {
            return sent.error();
        }
        FrameObserver observer(message.client_message_id);
        for (;;) {
            const auto frame = client_->receive(patience);
            if (!frame) return frame.error();
            const auto complete = observer.take(*frame);
            if (!complete) return complete.error();
            if (*complete) return observer.turn();
        }
    }

private:
    ServerParts parts(const dialogue::ScriptStage& stage) {
        const auto customers = [](const CustomerId&) { return std::optional<std::string>(""); };
        return {stage.engine, stage.trackers,
                behavior_,    *sessions_,
                log_,         customers,
                stage.clock,  [conversation = stage.conversation] { return conversation; }};
    }

    static ServerOptions options(const dialogue::ScriptStage& stage) {
        ServerOptions options;
        options.listen.port = 0;
        options.limits.messages_per_s = 0;
        options.limits.turn_threads = 1;
        options.limits.turn_timeout_s = patience;
        options.demo.customer = stage.customer;
        options.analysis = true;
        return options;
    }

    std::unique_ptr<SessionStore> sessions_;
    personalization::MemoryEventStore behavior_;
    Log log_{LogLevel::off};
    Server server_;
    std::thread thread_;
    std::unique_ptr<Client> client_;
};

}  // namespace

dialogue::ScriptTransport websocket_transport() {
    return [](const dialogue::ScriptStage& stage) -> Result<dialogue::PlayMessage> {
        auto sessions = SessionStore::open(":memory:");
        if (!sessions) return sessions.error();
        const auto server = std::make_shared<WebSocketStage>(stage, std::move(*sessions));
        if (const auto begun = server->begin(stage.locale.tag); !begun) return begun.error();
        return dialogue::PlayMessage(
            [server](const dialogue::ScriptMessage& message) { return server->play(message); });
    };
}

}  // namespace parlance::websocket
