#pragma once

#include <boost/asio/awaitable.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "websocket/client_message.h"
#include "websocket/server_context.h"
#include "websocket/token_bucket.h"

namespace parlance::websocket {

// The protocol's side of one connection: who is there, which session it has, what a message leads to.
// Knows no sockets. Used by the io thread only; `receive` is called again only after it has finished.
class Chat {
public:
    // peer: outlives the chat.
    Chat(ServerContext& server, Peer& peer);
    ~Chat();
    Chat(const Chat&) = delete;
    Chat& operator=(const Chat&) = delete;

    // Handles one text frame. Every mistake in it is answered with an error frame.
    boost::asio::awaitable<void> receive(std::string_view text);

    // A message larger than the limit: says so, then closes. Nothing is lost; the session can be resumed.
    void receive_too_large();

    // Whether a session was ever opened; without one, and where tokens are required, the connection times
    // out.
    bool has_session() const { return !session_id_.empty(); }

private:
    // Who the client may be: a customer, or why not.
    struct Visitor {
        CustomerId customer;
        std::optional<TimePoint> expires_at;
    };

    boost::asio::awaitable<void> on_hello(Hello hello, std::string id);
    boost::asio::awaitable<void> on_resume(ResumePoint point, std::string id,
                                           std::optional<CustomerId> customer);
    boost::asio::awaitable<void> act(ClientMessage message);
    boost::asio::awaitable<void> store(personalization::BehaviorEvent event, std::string id,
                                       std::vector<personalization::AuditRecord> trail);
    boost::asio::awaitable<void> on_end(std::string id);
    boost::asio::awaitable<bool> start_session(CustomerId customer, std::string id);
    void on_message(const CustomerMessage& message, std::string id);

    std::optional<Visitor> visitor(const Hello& hello, const std::string& id);
    bool is_too_fast(const ClientMessage& message);
    bool may_talk(const std::string& id);
    Session* session();
    void enter(Session& session, const std::string& name);
    void welcome(const Session& session, const dialogue::Tracker& tracker, bool resumed);
    void fail(ProtocolCode code, std::string message, const std::string& re, bool retryable = false,
              std::optional<double> retry_after_s = {});
    void send(const ServerFrame& frame);
    personalization::BehaviorEvent click(const std::string& id);
    personalization::BehaviorEvent behavior(const Reaction& reaction, const std::string& id);
    personalization::BehaviorEvent behavior(const Feedback& feedback, const std::string& id);
    personalization::BehaviorEvent behavior(const BehaviorNotice& notice, const std::string& id);
    std::vector<personalization::AuditRecord> answer(const Reaction& reaction, const std::string& id);

    ServerContext& server_;
    Peer& peer_;
    TokenBucket bucket_;
    std::string session_id_;
    std::string language_;
    std::optional<TimePoint> authorized_until_;
    bool authorized_ = false;
};

}  // namespace parlance::websocket
