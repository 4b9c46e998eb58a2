#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/host.h"
#include "intents/clock.h"
#include "intents/name.h"
#include "intents/result.h"
#include "nlg/reply_plan.h"
#include "nlu/pack_choice.h"
#include "nlu/understanding.h"

namespace parlance::dialogue {

// What a client's message came to.
struct ClientReply {
    nlu::IntentScore intent;  // the best one
    nlu::Sentiment sentiment;
    std::string response;
    std::vector<nlg::SuggestedAction> suggested_actions;
};

// Conversations with a bank's clients, one a client, kept in memory: the turn engine for programs that use
// the library. A program that keeps conversations, or wants more of a turn, builds a TurnEngine itself.
// The messages of one client come one after the other; different clients may write at once.
class ClientConversations {
public:
    // Your systems answer and act; both are borrowed and must live longer.
    // Fails as nlu::open_pack does; bad_pack, too, for flows, responses and offers that do not fit together.
    static Result<ClientConversations> open(const nlu::PackChoice& choice, const FactSource& facts,
                                            ActionExecutor& actions, Clock clock = system_clock());
    // The pack's demo bank answers and acts, in memory, with what its invented clients have done so far.
    // Also fails with bad_pack when the pack has none, or storage_failed.
    static Result<ClientConversations> open_demo(const nlu::PackChoice& choice, Clock clock = system_clock());

    ~ClientConversations();
    ClientConversations(ClientConversations&&) noexcept;
    ClientConversations& operator=(ClientConversations&&) noexcept;

    // Takes one turn. Fails with bad_text or empty_text, or with version_conflict while another message of
    // the client is being answered: then nothing has changed. A client whom the host does not know is
    // answered without facts.
    Result<ClientReply> process_client_message(const CustomerId& client, std::string_view message);

private:
    struct Parts;
    explicit ClientConversations(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> parts_;
};

}  // namespace parlance::dialogue
