#include "websocket/http_connection.h"

#include <algorithm>
#include <array>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include "websocket/chat_connection.h"
#include "websocket/origin.h"

namespace parlance::websocket {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;
using Request = http::request<http::string_body>;
using Response = http::response<http::string_body>;
using Parser = http::request_parser<http::string_body>;

namespace {

// Counts an open connection for as long as it lives.
class Counted {
public:
    explicit Counted(std::size_t& count) : count_(count) { ++count_; }
    ~Counted() { --count_; }
    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;

private:
    std::size_t& count_;
};

// Shuts the socket when an operation takes too long.
class Deadline {
public:
    Deadline(tcp::socket& socket, std::chrono::seconds patience) : timer_(socket.get_executor(), patience) {
        timer_.async_wait([&socket, met = met_](error_code error) {
            error_code ignored;  // shutting what is shut already
            if (!error && !*met) socket.close(ignored);
        });
    }
    // The wait may have ended already, its handler still to come: it must not touch the socket then.
    ~Deadline() { *met_ = true; }
    Deadline(const Deadline&) = delete;
    Deadline& operator=(const Deadline&) = delete;

private:
    std::shared_ptr<bool> met_ = std::make_shared<bool>(false);
    asio::steady_timer timer_;
};

Response to_beast(const HttpResponse& answer, const Request& request) {
    Response response(static_cast<http::status>(answer.status), request.version());
    response.set(http::field::content_type, answer.content_type);
    for (const auto& [name, value] : security_headers()) response.set(name, value);
    for (const auto& [name, value] : answer.headers) response.set(name, value);
    response.keep_alive(request.keep_alive());
    response.content_length(answer.body.size());
    if (request.method() != http::verb::head) response.body() = answer.body;
    return response;
}

std::string_view header(const Request& request, http::field field) {
    const auto value = request[field];
    return {value.data(), value.size()};
}

// nullopt: the upgrade may go on.
std::optional<HttpResponse> refuse_upgrade(const ServerContext& server, const Request& request) {
    const auto target = std::string_view(request.target().data(), request.target().size());
    if (target.substr(0, target.find('?')) != "/v1/chat") {
        return http_error(404, "not_found", "The chat is at /v1/chat.");
    }
    const OriginCheck check{header(request, http::field::origin), header(request, http::field::host),
                            server.options.listen.allowed_origins, server.options.demo.enabled};
    if (!is_allowed_origin(check)) {
        server.parts.log.write(
            {LogLevel::warn, "origin_refused", {}, {}, {}, {{"origin", std::string(check.origin)}}});
        return http_error(403, "forbidden", "This origin may not connect.");
    }
    if (server.draining) return http_error(503, "busy", "The server is restarting.");
    return std::nullopt;
}

HttpRequest to_plain(const Request& request, bool from_loopback) {
    return {std::string(request.method_string()),
            std::string(request.target()),
            std::string(request[http::field::if_none_match]),
            request.body(),
            from_loopback,
            std::string(request[http::field::content_type]),
            std::string(request[http::field::authorization])};
}

// Events come by the thousand; other bodies are short.
std::size_t body_limit(const LimitsConfig& limits, const Request& request) {
    return request.target() == "/v1/events" ? limits.max_events_bytes : limits.max_message_bytes;
}

// The header first: it says how long the body may be.
asio::awaitable<error_code> read_request(const ServerContext& server, tcp::socket& socket,
                                         boost::beast::flat_buffer& buffer, Parser& parser) {
    const auto& limits = server.options.limits;
    error_code error;
    parser.header_limit(server.options.listen.max_header_bytes);
    parser.body_limit(std::max(limits.max_events_bytes, limits.max_message_bytes));
    co_await http::async_read_header(socket, buffer, parser,
                                     asio::redirect_error(asio::use_awaitable, error));
    if (error) co_return error;
    const std::size_t limit = body_limit(limits, parser.get());
    if (parser.content_length() && *parser.content_length() > limit) co_return http::error::body_limit;
    parser.body_limit(limit);
    co_await http::async_read(socket, buffer, parser, asio::redirect_error(asio::use_awaitable, error));
    co_return error;
}

// One request and its answer; true when another may follow. An upgrade is left to the caller in `upgrade`.
asio::awaitable<bool> serve_request(ServerContext& server, const HttpSite& site, tcp::socket& socket,
                                    boost::beast::flat_buffer& buffer, std::optional<Request>& upgrade) {
    error_code error;
    const Deadline deadline(socket, server.options.limits.handshake_timeout_s);
    Parser parser;
    error = co_await read_request(server, socket, buffer, parser);
    Response response;
    if (error == http::error::body_limit || error == http::error::header_limit) {
        const int status = error == http::error::body_limit ? 413 : 431;
        response = to_beast(http_error(status, "too_large", "The request is too large."), parser.get());
        response.keep_alive(false);
    } else if (error) {
        co_return false;
    } else if (boost::beast::websocket::is_upgrade(parser.get())) {
        const auto refused = refuse_upgrade(server, parser.get());
        if (!refused) {
            upgrade = parser.release();
            co_return false;
        }
        response = to_beast(*refused, parser.get());
        response.keep_alive(false);
    } else {
        error_code ignored;  // a peer that is gone has no address
        const bool from_loopback = socket.remote_endpoint(ignored).address().is_loopback();
        const HttpRequest request = to_plain(parser.get(), from_loopback);
        HttpResponse answered;
        auto work = [&] { answered = answer(site, request); };
        const ConversationId lane{"http/" + std::to_string(server.http_requests++)};  // in nobody's order
        co_await server.turns->run(lane, work);
        response = to_beast(answered, parser.get());
    }
    co_await http::async_write(socket, response, asio::redirect_error(asio::use_awaitable, error));
    co_return !error && response.keep_alive() && !server.draining;
}

// Ends the connection so that the last answer arrives: closing with bytes unread would reset it.
asio::awaitable<void> linger(tcp::socket& socket) {
    constexpr std::chrono::seconds patience{2};
    constexpr std::size_t most_bytes = 16 * 1024 * 1024;
    error_code error;
    socket.shutdown(tcp::socket::shutdown_send, error);
    const Deadline deadline(socket, patience);
    std::array<char, 16 * 1024> discarded;
    for (std::size_t bytes = 0; !error && bytes < most_bytes;) {
        bytes += co_await socket.async_read_some(asio::buffer(discarded),
                                                 asio::redirect_error(asio::use_awaitable, error));
    }
}

}  // namespace

asio::awaitable<void> serve_connection(ServerContext& server, const HttpSite& site, tcp::socket socket) {
    const Counted counted(server.connections);
    if (server.connections > server.options.listen.max_connections) co_return;
    error_code ignored;  // only a matter of speed
    socket.set_option(tcp::no_delay(true), ignored);
    boost::beast::flat_buffer buffer;
    std::optional<Request> upgrade;
    for (bool goes_on = true; goes_on;) {
        goes_on = co_await serve_request(server, site, socket, buffer, upgrade);
    }
    if (upgrade) {
        const auto connection = std::make_shared<ChatConnection>(server, std::move(socket));
        co_await connection->run(std::move(*upgrade));
        co_return;
    }
    co_await linger(socket);
}

}  // namespace parlance::websocket
