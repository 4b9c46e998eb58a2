#include "websocket/server.h"

#include <atomic>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <csignal>

#include "nlu/normaliser.h"
#include "websocket/churn_notice.h"
#include "websocket/http_connection.h"
#include "websocket/locale_choice.h"
#include "websocket/outreach_delivery.h"
#include "websocket/server_context.h"

namespace parlance::websocket {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

Result<nlu::Understanding> parse_text(const ServerParts& parts, const std::string& text,
                                      const std::string& language) {
    const auto& assistant = parts.engine.assistant();
    auto utterance =
        nlu::make_utterance(text, choose_locale(language, assistant.pack.languages), parts.clock());
    if (!utterance) return utterance.error();
    return assistant.understander.understand(*utterance, {});
}

Result<std::vector<personalization::KnowledgePassage>> passages_for(const ServerParts& parts,
                                                                    const std::string& text,
                                                                    const std::string& language) {
    constexpr std::size_t most_passages = 3;
    const auto& assistant = parts.engine.assistant();
    const Locale locale = choose_locale(language, assistant.pack.languages);
    const auto utterance = nlu::make_utterance(text, locale, parts.clock());
    if (!utterance) return utterance.error();
    return assistant.knowledge->search({utterance->text, locale.tag, date_of(parts.clock()), most_passages});
}

TurnQueue::Limits queue_limits(const LimitsConfig& limits) {
    return {limits.turn_threads, limits.max_waiting_turns, limits.max_waiting_per_conversation};
}

}  // namespace

struct Server::Running {
    ServerContext context;  // first: the coroutines that io owns use it until they are gone
    HttpSite site;
    asio::io_context io{1};
    tcp::acceptor acceptor{io};
    asio::steady_timer tick{io};
    asio::signal_set signals{io};

    Running(ServerParts parts, const ServerOptions& options)
        : context{std::move(parts), options, SessionRegistry(options.limits), {}, nullptr, {}, 0, 0, false},
          site{web_files(),
               context.metrics,
               [this] { return readiness(); },
               [this](const std::string& text, const std::string& language) {
                   return parse_text(context.parts, text, language);
               },
               options.demo.enabled,
               context.parts.events,
               options.events_token,
               context.parts.churn,
               [this](const CustomerId& customer) { customer_behaved(customer); },
               context.parts.outreach == nullptr ? nullptr : &context.parts.outreach->book(),
               [this](const std::string& text, const std::string& language) {
                   return passages_for(context.parts, text, language);
               }} {
        context.turns = std::make_unique<TurnQueue>(io.get_executor(), queue_limits(options.limits));
    }
    ~Running() { context.turns.reset(); }  // its threads post to io
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    // Asked on a worker thread: the store must answer.
    Readiness readiness() const {
        Readiness state;
        if (draining) state.reasons.emplace_back("draining");
        if (!context.parts.trackers.load({"readiness-probe"})) state.reasons.emplace_back("store");
        return state;
    }

    // Events of his have come in, on a worker thread.
    void customer_behaved(const CustomerId& customer) {
        notice_churn(context.parts, context.metrics, customer);
        if (!notice_outreach(context.parts, context.metrics, customer)) return;
        asio::post(io, [this, customer] { offer_outreach(context, std::set{customer}); });
    }

    asio::awaitable<void> accept_connections();
    asio::awaitable<void> sweep_sessions();
    asio::awaitable<void> drain_connections();
    void begin_draining();

    std::atomic<bool> draining = false;  // what worker threads see of context.draining
};

asio::awaitable<void> Server::Running::accept_connections() {
    while (acceptor.is_open()) {
        error_code error;
        tcp::socket socket = co_await acceptor.async_accept(asio::redirect_error(asio::use_awaitable, error));
        if (!error) {
            asio::co_spawn(
                io, serve_connection(context, site, std::move(socket)), [this](std::exception_ptr failure) {
                    if (failure)
                        context.parts.log.write({LogLevel::error, "connection_failed", {}, {}, {}, {}});
                });
            continue;
        }
        if (error == asio::error::operation_aborted) co_return;
        // Out of files, most likely: give the others time to end.
        context.parts.log.write(
            {LogLevel::error, "accept_failed", {}, {}, {}, {{"reason", error.message()}}});
        asio::steady_timer pause(io, std::chrono::milliseconds(100));
        co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
    }
}

