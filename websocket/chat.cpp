#include "websocket/chat.h"

#include <cmath>
#include <map>

#include "intents/secret.h"
#include "nlu/normaliser.h"
#include "websocket/churn_notice.h"
#include "websocket/turn_delivery.h"

namespace parlance::websocket {

namespace asio = boost::asio;

Chat::Chat(ServerContext& server, Peer& peer)
    : server_(server),
      peer_(peer),
      bucket_(server.options.limits.messages_per_s, server.options.limits.message_burst,
              std::chrono::steady_clock::now()),
      authorized_(server.options.demo.enabled) {}

Chat::~Chat() {
    server_.sessions.detach(session_id_, peer_, std::chrono::steady_clock::now());
}

Session* Chat::session() {
    auto* session = server_.sessions.find(session_id_);
    return session != nullptr && session->peer == &peer_ ? session : nullptr;
}

void Chat::send(const ServerFrame& frame) {
    peer_.send(std::make_shared<const std::string>(to_json(frame, {})));
}

void Chat::fail(ProtocolCode code, std::string message, const std::string& re, bool retryable,
                std::optional<double> retry_after_s) {
    server_.metrics.count_error(to_text(code));
    send(ErrorFrame{code, std::move(message), re, retryable, retry_after_s});
}

// Every message that causes work counts; over the limit the client is told when to try again.
bool Chat::is_too_fast(const ClientMessage& message) {
    if (std::holds_alternative<Read>(message.body) || std::holds_alternative<TypingNotice>(message.body))
        return false;
    if (bucket_.take(std::chrono::steady_clock::now())) return false;
    const double wait_s = std::ceil(bucket_.retry_after_s() * 10) / 10;
    fail(ProtocolCode::rate_limited, "That was too fast. Please wait a moment.", message.id, true, wait_s);
    return true;
}

// Without the demo, only after a token, and only while it lasts.
bool Chat::may_talk(const std::string& id) {
    if (!authorized_) {
        fail(ProtocolCode::unauthorized, "Say hello with a token first.", id);
        return false;
    }
    if (authorized_until_ && server_.parts.clock() >= *authorized_until_) {
        fail(ProtocolCode::token_expired, "The token has expired. Say hello with a new one.", id, true);
        return false;
    }
    return true;
}

asio::awaitable<void> Chat::receive(std::string_view text) {
    auto parsed = parse_client_message(text);
    if (const auto* error = std::get_if<ErrorFrame>(&parsed)) {
        fail(error->code, error->message, error->re);
        co_return;
    }
    auto message = std::get<ClientMessage>(std::move(parsed));
    if (std::holds_alternative<Ping>(message.body)) {
        send(Pong{message.id});
        co_return;
    }
    if (is_too_fast(message)) co_return;
    if (auto* hello = std::get_if<Hello>(&message.body)) {
        co_await on_hello(std::move(*hello), message.id);
        co_return;
    }
    if (!may_talk(message.id)) co_return;
    if (const auto* resume = std::get_if<Resume>(&message.body)) {
        co_await on_resume(resume->point, message.id, std::nullopt);
        co_return;
    }
    if (std::holds_alternative<Read>(message.body) || std::holds_alternative<TypingNotice>(message.body))
        co_return;
    if (session_id_.empty()) {
        const bool started = co_await start_session(server_.options.demo.customer, message.id);
        if (!started) co_return;
    }
    if (session() == nullptr) co_return;  // a newer connection has it; this one is being closed
    if (message.id.empty()) message.id = "m-" + random_hex(8);
    co_await act(std::move(message));
}

asio::awaitable<void> Chat::act(ClientMessage message) {
    if (const auto* said = std::get_if<CustomerMessage>(&message.body)) {
        on_message(*said, message.id);
    } else if (const auto* reaction = std::get_if<Reaction>(&message.body)) {
        server_.metrics.count_reaction(reaction->reaction);
        co_await store(behavior(*reaction, message.id), message.id, answer(*reaction, message.id));
    } else if (const auto* feedback = std::get_if<Feedback>(&message.body)) {
        co_await store(behavior(*feedback, message.id), message.id, {});
    } else if (const auto* notice = std::get_if<BehaviorNotice>(&message.body)) {
        co_await store(behavior(*notice, message.id), message.id, {});
    } else if (std::holds_alternative<End>(message.body)) {
        co_await on_end(message.id);
    }
}

void Chat::receive_too_large() {
    fail(ProtocolCode::too_large,
         "A message may have at most " + std::to_string(server_.options.limits.max_message_bytes) + " bytes.",
         {});
    peer_.close(CloseCode::too_large, "message too large");
}

void Chat::on_message(const CustomerMessage& message, std::string id) {
    if (server_.draining) {
        return fail(ProtocolCode::busy, "The server is restarting. Please send it again.", id, true, 1);
    }
    const auto& text = message.payload.empty() ? message.text : message.payload;
    if (text.size() > nlu::max_utterance_bytes) {
        const auto most = std::to_string(nlu::max_utterance_bytes);
        return fail(ProtocolCode::too_large, "A text may have at most " + most + " bytes.", id);
    }
    auto* current = session();
    const auto deadline = std::chrono::steady_clock::now() + server_.options.limits.turn_timeout_s;
    PendingTurn turn{
        session_id_,
        {current->binding.conversation, current->binding.customer, text, current->locale, id, deadline}};
    if (!submit_turn(server_, std::move(turn))) {
        return fail(ProtocolCode::busy, "Too much is going on. Please try again.", id, true, 1);
    }
    current->mention(Typing{true});
}

personalization::BehaviorEvent Chat::click(const std::string& id) {
    const auto* current = session();
    personalization::BehaviorEvent event;
    event.id.text = current->binding.conversation.text + "/click/" + id;
    event.customer = current->binding.customer;
    event.at = server_.parts.clock();
    event.platform = "chat";
    return event;
}

personalization::BehaviorEvent Chat::behavior(const Reaction& reaction, const std::string& id) {
    auto event = click(id);
    event.kind = reaction.reaction == "shown" ? personalization::BehaviorKind::offer_shown
                                              : personalization::BehaviorKind::offer_answered;
    event.feature = reaction.re;
    event.action = reaction.reaction;
    if (!reaction.reason.empty()) event.properties.emplace("reason", reaction.reason);
    return event;
}

// A thumb is a click on a page, not an answer to an offer: it must not count as one.
personalization::BehaviorEvent Chat::behavior(const Feedback& feedback, const std::string& id) {
    auto event = click(id);
    event.kind = personalization::BehaviorKind::page_view;
    event.feature = feedback_feature;
    event.action = feedback.positive ? helpful_action : "unhelpful";
    event.properties.emplace("re", feedback.re);
    if (!feedback.reason.empty()) event.properties.emplace("reason", feedback.reason);
    return event;
}

personalization::BehaviorEvent Chat::behavior(const BehaviorNotice& notice, const std::string& id) {
    auto event = click(id);
    event.kind = personalization::behavior_kind(notice.event).value();
    event.feature = notice.feature;
    event.action = notice.action;
    event.duration = notice.duration;
    if (!notice.content.empty()) event.properties.emplace("content", notice.content);
    return event;
}

// What a customer makes of an offer goes beside it on the audit trail; that he has seen it is known there.
std::vector<personalization::AuditRecord> Chat::answer(const Reaction& reaction, const std::string& id) {
    using personalization::AuditAct;
    static const std::map<std::string, AuditAct> acts{
        {"accepted", AuditAct::accepted}, {"rejected", AuditAct::rejected}, {"later", AuditAct::later}};
    const auto act = acts.find(reaction.reaction);
    if (act == acts.end()) return {};
    const auto& binding = session()->binding;
    personalization::AuditRecord record;
    record.id = binding.conversation.text + "/click/" + id;
    record.at = server_.parts.clock();
    record.act = act->second;
    record.customer = binding.customer;
    record.conversation = binding.conversation;
    record.offer.text = reaction.re;
    return {record};
}

asio::awaitable<void> Chat::store(personalization::BehaviorEvent event, std::string id,
                                  std::vector<personalization::AuditRecord> trail) {
    std::optional<Error> lost;
    const auto conversation = session()->binding.conversation;
    auto append = [this, &event, &trail, &lost] {
        if (const auto stored = server_.parts.behavior.append(event); !stored) lost = stored.error();
        server_.metrics.count_behavior(event);
        notice_churn(server_.parts, server_.metrics, event.customer);
        if (server_.parts.audit == nullptr) return;
        if (const auto kept = server_.parts.audit->append(trail); !kept) lost = kept.error();
    };
    co_await server_.turns->run(conversation, append);
    if (lost) {
        const auto frame = error_frame(*lost, id);
        fail(frame.code, frame.message, id, frame.retryable);
    } else if (auto* current = session()) {
        current->deliver(Ack{id}, server_.parts.clock());
    }
}

}  // namespace parlance::websocket
