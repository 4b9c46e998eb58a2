#include "websocket/turn_delivery.h"

#include <algorithm>

#include "nlu/redaction.h"
#include "websocket/churn_notice.h"

namespace parlance::websocket {

namespace {

using TurnOutcome = std::optional<Result<dialogue::TurnTaken>>;

// A turn that throws has met a programming error; the server outlives it.
Result<dialogue::TurnTaken> take_turn(dialogue::TurnEngine& engine, const dialogue::TurnRequest& request) {
    try {
        return engine.take_turn(request);
    } catch (const std::exception& exception) {
        return Error{ErrorCode::flow_loop, std::string("the turn threw ") + typeid(exception).name()};
    }
}

void log_degraded(const ServerContext& server, const ConversationId& conversation, const Error& error) {
    LogEvent event{
        LogLevel::warn, "degraded", conversation.text, {}, {}, {{"code", std::string(to_text(error.code))}}};
    if (may_be_logged(error.code)) event.more.emplace_back("detail", nlu::redact(error.detail));
    server.parts.log.write(event);
}

void log_turn(const ServerContext& server, const PendingTurn& turn, const dialogue::TurnTaken& taken) {
    const auto& intents = taken.turn.understanding.intents;
    const double ms = std::chrono::duration<double, std::milli>(taken.timing.total).count();
    LogEvent event{LogLevel::info, "turn", turn.request.conversation.text, taken.turn.number, ms, {}};
    event.more.emplace_back("intent", intents.empty() ? "" : intents.front().intent.text);
    event.more.emplace_back("bytes", std::to_string(turn.request.text.size()));
    if (taken.repeated) event.more.emplace_back("repeated", "true");
    server.parts.log.write(event);
    for (const auto& error : taken.degraded) log_degraded(server, turn.request.conversation, error);
}

void deliver_failure(ServerContext& server, Session* session, const PendingTurn& turn, const Error& error) {
    const auto frame = error_frame(error, turn.request.client_message_id);
    server.metrics.count_error(to_text(frame.code));
    LogEvent event{LogLevel::warn, "turn_failed", turn.request.conversation.text, {}, {}, {}};
    event.more.emplace_back("code", std::string(to_text(error.code)));
    if (may_be_logged(error.code)) event.more.emplace_back("detail", nlu::redact(error.detail));
    server.parts.log.write(event);
    if (session != nullptr) session->deliver(frame, server.parts.clock());
}

Analysis analysis_of(const std::string& re, const dialogue::TurnTaken& taken) {
    Analysis analysis{re,          taken.turn.understanding, taken.turn.trend,
                      {},          dialogue::observe(taken), taken.facts,
                      taken.timing};
    for (const auto& command : taken.turn.commands) analysis.commands.push_back(dialogue::describe(command));
    return analysis;
}

void deliver_reply(ServerContext& server, Session& session, const PendingTurn& turn,
                   const dialogue::TurnTaken& taken) {
    const auto& re = turn.request.client_message_id;
    const auto now = server.parts.clock();
    session.deliver(Ack{re}, now);
    if (server.options.analysis) session.deliver(analysis_of(re, taken), now);
    session.deliver(ReplyMessage{re, taken.turn.number, taken.turn.reply}, now);
    for (const auto& queue : taken.handed_off) session.deliver(Handoff{re, queue}, now);
}

void deliver(ServerContext& server, const PendingTurn& turn, const Result<dialogue::TurnTaken>& outcome) {
    server.metrics.set_waiting_turns(server.turns->waiting());
    Session* session = server.sessions.find(turn.session);
    if (!outcome) return deliver_failure(server, session, turn, outcome.error());
    server.metrics.count(*outcome);
    log_turn(server, turn, *outcome);
    if (session != nullptr) deliver_reply(server, *session, turn, *outcome);
}

}  // namespace

bool submit_turn(ServerContext& server, PendingTurn turn) {
    const auto shared = std::make_shared<const PendingTurn>(std::move(turn));
    const auto outcome = std::make_shared<TurnOutcome>();
    const bool submitted = server.turns->submit(
        shared->request.conversation,
        [&server, shared, outcome] {
            *outcome = take_turn(server.parts.engine, shared->request);
            notice_churn(server.parts, server.metrics, shared->request.customer);
        },
        [&server, shared, outcome] { deliver(server, *shared, **outcome); });
    if (submitted) server.metrics.set_waiting_turns(server.turns->waiting());
    return submitted;
}

}  // namespace parlance::websocket
