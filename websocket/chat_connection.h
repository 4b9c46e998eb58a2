#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/websocket.hpp>
#include <deque>
#include <memory>

#include "websocket/chat.h"

namespace parlance::websocket {

// One WebSocket connection: reads frames for its Chat, writes the outbox one frame at a time. Plain TCP, no
// compression. Any failed operation ends the connection, once. Used by the io thread only.
//
// Shared by its coroutine and the handlers of the operations under way; it goes with the last of them.
class ChatConnection final : public Peer, public std::enable_shared_from_this<ChatConnection> {
public:
    using Request = boost::beast::http::request<boost::beast::http::string_body>;

    ChatConnection(ServerContext& server, boost::asio::ip::tcp::socket socket);
    ~ChatConnection() override;

    // Answers the upgrade and serves until the connection ends.
    boost::asio::awaitable<void> run(Request upgrade);

    void send(FrameText frame) override;
    void expect_replay(std::size_t bytes) override { outbox_limit_ += bytes; }
    void close(CloseCode code, std::string reason) override;

private:
    boost::asio::awaitable<bool> accept(const Request& upgrade);
    boost::asio::awaitable<void> read_frames();
    void write_next();
    void finish_closing();
    void drop();
    void await_hello();

    ServerContext& server_;
    boost::beast::websocket::stream<boost::asio::ip::tcp::socket, false> stream_;
    boost::asio::steady_timer hello_timer_;
    boost::asio::steady_timer close_timer_;
    std::unique_ptr<Chat> chat_;
    std::deque<FrameText> outbox_;  // the first one is being written
    std::size_t outbox_bytes_ = 0;
    std::size_t outbox_limit_;
    bool writing_ = false;
    bool open_ = false;
    std::optional<boost::beast::websocket::close_reason> closing_;
};

}  // namespace parlance::websocket
