#include "dialogue/turn.h"

#include <algorithm>

#include "dialogue/knowledge_quote.h"
#include "dialogue/open_prompt.h"
#include "dialogue/session.h"
#include "nlu/normaliser.h"
#include "nlu/redaction.h"

namespace parlance::dialogue {

namespace {

// The events of a message, understanding included, as the tracker keeps them.
UserSpoke spoken(const TurnRequest& request, const nlu::Understanding& understanding,
                 const std::vector<Command>& commands, TimePoint at) {
    constexpr std::size_t kept_intents = 5;
    UserSpoke event{request.client_message_id,
                    understanding.utterance.text,
                    request.locale,
                    at,
                    understanding.intents,
                    understanding.sentiment,
                    {},
                    {}};
    if (event.intents.size() > kept_intents) event.intents.resize(kept_intents);
    for (const auto& topic : understanding.topics) event.topics.push_back(topic.topic);
    for (const auto& command : commands) event.commands.push_back(describe(command));
    return event;
}

// A card's number and code are never stored (PCI DSS 3): what comes into the tracker goes without them.
struct CardMask {
    static std::string masked(const std::string& text) { return nlu::redact(text, {nlu::PiiClass::card}); }

    void operator()(UserSpoke& event) const {
        event.text = masked(event.text);
        for (std::string& command : event.commands) command = masked(command);
    }
    void operator()(SlotFilled& event) const {
        if (auto* text = std::get_if<std::string>(&event.value)) *text = masked(*text);
    }
    template <typename Event>
    void operator()(Event&) const {}
};

nlu::SentimentTrend trend_so_far(const Tracker& tracker) {
    std::vector<nlu::Sentiment> sentiments;
    for (const auto& event : tracker.events) {
        if (const auto* message = std::get_if<UserSpoke>(&event)) sentiments.push_back(message->sentiment);
    }
    return nlu::trend_of(sentiments);
}

}  // namespace

TurnInProgress::TurnInProgress(const Assistant& assistant, const TurnCollaborators& collaborators,
                               const TurnRequest& request, Tracker tracker)
    : assistant_(assistant),
      collaborators_(collaborators),
      request_(request),
      tracker_(std::move(tracker)),
      stored_version_(tracker_.version()),
      now_(collaborators.clock()),
      client_message_id_(request.client_message_id),
      state_(tracker_.state) {}

std::optional<TurnTaken> TurnInProgress::already_taken() const {
    const auto* stored = reply_to(tracker_, request_.client_message_id);
    if (stored == nullptr) return std::nullopt;
    TurnTaken taken;
    for (const auto& event : tracker_.events) {
        if (std::holds_alternative<UserSpoke>(event)) ++taken.turn.number;
        if (std::get_if<BotSpoke>(&event) == stored) break;
    }
    taken.turn.reply = stored->reply;
    taken.state = tracker_.state;
    taken.said = stored->said;
    taken.facts = stored->facts;
    taken.repeated = true;
    return taken;
}

Result<void> TurnInProgress::recover() {
    if (is_at_rest(state_)) return {};
    for (auto event = tracker_.events.rbegin(); event != tracker_.events.rend(); ++event) {
        const auto* message = std::get_if<UserSpoke>(&*event);
        if (message == nullptr) continue;
        client_message_id_ = message->client_message_id;
        break;
    }
    if (auto advanced = advance_to_rest(); !advanced) return advanced;
    speak();
    if (auto stored = store(); !stored) return stored;
    client_message_id_ = request_.client_message_id;
    planned_.clear();
    taken_ = {};
    return {};
}

void TurnInProgress::begin_session() {
    if (is_session_over(tracker_, now_, assistant_.pack.session_expires_after))
        record(expire_session(state_, assistant_.flows, now_));
}

Result<void> TurnInProgress::understand() {
    auto utterance = nlu::make_utterance(request_.text, request_.locale, now_);
    if (!utterance) return utterance.error();
    taken_.turn.understanding = understand_text(*utterance);
    return {};
}

// A button's payload names its intent outright; everything else goes through the understander.
nlu::Understanding TurnInProgress::understand_text(const nlu::Utterance& utterance) const {
    if (utterance.text.starts_with('/')) {
        const IntentName intent{utterance.text.substr(1)};
        if (assistant_.pack.find_intent(intent) != nullptr) return {utterance, {{intent, 1.0F}}, {}, {}, {}};
    }
    return assistant_.understander.understand(utterance, expected_context(state_, assistant_.flows));
}

std::vector<Command> TurnInProgress::commands_for(const nlu::Understanding& understanding) const {
    static const std::vector<nlg::SuggestedAction> nothing_offered;
    const auto* last = last_reply(tracker_);
    return decide_commands(understanding,
                           {assistant_.flows, state_, last == nullptr ? nothing_offered : last->reply.actions,
                            assistant_.pack.currency, assistant_.thresholds});
}

// "Check my balance and then pay rent": when each clause is clearly a task of its own, all are begun.
std::optional<std::vector<Command>> TurnInProgress::commands_for_several_tasks() const {
    const auto& utterance = taken_.turn.understanding.utterance;
    if (state_.phase != Phase::idle && state_.phase != Phase::handed_off) return std::nullopt;
    std::vector<Command> commands;
    const Flow* before = nullptr;
    for (const auto& part : taken_.turn.understanding.clauses) {
        const auto clause = understand_text({utterance.text.substr(part.span.begin, part.span.length()),
                                             utterance.locale, utterance.received_at});
        const auto* flow = assistant_.flows.started_by(clause.best().intent);
        if (flow == nullptr || flow == before || clause.best().confidence < assistant_.thresholds.act_in_flow)
            return std::nullopt;
        if (before != nullptr && (before->is_answer && flow->is_answer)) return std::nullopt;
        before = flow;
        for (auto& command : commands_for(clause)) commands.push_back(std::move(command));
    }
    return commands.size() < 2 ? std::nullopt : std::optional(std::move(commands));
}

void TurnInProgress::decide() {
    auto& turn = taken_.turn;
    auto several = commands_for_several_tasks();
    turn.commands = several ? std::move(*several) : commands_for(turn.understanding);
    const bool is_at_a_loss = turn.commands == std::vector<Command>{CannotHandle{}};
    if (auto quote =
            is_at_a_loss ? quote_for(assistant_, turn.understanding.utterance, now_) : std::nullopt) {
        turn.commands = {std::move(quote->command)};
        quoted_ = std::move(quote->citation);
    }
    record({spoken(request_, turn.understanding, turn.commands, now_)});
    turn.number = state_.turns;
    turn.trend = trend_so_far(tracker_);
}

void TurnInProgress::record(std::vector<TrackerEvent> events) {
    for (auto& event : events) {
        std::visit(CardMask{}, event);
        state_ = dialogue::apply(std::move(state_), event);
        tracker_.events.push_back(std::move(event));
    }
}

Result<void> TurnInProgress::advance_once(std::span<const Command> commands) {
    auto transition = advance({assistant_.flows, request_.conversation, date_of(now_)}, state_, commands);
    if (!transition) return transition.error();
    record(std::move(transition->events));
    for (auto& action : transition->actions) {
        if (const auto* notice = std::get_if<NotifyAdvisor>(&action.action))
            taken_.handed_off.push_back(notice->queue);
        planned_.push_back(std::move(action));
    }
    return {};
}

Result<void> TurnInProgress::advance_to_rest() {
    constexpr int most_host_calls = 50;
    std::vector<Command> commands = taken_.turn.commands;
    if (is_at_rest(state_)) {
        if (auto advanced = advance_once(commands); !advanced) return advanced;
    }
    for (int calls = 0; !is_at_rest(state_); ++calls) {
        if (calls == most_host_calls)
            return Error{ErrorCode::flow_loop, "a turn asked the host more than 50 times"};
        auto reply = ask_host();
        if (!reply) return reply.error();
        commands = {std::move(*reply)};
        if (auto advanced = advance_once(commands); !advanced) return advanced;
    }
    return {};
}

// Before anything is changed at the host, what led to it is stored: a crash in between leaves the request
// with its key, and `recover` asks again.
Result<HostReplied> TurnInProgress::ask_host() {
    const auto pending = state_.pending;
    if (pending.action.empty()) return look_up(pending);
    if (auto stored = append(); !stored) return stored.error();
    const auto* frame = active_frame(state_);
    const ActionRequest request{
        pending.action,          request_.customer, frame == nullptr ? Slots{} : frame->slots,
        pending.idempotency_key, request_.locale,   now_};
    auto outcome = collaborators_.actions.perform(request, request_.deadline);
    if (outcome) return HostReplied{HostReplied::Outcome::done, std::move(*outcome), {}};
    if (outcome.error().code == ErrorCode::refused)
        return HostReplied{HostReplied::Outcome::refused, {}, outcome.error().detail};
    taken_.degraded.push_back(outcome.error());
    return HostReplied{HostReplied::Outcome::unavailable, {}, {}};
}

FactQuery TurnInProgress::query(const FactName& name) const {
    const auto* frame = active_frame(state_);
    return {name, request_.customer, frame == nullptr ? Slots{} : frame->slots, request_.locale, now_};
}

Result<HostReplied> TurnInProgress::look_up(const PendingHostCall& pending) const {
    HostReplied reply;
    for (const auto& name : pending.look_up) {
        auto facts = collaborators_.facts.look_up(query(name), request_.deadline);
        if (!facts) {
            const bool absent = facts.error().code == ErrorCode::not_found;
            if (reply.outcome != HostReplied::Outcome::unavailable) {
                reply.outcome = absent ? HostReplied::Outcome::not_found : HostReplied::Outcome::unavailable;
            }
            continue;
        }
        std::move(facts->begin(), facts->end(), std::back_inserter(reply.facts));
    }
    return reply;
}

Result<void> TurnInProgress::append() {
    const std::span<const TrackerEvent> fresh = std::span(tracker_.events).subspan(stored_version_);
    auto appended =
        collaborators_.trackers.append(request_.conversation, request_.customer, fresh, stored_version_);
    if (appended) stored_version_ = tracker_.version();
    return appended;
}

// What is recommended is on the audit trail before anybody sees it.
Result<void> TurnInProgress::store() {
    tracker_.state = state_;
    taken_.state = state_;
    if (collaborators_.audit != nullptr) {
        if (auto kept = collaborators_.audit->append(audit_); !kept) return kept;
    }
    return append();
}

}  // namespace parlance::dialogue
