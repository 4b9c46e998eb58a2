#include "websocket/chat_connection.h"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/field.hpp>

namespace parlance::websocket {

namespace asio = boost::asio;
namespace beast = boost::beast;
using boost::system::error_code;

namespace {

// Frames up to this size are read, so that one that is too large can be answered before the connection
// closes.
constexpr std::size_t most_bytes_read = 1024 * 1024;

}  // namespace

ChatConnection::ChatConnection(ServerContext& server, asio::ip::tcp::socket socket)
    : server_(server),
      stream_(std::move(socket)),
      hello_timer_(stream_.get_executor()),
      close_timer_(stream_.get_executor()),
      outbox_limit_(server.options.limits.outbox_bytes) {}

ChatConnection::~ChatConnection() = default;

asio::awaitable<void> ChatConnection::run(Request upgrade) {
    const auto self = shared_from_this();
    const bool accepted = co_await accept(upgrade);
    if (!accepted) co_return;
    open_ = true;
    server_.chats.insert(this);
    server_.metrics.set_connections(server_.chats.size());
    chat_ = std::make_unique<Chat>(server_, *this);
    if (!server_.options.demo.enabled) await_hello();
    co_await read_frames();
    chat_.reset();
    server_.chats.erase(this);
    server_.metrics.set_connections(server_.chats.size());
    drop();
}

asio::awaitable<bool> ChatConnection::accept(const Request& upgrade) {
    const auto& limits = server_.options.limits;
    beast::websocket::stream_base::timeout timeout{};
    timeout.handshake_timeout = limits.handshake_timeout_s;
    timeout.idle_timeout = limits.idle_timeout_s;
    timeout.keep_alive_pings = true;
    stream_.set_option(timeout);
    stream_.read_message_max(most_bytes_read);
    stream_.auto_fragment(false);
    const bool asks_protocol = upgrade.find(beast::http::field::sec_websocket_protocol) != upgrade.end();
    stream_.set_option(
        beast::websocket::stream_base::decorator([asks_protocol](beast::websocket::response_type& r) {
            if (asks_protocol) r.set(beast::http::field::sec_websocket_protocol, "parlance.v1");
        }));
    error_code error;
    co_await stream_.async_accept(upgrade, asio::redirect_error(asio::use_awaitable, error));
    co_return !error;
}

asio::awaitable<void> ChatConnection::read_frames() {
    beast::flat_buffer buffer;
    for (;;) {
        error_code error;
        co_await stream_.async_read(buffer, asio::redirect_error(asio::use_awaitable, error));
        if (error) co_return;
        const std::string_view frame(static_cast<const char*>(buffer.cdata().data()), buffer.size());
        if (closing_) {
            // what comes after the decision to close is not answered; the client sends it again
        } else if (!stream_.got_text()) {
            close(CloseCode::unsupported, "text frames only");
        } else if (frame.size() > server_.options.limits.max_message_bytes) {
            chat_->receive_too_large();
        } else {
            co_await chat_->receive(frame);
        }
        buffer.consume(buffer.size());
    }
}

void ChatConnection::send(FrameText frame) {
    if (!open_ || closing_) return;
    if (outbox_bytes_ + frame->size() > outbox_limit_) {
        server_.parts.log.write({LogLevel::warn, "slow_reader", {}, {}, {}, {}});
        outbox_.resize(writing_ ? 1 : 0);
        return close(CloseCode::overloaded, "reads too slowly");
    }
    outbox_bytes_ += frame->size();
    outbox_.push_back(std::move(frame));
    write_next();
}

void ChatConnection::write_next() {
    if (writing_ || !open_) return;
    if (outbox_.empty()) {
        outbox_limit_ = server_.options.limits.outbox_bytes;
        if (closing_) finish_closing();
        return;
    }
    writing_ = true;
    stream_.text(true);
    const auto buffer = asio::buffer(*outbox_.front());
    stream_.async_write(buffer, [self = shared_from_this()](error_code error, std::size_t) {
        self->writing_ = false;
        if (error) return self->drop();
        self->outbox_bytes_ -= self->outbox_.front()->size();
        self->outbox_.pop_front();
        self->write_next();
    });
}

// A client that does not read cannot be told why it is closed: after a while the socket is just shut.
void ChatConnection::close(CloseCode code, std::string reason) {
    if (!open_ || closing_) return;
    closing_ = beast::websocket::close_reason(static_cast<beast::websocket::close_code>(code), reason);
    constexpr std::chrono::seconds patience{3};
    close_timer_.expires_after(patience);
    close_timer_.async_wait([self = shared_from_this()](error_code error) {
        if (!error) self->drop();
    });
    write_next();
}

void ChatConnection::finish_closing() {
    writing_ = true;  // nothing follows
    stream_.async_close(*closing_, [self = shared_from_this()](error_code) { self->drop(); });
}

void ChatConnection::drop() {
    if (!open_) return;
    open_ = false;
    hello_timer_.cancel();
    close_timer_.cancel();
    error_code ignored;  // the peer may be gone already
    auto& socket = stream_.next_layer();
    socket.shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
    socket.close(ignored);
}

void ChatConnection::await_hello() {
    hello_timer_.expires_after(server_.options.limits.hello_timeout_s);
    hello_timer_.async_wait([self = shared_from_this()](error_code error) {
        if (!error && self->chat_ && !self->chat_->has_session()) {
            self->close(CloseCode::hello_timeout, "no hello");
        }
    });
}

}  // namespace parlance::websocket
