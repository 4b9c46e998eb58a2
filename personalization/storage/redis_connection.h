#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace parlance::personalization {

// Where a Redis server listens.
struct RedisAddress {
    std::string unix_socket;  // when it is empty, host and port count
    std::string host = "127.0.0.1";
    int port = 6379;
};

// "unix:/run/redis.sock" or "127.0.0.1:6379", for messages.
std::string to_text(const RedisAddress& address);

// A server's answer: nothing, a number, bytes, or a list of answers.
struct RedisReply {
    std::variant<std::monostate, std::int64_t, std::string, std::vector<RedisReply>> content;

    bool is_nothing() const { return std::holds_alternative<std::monostate>(content); }
    // Throw std::runtime_error when the answer is of another kind.
    std::int64_t number() const;
    const std::string& bytes() const;
    const std::vector<RedisReply>& list() const;
};

// The name of a command and its arguments, any bytes.
using RedisCommand = std::vector<std::string>;

// One connection to a Redis server. It is made on first use, and again on the first use after it was lost;
// what was asked when it was lost is not asked again, since the server may have done it. Waits at most two
// seconds to connect and five for an answer. Everything throws std::runtime_error for a server that is not
// there and for an error that it answers. Not thread-safe.
class RedisConnection {
public:
    explicit RedisConnection(RedisAddress address);
    ~RedisConnection();

    RedisReply run(const RedisCommand& command);

    // Many at once, in one round trip; the answers are in the order of the commands.
    std::vector<RedisReply> run_all(std::span<const RedisCommand> commands);

private:
    struct Context;
    Context& connected();

    RedisAddress address_;
    std::unique_ptr<Context> context_;  // empty when there is no connection
};

}  // namespace parlance::personalization