asio::awaitable<void> Server::Running::sweep_sessions() {
    TimePoint outreach_until = context.parts.clock();
    while (!context.draining) {
        error_code error;
        tick.expires_after(std::chrono::seconds(5));
        co_await tick.async_wait(asio::redirect_error(asio::use_awaitable, error));
        context.sessions.sweep(std::chrono::steady_clock::now());
        context.metrics.set_sessions(context.sessions.size());
        offer_due_outreach(context, outreach_until);
    }
}

void Server::Running::begin_draining() {
    if (context.draining) return;
    context.draining = true;
    draining = true;
    error_code ignored;  // closing what is closed already
    acceptor.close(ignored);
    signals.cancel(ignored);
    tick.cancel();
    context.parts.log.write(
        {LogLevel::info, "draining", {}, {}, {}, {{"connections", std::to_string(context.chats.size())}}});
    asio::co_spawn(io, drain_connections(), asio::detached);
}

// First the running turns, so that their replies are sent; then the goodbyes; then nobody is waited for any
// longer.
asio::awaitable<void> Server::Running::drain_connections() {
    const auto end = std::chrono::steady_clock::now() + context.options.limits.drain_s;
    asio::steady_timer pause(io);
    const auto wait_until = [&](auto done) -> asio::awaitable<void> {
        while (!done() && std::chrono::steady_clock::now() < end) {
            error_code error;
            pause.expires_after(std::chrono::milliseconds(10));
            co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
        }
    };
    co_await wait_until([this] { return context.turns->waiting() == 0; });
    const auto bye = std::make_shared<const std::string>(to_json(Bye{"shutdown", true}, {}));
    const auto chats = context.chats;
    for (Peer* peer : chats) {
        peer->send(bye);
        peer->close(CloseCode::restart, "shutdown");
    }
    co_await wait_until([this] { return context.chats.empty(); });
    context.parts.log.write(
        {LogLevel::info, "stopped", {}, {}, {}, {{"connections", std::to_string(context.chats.size())}}});
    io.stop();
}

Server::Server(ServerParts parts, ServerOptions options)
    : running_(std::make_unique<Running>(std::move(parts), options)) {}

Server::~Server() = default;

Result<std::uint16_t> Server::listen() {
    const auto& listen = running_->context.options.listen;
    error_code error;
    const auto address =
        asio::ip::make_address(listen.address == "localhost" ? "127.0.0.1" : listen.address, error);
    if (error) return Error{ErrorCode::io_failed, "\"" + listen.address + "\" is no IP address to listen on"};
    const tcp::endpoint endpoint(address, listen.port);
    auto& acceptor = running_->acceptor;
    acceptor.open(endpoint.protocol(), error);
    if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor.bind(endpoint, error);
    if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error) {
        return Error{ErrorCode::io_failed,
                     listen.address + ":" + std::to_string(listen.port) + ": " + error.message()};
    }
    return acceptor.local_endpoint().port();
}

void Server::run() {
    auto& running = *running_;
    asio::co_spawn(running.io, running.accept_connections(), asio::detached);
    asio::co_spawn(running.io, running.sweep_sessions(), asio::detached);
    running.io.run();
}

void Server::drain_on_signals() {
    auto& running = *running_;
    running.signals.add(SIGINT);
    running.signals.add(SIGTERM);
    running.signals.async_wait([&running](error_code error, int) {
        if (!error) running.begin_draining();
    });
}

void Server::drain() {
    asio::post(running_->io, [running = running_.get()] { running->begin_draining(); });
}

}  // namespace parlance::websocket
