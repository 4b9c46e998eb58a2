#include "dialogue/turn_engine.h"

#include "dialogue/turn.h"

namespace parlance::dialogue {

namespace {

// A turn is a behaviour too. It is stored after the conversation; losing it costs a count, not a turn.
std::optional<Error> record_behavior(const TurnCollaborators& collaborators, const TurnRequest& request,
                                     const TurnTaken& taken) {
    personalization::BehaviorEvent event;
    event.id.text = request.conversation.text + "/" + request.client_message_id;
    event.customer = request.customer;
    event.at = collaborators.clock();
    event.kind = personalization::BehaviorKind::chat_turn;
    event.platform = "chat";
    event.feature =
        taken.turn.understanding.intents.empty() ? "" : taken.turn.understanding.best().intent.text;
    event.action = "message";
    const auto stored = collaborators.behavior.append(event);
    return stored ? std::nullopt : std::optional(stored.error());
}

}  // namespace

TurnEngine::TurnEngine(std::shared_ptr<const Assistant> assistant, TurnCollaborators collaborators)
    : assistant_(std::move(assistant)), collaborators_(std::move(collaborators)) {}

Result<Tracker> TurnEngine::tracker_of(const ConversationId& conversation, const CustomerId& customer) const {
    auto tracker = collaborators_.trackers.load(conversation);
    if (tracker && !tracker->customer.empty() && tracker->customer != customer)
        return Error{ErrorCode::not_found, "the conversation belongs to another customer"};
    return tracker;
}

Result<TurnTaken> TurnEngine::speak_first(const SpeakFirst& wanted) {
    auto tracker = tracker_of(wanted.conversation, wanted.customer);
    if (!tracker) return tracker.error();
    const TurnRequest request{wanted.conversation, wanted.customer, {},
                              wanted.locale,       wanted.id,       wanted.deadline};
    TurnInProgress turn(*assistant_, collaborators_, request, std::move(*tracker));
    if (auto recovered = turn.recover(); !recovered) return recovered.error();
    if (auto stored = turn.already_taken()) return std::move(*stored);
    turn.begin_session();
    if (auto said = turn.speak_first(wanted); !said) return said.error();
    if (auto stored = turn.store(); !stored) return stored.error();
    return turn.take();
}

Result<TurnTaken> TurnEngine::take_turn(const TurnRequest& request) {
    TurnTiming timing;
    const auto begin = std::chrono::steady_clock::now();
    auto tracker = timed(timing.store, [&] { return tracker_of(request.conversation, request.customer); });
    if (!tracker) return tracker.error();
    TurnInProgress turn(*assistant_, collaborators_, request, std::move(*tracker));
    if (auto recovered = turn.recover(); !recovered) return recovered.error();
    if (auto stored = turn.already_taken()) return std::move(*stored);

    turn.begin_session();
    if (auto understood = timed(timing.understand, [&] { return turn.understand(); }); !understood)
        return understood.error();
    timed(timing.decide, [&] { turn.decide(); });
    if (auto advanced = timed(timing.decide, [&] { return turn.advance_to_rest(); }); !advanced)
        return advanced.error();
    timed(timing.generate, [&] { turn.speak(); });
    if (auto stored = timed(timing.store, [&] { return turn.store(); }); !stored) return stored.error();

    auto taken = turn.take();
    if (auto lost = record_behavior(collaborators_, request, taken))
        taken.degraded.push_back(std::move(*lost));
    timing.personalize = taken.timing.personalize;
    timing.engines = taken.timing.engines;
    timing.total =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
    taken.timing = timing;
    return taken;
}

}  // namespace parlance::dialogue
