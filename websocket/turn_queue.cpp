#include "websocket/turn_queue.h"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <thread>
#include <unordered_map>

namespace parlance::websocket {

namespace asio = boost::asio;

// One strand a conversation that has something to do; it goes with its last piece of work.
struct TurnQueue::Lanes {
    using Strand = asio::strand<asio::thread_pool::executor_type>;
    struct Lane {
        Strand strand;
        std::size_t waiting = 0;
    };

    asio::any_io_executor io;
    Limits limits;
    std::unordered_map<ConversationId, Lane> by_conversation;
    std::size_t waiting = 0;
    asio::thread_pool pool;  // last: its threads end before the rest goes

    Lanes(asio::any_io_executor executor, const Limits& limits_)
        : io(std::move(executor)),
          limits(limits_),
          pool(limits_.threads != 0 ? limits_.threads : std::max(1U, std::thread::hardware_concurrency())) {}

    Lane& enter(const ConversationId& conversation) {
        auto& lane =
            by_conversation.try_emplace(conversation, Lane{Strand(pool.get_executor())}).first->second;
        ++lane.waiting;
        ++waiting;
        return lane;
    }

    void leave(const ConversationId& conversation) {
        --waiting;
        const auto lane = by_conversation.find(conversation);
        if (--lane->second.waiting == 0) by_conversation.erase(lane);
    }

    bool is_full(const ConversationId& conversation) const {
        if (waiting >= limits.waiting) return true;
        const auto lane = by_conversation.find(conversation);
        return lane != by_conversation.end() && lane->second.waiting >= limits.waiting_per_conversation;
    }
};

TurnQueue::TurnQueue(asio::any_io_executor io, const Limits& limits)
    : lanes_(std::make_unique<Lanes>(std::move(io), limits)) {}

TurnQueue::~TurnQueue() {
    lanes_->pool.stop();
    lanes_->pool.join();
}

bool TurnQueue::submit(const ConversationId& conversation, std::function<void()> work,
                       std::function<void()> done) {
    if (lanes_->is_full(conversation)) return false;
    auto& lane = lanes_->enter(conversation);
    asio::post(lane.strand,
               [lanes = lanes_.get(), conversation, work = std::move(work), done = std::move(done)] {
                   work();
                   asio::post(lanes->io, [lanes, conversation, done] {
                       lanes->leave(conversation);
                       done();
                   });
               });
    return true;
}

asio::awaitable<void> TurnQueue::run(const ConversationId& conversation, std::function<void()> work) {
    const ConversationId key = conversation;
    const auto strand = lanes_->enter(key).strand;
    auto on_strand = [work = std::move(work)]() -> asio::awaitable<void> {
        work();
        co_return;
    };
    co_await asio::co_spawn(strand, std::move(on_strand), asio::use_awaitable);
    lanes_->leave(key);
}

std::size_t TurnQueue::waiting() const {
    return lanes_->waiting;
}

}  // namespace parlance::websocket
