#include "intents/secret.h"
#include "websocket/chat.h"
#include "websocket/history.h"
#include "websocket/locale_choice.h"
#include "websocket/outreach_delivery.h"
#include "websocket/token.h"

// The part of Chat that opens, resumes and ends sessions.
namespace parlance::websocket {

namespace asio = boost::asio;

namespace {

// What is read from disk, on a worker thread, before a session can go on.
struct Opening {
    std::optional<SessionBinding> binding;
    std::optional<std::string> name;
    dialogue::Tracker tracker;
    std::optional<Error> error;
};

std::optional<Error> load(const ServerParts& parts, Opening& opening) {
    opening.name = parts.customers(opening.binding->customer);
    if (!opening.name) return Error{ErrorCode::unknown_customer, "the session's customer is not known"};
    auto tracker = parts.trackers.load(opening.binding->conversation);
    if (!tracker) return tracker.error();
    opening.tracker = std::move(*tracker);
    return std::nullopt;
}

// The conversation that a session id begins with; not yet proof of anything.
ConversationId claimed_conversation(const std::string& session) {
    return {session.substr(0, session.rfind('.'))};
}

}  // namespace

std::optional<Chat::Visitor> Chat::visitor(const Hello& hello, const std::string& id) {
    if (server_.options.demo.enabled) {
        if (hello.customer.empty()) return Visitor{server_.options.demo.customer, {}};
        return Visitor{{hello.customer}, {}};
    }
    if (!hello.token) {
        fail(ProtocolCode::unauthorized, "A token is needed here.", id);
        return std::nullopt;
    }
    const auto verified = verify_token(*hello.token, server_.options.token_secret, server_.parts.clock());
    if (verified) return Visitor{verified->customer, verified->expires_at};
    server_.parts.log.write(
        {LogLevel::warn, "token_refused", {}, {}, {}, {{"reason", std::string(to_text(verified.error()))}}});
    if (verified.error() == TokenRefusal::expired) {
        fail(ProtocolCode::token_expired, "The token has expired. Say hello with a new one.", id, true);
        return std::nullopt;
    }
    fail(ProtocolCode::unauthorized, "This token is not valid.", id);
    peer_.close(CloseCode::unauthorized, "bad token");
    return std::nullopt;
}

asio::awaitable<void> Chat::on_hello(Hello hello, std::string id) {
    const auto who = visitor(hello, id);
    if (!who) co_return;
    authorized_ = true;
    authorized_until_ = who->expires_at;
    if (!hello.language.empty()) language_ = hello.language;
    if (hello.resume) {
        std::optional<CustomerId>
            customer;  // named: GCC 12 destroys a conditional argument of co_await twice
        if (!server_.options.demo.enabled || !hello.customer.empty()) customer = who->customer;
        co_await on_resume(*hello.resume, id, customer);
        co_return;
    }
    const auto* current = session();
    if (current != nullptr && current->binding.customer == who->customer) {
        const ResumePoint here{session_id_, current->replay.next_seq() - 1};
        co_await on_resume(here, id, who->customer);
        co_return;
    }
    co_await start_session(who->customer, id);
}

asio::awaitable<bool> Chat::start_session(CustomerId customer, std::string id) {
    const auto& parts = server_.parts;
    const auto conversation =
        parts.new_conversation ? parts.new_conversation() : ConversationId{random_hex(16)};
    const std::string session_id = make_session_id(conversation);
    Opening opening;
    opening.binding = SessionBinding{conversation, customer};
    auto prepare = [this, &parts, &opening, &session_id] {
        opening.error = load(parts, opening);
        if (opening.error) return;
        notice_outreach(parts, server_.metrics, opening.binding->customer);
        const auto kept = parts.sessions.keep(session_id, *opening.binding, parts.clock());
        if (!kept) opening.error = kept.error();
    };
    co_await server_.turns->run(conversation, prepare);
    if (opening.error && opening.error->code == ErrorCode::unknown_customer) {
        fail(ProtocolCode::not_found, "There is no such customer.", id);
        co_return false;
    }
    if (opening.error) {
        const auto frame = error_frame(*opening.error, id);
        fail(frame.code, frame.message, id, frame.retryable);
        co_return false;
    }
    enter(server_.sessions.open(session_id, *opening.binding), *opening.name);
    welcome(*session(), opening.tracker, false);
    server_.parts.log.write({LogLevel::info, "session_started", conversation.text, {}, {}, {}});
    offer_outreach(server_, session_id);
    co_return true;
}

asio::awaitable<void> Chat::on_resume(ResumePoint point, std::string id, std::optional<CustomerId> customer) {
    const auto& parts = server_.parts;
    const std::string lost = "This session cannot be resumed. Say hello to begin a new one.";
    if (point.session.find('.') == std::string::npos) co_return fail(ProtocolCode::session_expired, lost, id);
    Opening opening;
    if (const auto* known = server_.sessions.find(point.session)) opening.binding = known->binding;
    auto prepare = [&parts, &opening, &point] {
        if (!opening.binding) {
            auto stored = parts.sessions.find(point.session);
            if (!stored) {
                opening.error = stored.error();
                return;
            }
            opening.binding = std::move(*stored);
        }
        if (opening.binding) opening.error = load(parts, opening);
    };
    const auto conversation = claimed_conversation(point.session);
    co_await server_.turns->run(conversation, prepare);
    if (opening.error && opening.error->code != ErrorCode::unknown_customer) {
        const auto frame = error_frame(*opening.error, id);
        co_return fail(frame.code, frame.message, id, frame.retryable);
    }
    const bool belongs = opening.binding && (!customer || opening.binding->customer == *customer);
    if (!belongs || opening.error) co_return fail(ProtocolCode::session_expired, lost, id);

    auto* known = server_.sessions.find(point.session);
    const bool in_memory = known != nullptr;
    enter(in_memory ? *known : server_.sessions.open(point.session, *opening.binding), *opening.name);
    auto* current = session();
    const auto missed = in_memory ? current->replay.after(point.seq) : std::nullopt;
    welcome(*current, opening.tracker, missed.has_value());
    offer_outreach(server_, point.session);
    if (!missed) co_return;
    for (const auto& frame : *missed) {
        peer_.expect_replay(frame->size());
        peer_.send(frame);
    }
}

asio::awaitable<void> Chat::on_end(std::string id) {
    const std::string ended = session_id_;
    const auto conversation = session()->binding.conversation;
    std::optional<Error> error;
    auto forget = [this, &ended, &error] {
        if (const auto forgotten = server_.parts.sessions.forget(ended); !forgotten)
            error = forgotten.error();
    };
    co_await server_.turns->run(conversation, forget);
    if (error) {
        const auto frame = error_frame(*error, id);
        co_return fail(frame.code, frame.message, id, frame.retryable);
    }
    server_.sessions.close(ended);
    server_.metrics.set_sessions(server_.sessions.size());
    session_id_.clear();
    send(Ack{id});
}

// Takes a session over; a previous one of this connection is left, resumable.
void Chat::enter(Session& entered, const std::string& name) {
    if (session_id_ != entered.id) {
        server_.sessions.detach(session_id_, peer_, std::chrono::steady_clock::now());
    }
    session_id_ = entered.id;
    entered.customer_name = name;
    const auto& languages = server_.parts.engine.assistant().pack.languages;
    if (!language_.empty() || entered.locale == Locale{""})
        entered.locale = choose_locale(language_, languages);
    server_.sessions.attach(entered, peer_);
    server_.metrics.set_sessions(server_.sessions.size());
}

void Chat::welcome(const Session& entered, const dialogue::Tracker& tracker, bool resumed) {
    const auto& limits = server_.options.limits;
    Welcome frame;
    frame.session = entered.id;
    frame.conversation = entered.binding.conversation.text;
    frame.resumed = resumed;
    frame.demo = server_.options.demo.enabled;
    frame.history = history_of(tracker, limits.history_messages);
    frame.ping_s = limits.ping_s.count();
    frame.max_bytes = limits.max_message_bytes;
    frame.user_id = entered.binding.customer.text;
    frame.user_name = entered.customer_name;
    auto text = std::make_shared<const std::string>(to_json(frame, {}));
    peer_.expect_replay(text->size());
    peer_.send(std::move(text));
}

}  // namespace parlance::websocket
