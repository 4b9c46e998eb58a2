#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <functional>
#include <memory>

#include "intents/name.h"

namespace parlance::websocket {

// Runs turns on worker threads: those of one conversation strictly one after the other, in the order they
// were submitted, those of different conversations at once. All functions are called on the io thread.
class TurnQueue {
public:
    struct Limits {
        unsigned threads = 0;  // 0: as many as cores
        std::size_t waiting = 1000;
        std::size_t waiting_per_conversation = 4;
    };

    TurnQueue(boost::asio::any_io_executor io, const Limits& limits);
    // Waits for the running turn; those behind it are dropped.
    ~TurnQueue();

    // `work` runs on a worker, then `done` on the io thread. Neither may throw. False, and nothing runs, when
    // too much is waiting, overall or in this conversation.
    bool submit(const ConversationId& conversation, std::function<void()> work, std::function<void()> done);

    // Runs `work` in the conversation's order and resumes the caller on its own executor. Always admitted.
    boost::asio::awaitable<void> run(const ConversationId& conversation, std::function<void()> work);

    // Submitted turns whose `done` has not been called.
    std::size_t waiting() const;

private:
    struct Lanes;
    std::unique_ptr<Lanes> lanes_;
};

}  // namespace parlance::websocket
