#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "dialogue/assistant.h"
#include "dialogue/host.h"
#include "dialogue/tracker_store.h"
#include "intents/clock.h"
#include "nlu/sentiment_trend.h"
#include "personalization/event_store.h"
#include "personalization/storage/audit_log.h"

namespace parlance::dialogue {

struct TurnRequest {
    ConversationId conversation;
    CustomerId customer;
    std::string text;  // as it came over the wire; "/intent_name" is a button's payload
    Locale locale;
    std::string client_message_id;  // the same id never takes a second turn
    Deadline deadline;
};

// What the assistant begins with by itself.
struct SpeakFirst {
    ConversationId conversation;
    CustomerId customer;
    Locale locale;
    std::string id;    // the same id is never said twice in a conversation
    ResponseName say;  // worded from the facts of the look-up "profile"
    IntentName about;  // what recommendations must fit
    bool recommends = false;
    Deadline deadline;
};

// Where a turn's time went.
struct TurnTiming {
    std::chrono::microseconds understand{0};
    std::chrono::microseconds decide{0};
    std::chrono::microseconds personalize{0};
    personalization::EngineTimes engines = {};  // of `personalize`
    std::chrono::microseconds generate{0};
    std::chrono::microseconds store{0};
    std::chrono::microseconds total{0};
};

struct Turn {
    std::uint32_t number = 0;          // 1 for the first message of a conversation
    nlu::Understanding understanding;  // empty intents when the turn was repeated from the store
    nlu::SentimentTrend trend;         // over the conversation, this message included
    std::vector<Command> commands;
    nlg::Reply reply;
};

struct TurnTaken {
    Turn turn;
    DialogueState state;  // after the turn
    std::vector<ResponseName> said;
    std::vector<nlg::Fact> facts;         // that the reply may state
    std::vector<std::string> handed_off;  // queues to notify
    std::vector<Error> degraded;          // what failed and was made up for: for the log
    bool repeated = false;                // the stored reply to a known client_message_id
    TurnTiming timing;
};

// The host's side and the stores that a turn works with. Borrowed; must outlive the engine.
struct TurnCollaborators {
    const FactSource& facts;
    ActionExecutor& actions;
    TrackerStore& trackers;
    personalization::EventStore& behavior;
    Clock clock;
    personalization::AuditLog* audit = nullptr;  // without one, as in a script, no trail is kept
};

// One message in, one reply out: the whole engine behind one function.
//
// Synchronous, free of sockets, deterministic for a given clock, store and host. Callers keep the turns of
// one conversation in order (one strand per conversation); different conversations may run at once.
class TurnEngine {
public:
    TurnEngine(std::shared_ptr<const Assistant> assistant, TurnCollaborators collaborators);

    // Fails with bad_text or empty_text (nothing was stored), version_conflict or storage_failed (the turn
    // was not applied; try again with the same id), not_found (the conversation is another customer's).
    // Everything else becomes a reply; a customer whom the host does not know gets no facts.
    Result<TurnTaken> take_turn(const TurnRequest& request);

    // A turn that the customer did not begin: one reply, stored and audited like any other. Fails with busy
    // while a task is open or a person has the conversation, with ungrounded when the customer's facts do not
    // support the words, else as take_turn; after a failure nothing was stored.
    Result<TurnTaken> speak_first(const SpeakFirst& wanted);

    const Assistant& assistant() const { return *assistant_; }

private:
    Result<Tracker> tracker_of(const ConversationId& conversation, const CustomerId& customer) const;

    std::shared_ptr<const Assistant> assistant_;
    TurnCollaborators collaborators_;
};

}  // namespace parlance::dialogue
