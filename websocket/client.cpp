#include "websocket/client.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>

namespace parlance::websocket {

namespace asio = boost::asio;
namespace beast = boost::beast;
using boost::system::error_code;

struct Client::Connection {
    asio::io_context io{1};
    beast::websocket::stream<asio::ip::tcp::socket, false> stream{io};
    beast::flat_buffer buffer;
    bool reading = false;
    bool arrived = false;
    error_code read_error;

    // Starts a read unless one is under way, and runs until it ends or `patience` is over.
    bool wait_for_frame(std::chrono::milliseconds patience) {
        if (!reading && !arrived) {
            reading = true;
            stream.async_read(buffer, [this](error_code error, std::size_t) {
                reading = false;
                arrived = true;
                read_error = error;
            });
        }
        const auto end = std::chrono::steady_clock::now() + patience;
        io.restart();
        while (!arrived && std::chrono::steady_clock::now() < end) io.run_one_until(end);
        return arrived;
    }
};

namespace {

Error failed(const char* what, const error_code& error) {
    return {ErrorCode::io_failed, std::string(what) + ": " + error.message()};
}

}  // namespace

Client::Client(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Client::~Client() = default;
Client::Client(Client&&) noexcept = default;
Client& Client::operator=(Client&&) noexcept = default;

Result<Client> Client::connect(const ClientTarget& target) {
    auto connection = std::make_unique<Connection>();
    error_code error;
    const auto address =
        asio::ip::make_address(target.host == "localhost" ? "127.0.0.1" : target.host, error);
    if (error) return failed("connect", error);
    auto& socket = connection->stream.next_layer();
    const asio::ip::tcp::endpoint endpoint(address, target.port);
    socket.open(endpoint.protocol(), error);
    if (!error && target.receive_buffer_bytes > 0) {
        socket.set_option(asio::socket_base::receive_buffer_size(target.receive_buffer_bytes), error);
    }
    if (!error) socket.connect(endpoint, error);
    if (error) return failed("connect", error);
    socket.set_option(asio::ip::tcp::no_delay(true), error);
    connection->stream.set_option(beast::websocket::stream_base::decorator(
        [headers = target.headers](beast::websocket::request_type& request) {
            request.set(beast::http::field::sec_websocket_protocol, "parlance.v1");
            for (const auto& [name, value] : headers) request.set(name, value);
        }));
    connection->stream.read_message_max(0);
    beast::websocket::response_type response;
    connection->stream.handshake(response, target.host + ":" + std::to_string(target.port), "/v1/chat",
                                 error);
    if (error) {
        return Error{ErrorCode::io_failed, "handshake: " + error.message() + " (status " +
                                               std::to_string(response.result_int()) + ")"};
    }
    return Client(std::move(connection));
}

Result<void> Client::send(const std::string& frame) {
    error_code error;
    connection_->stream.text(true);
    connection_->stream.write(asio::buffer(frame), error);
    if (error) return failed("send", error);
    return {};
}

Result<void> Client::send_binary(const std::string& bytes) {
    error_code error;
    connection_->stream.binary(true);
    connection_->stream.write(asio::buffer(bytes), error);
    if (error) return failed("send", error);
    return {};
}

Result<std::string> Client::receive(std::chrono::milliseconds patience) {
    if (!connection_->wait_for_frame(patience)) return Error{ErrorCode::io_failed, "receive: nothing came"};
    if (connection_->read_error) return failed("receive", connection_->read_error);
    connection_->arrived = false;
    auto frame = beast::buffers_to_string(connection_->buffer.data());
    connection_->buffer.clear();
    return frame;
}

int Client::close_code() const {
    return connection_->stream.reason().code;
}

void Client::close() {
    error_code ignored;  // the server may have closed first
    connection_->stream.close(beast::websocket::close_code::normal, ignored);
}

void Client::cut() {
    error_code ignored;  // nothing to lose
    connection_->stream.next_layer().close(ignored);
    connection_->io.restart();
    connection_->io.poll();
}

}  // namespace parlance::websocket
