#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "intents/result.h"

namespace parlance::websocket {

// Where a client connects to.
struct ClientTarget {
    std::string host = "127.0.0.1";
    std::uint16_t port = 0;
    std::vector<std::pair<std::string, std::string>> headers;  // besides those of the handshake
    int receive_buffer_bytes = 0;                              // 0: the system's choice
};

// A blocking WebSocket client: one connection, text frames, used by scripts, tests and the load test.
// Used by one thread.
class Client {
public:
    // Connects and asks for parlance.v1. Fails with io_failed, saying what the server answered.
    static Result<Client> connect(const ClientTarget& target);
    ~Client();
    Client(Client&&) noexcept;
    Client& operator=(Client&&) noexcept;

    // Fails with io_failed when the connection is gone.
    Result<void> send(const std::string& frame);
    Result<void> send_binary(const std::string& bytes);
    // The next text frame. Fails with io_failed when the server closes, or nothing comes for `patience`.
    Result<std::string> receive(std::chrono::milliseconds patience = std::chrono::seconds(20));
    // The code the server closed with; 0 while open, or when it just went away.
    int close_code() const;
    // Says goodbye properly.
    void close();
    // Cuts the connection without a word.
    void cut();

private:
    struct Connection;
    explicit Client(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> connection_;
};

}  // namespace parlance::websocket
