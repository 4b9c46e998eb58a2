#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "websocket/http_routes.h"
#include "websocket/server_context.h"

namespace parlance::websocket {

// Serves one accepted connection: HTTP requests one after the other, or the chat once it asks for the
// upgrade. A request has handshake_timeout_s to arrive. Runs on the io thread.
boost::asio::awaitable<void> serve_connection(ServerContext& server, const HttpSite& site,
                                              boost::asio::ip::tcp::socket socket);

}  // namespace parlance::websocket
