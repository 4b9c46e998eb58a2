#include "personalization/storage/redis_connection.h"

#include <hiredis/hiredis.h>
#include <pthread.h>
#include <signal.h>
#include <sys/time.h>

#include <stdexcept>
#include <utility>

namespace parlance::personalization {
namespace {

constexpr timeval connect_patience{2, 0};
constexpr timeval answer_patience{5, 0};

// hiredis writes with `write`, so that a server that has gone would end the program by SIGPIPE. As long as
// this lives, this thread is not sent any.
class WithoutPipeSignal {
public:
    WithoutPipeSignal() {
        sigemptyset(&pipe_);
        sigaddset(&pipe_, SIGPIPE);
        sigset_t pending;
        sigpending(&pending);
        was_pending_ = sigismember(&pending, SIGPIPE) == 1;
        pthread_sigmask(SIG_BLOCK, &pipe_, &mask_before_);
    }
    ~WithoutPipeSignal() {
        constexpr timespec at_once{0, 0};
        if (!was_pending_) sigtimedwait(&pipe_, nullptr, &at_once);
        pthread_sigmask(SIG_SETMASK, &mask_before_, nullptr);
    }
    WithoutPipeSignal(const WithoutPipeSignal&) = delete;
    WithoutPipeSignal& operator=(const WithoutPipeSignal&) = delete;

private:
    sigset_t pipe_{};
    sigset_t mask_before_{};
    bool was_pending_ = false;
};

struct FreeReply {
    void operator()(redisReply* reply) const { freeReplyObject(reply); }
};

std::string text_of(const redisReply& reply) {
    return {reply.str, static_cast<std::size_t>(reply.len)};
}

// Throws for an error, also for one inside a list.
RedisReply converted(const redisReply& reply) {
    switch (reply.type) {
        case REDIS_REPLY_NIL: return {};
        case REDIS_REPLY_INTEGER: return {static_cast<std::int64_t>(reply.integer)};
        case REDIS_REPLY_STATUS:
        case REDIS_REPLY_STRING: return {text_of(reply)};
        case REDIS_REPLY_ARRAY: {
            std::vector<RedisReply> list;
            list.reserve(reply.elements);
            for (std::size_t i = 0; i < reply.elements; ++i) list.push_back(converted(*reply.element[i]));
            return {std::move(list)};
        }
        case REDIS_REPLY_ERROR: throw std::runtime_error("the server says: " + text_of(reply));
        default: throw std::runtime_error("the server gives an answer of an unknown kind");
    }
}

template <typename Content>
const Content& only(const RedisReply& reply) {
    const auto* content = std::get_if<Content>(&reply.content);
    if (content == nullptr) throw std::runtime_error("the server gives an answer of an unexpected kind");
    return *content;
}

void send(redisContext& connection, const RedisCommand& command) {
    std::vector<const char*> parts;
    std::vector<std::size_t> sizes;
    for (const std::string& part : command) {
        parts.push_back(part.data());
        sizes.push_back(part.size());
    }
    redisAppendCommandArgv(&connection, static_cast<int>(command.size()), parts.data(), sizes.data());
}

}  // namespace

std::string to_text(const RedisAddress& address) {
    if (!address.unix_socket.empty()) return "unix:" + address.unix_socket;
    return address.host + ":" + std::to_string(address.port);
}

std::int64_t RedisReply::number() const {
    return only<std::int64_t>(*this);
}

const std::string& RedisReply::bytes() const {
    return only<std::string>(*this);
}

const std::vector<RedisReply>& RedisReply::list() const {
    return only<std::vector<RedisReply>>(*this);
}

struct RedisConnection::Context {
    explicit Context(const RedisAddress& address)
        : connection(address.unix_socket.empty()
                         ? redisConnectWithTimeout(address.host.c_str(), address.port, connect_patience)
                         : redisConnectUnixWithTimeout(address.unix_socket.c_str(), connect_patience)) {
        if (connection == nullptr) throw std::runtime_error("no memory for a connection");
    }
    ~Context() { redisFree(connection); }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;

    redisContext* connection;
};

RedisConnection::RedisConnection(RedisAddress address) : address_(std::move(address)) {}
RedisConnection::~RedisConnection() = default;

RedisConnection::Context& RedisConnection::connected() {
    if (context_ == nullptr) {
        auto context = std::make_unique<Context>(address_);
        if (context->connection->err != 0) throw std::runtime_error(context->connection->errstr);
        redisSetTimeout(context->connection, answer_patience);
        context_ = std::move(context);
    }
    return *context_;
}

RedisReply RedisConnection::run(const RedisCommand& command) {
    return std::move(run_all({&command, 1}).front());
}

std::vector<RedisReply> RedisConnection::run_all(std::span<const RedisCommand> commands) {
    const WithoutPipeSignal guard;
    redisContext* connection = connected().connection;
    for (const RedisCommand& command : commands) send(*connection, command);
    std::vector<std::unique_ptr<redisReply, FreeReply>> answers;
    for (std::size_t i = 0; i < commands.size(); ++i) {
        void* answer = nullptr;
        if (redisGetReply(connection, &answer) != REDIS_OK) {
            const std::string problem = connection->errstr;
            context_.reset();
            throw std::runtime_error(problem);
        }
        answers.emplace_back(static_cast<redisReply*>(answer));
    }
    // Converted when all of them are read: an error among them leaves the connection in step.
    std::vector<RedisReply> replies;
    for (const auto& answer : answers) replies.push_back(converted(*answer));
    return replies;
}

}  // namespace parlance::personalization
