#pragma once

#include <chrono>
#include <vector>

#include "dialogue/reply_planner.h"
#include "dialogue/turn_engine.h"

namespace parlance::dialogue {

// One turn under way: the tracker it began from, what has happened since, and what is to be said.
// Private to turn_engine.cpp and turn.cpp; used by one thread.
class TurnInProgress {
public:
    TurnInProgress(const Assistant& assistant, const TurnCollaborators& collaborators,
                   const TurnRequest& request, Tracker tracker);

    // The reply that the store already has for this message, if any.
    std::optional<TurnTaken> already_taken() const;

    // Finishes an action that a crash cut off between request and outcome: asks the host again with the
    // stored key, words the reply of that turn and stores it. Nothing to do is a success.
    Result<void> recover();

    // The turn's stages, in this order.
    void begin_session();
    Result<void> understand();
    void decide();
    Result<void> advance_to_rest();
    void speak();
    Result<void> store();

    // In place of understanding to speaking: says something unasked. Fails with busy or ungrounded as
    // TurnEngine::speak_first; then nothing is to be stored.
    Result<void> speak_first(const SpeakFirst& wanted);

    TurnTaken take() { return std::move(taken_); }

private:
    Result<void> advance_once(std::span<const Command> commands);
    Result<HostReplied> ask_host();
    Result<HostReplied> look_up(const PendingHostCall& pending) const;
    Result<void> append();
    nlu::Understanding understand_text(const nlu::Utterance& utterance) const;
    std::vector<Command> commands_for(const nlu::Understanding& understanding) const;
    std::optional<std::vector<Command>> commands_for_several_tasks() const;
    nlg::Tone tone() const;
    void record(std::vector<TrackerEvent> events);
    FactQuery query(const FactName& name) const;

    const Assistant& assistant_;
    const TurnCollaborators& collaborators_;
    const TurnRequest& request_;
    Tracker tracker_;
    std::uint64_t stored_version_ = 0;
    TimePoint now_;
    std::string client_message_id_;
    DialogueState state_;
    std::vector<PlannedAction> planned_;
    TurnTaken taken_;
    std::optional<nlg::Citation> quoted_;              // from the knowledge
    std::vector<personalization::AuditRecord> audit_;  // of what the reply recommends
};

// Runs `work` and adds its time to `spent`.
template <typename Work>
auto timed(std::chrono::microseconds& spent, Work work) {
    struct Stopwatch {
        std::chrono::microseconds& spent;
        std::chrono::steady_clock::time_point begin = std::chrono::steady_clock::now();
        ~Stopwatch() {
            spent += std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() -
                                                                           begin);
        }
    } stopwatch{spent};
    return work();
}

}  // namespace parlance::dialogue
