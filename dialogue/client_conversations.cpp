#include "dialogue/client_conversations.h"

#include <atomic>
#include <utility>

#include "dialogue/storage/demo_bank.h"
#include "dialogue/storage/memory_tracker_store.h"
#include "dialogue/turn_engine.h"
#include "nlu/opened_pack.h"
#include "personalization/storage/memory_event_store.h"

namespace parlance::dialogue {

namespace {

constexpr std::chrono::seconds patience{30};

struct OpenedAssistant {
    PackSource source;
    std::shared_ptr<const Assistant> assistant;
    Locale language;
};

Result<OpenedAssistant> open_assistant(const nlu::PackChoice& choice) {
    auto opened = nlu::open_pack(choice);
    if (!opened) return opened.error();
    Findings findings;
    auto assistant = load_assistant(opened->source, std::move(opened->classifiers), findings);
    if (const auto sound = nlu::check_pack(findings, choice.pack); !sound) return sound.error();
    return OpenedAssistant{std::move(opened->source), std::move(assistant), std::move(opened->language)};
}

}  // namespace

struct ClientConversations::Parts {
    Parts(OpenedAssistant opened, const FactSource& facts, ActionExecutor& actions, const Clock& clock)
        : language(std::move(opened.language)),
          engine(std::move(opened.assistant), {facts, actions, trackers, behavior, clock}) {}

    std::unique_ptr<DemoBank> bank;  // null for a host of one's own
    MemoryTrackerStore trackers;
    personalization::MemoryEventStore behavior;
    Locale language;
    std::atomic<std::uint64_t> messages{0};
    TurnEngine engine;
};

ClientConversations::ClientConversations(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
ClientConversations::~ClientConversations() = default;
ClientConversations::ClientConversations(ClientConversations&&) noexcept = default;
ClientConversations& ClientConversations::operator=(ClientConversations&&) noexcept = default;

Result<ClientConversations> ClientConversations::open(const nlu::PackChoice& choice, const FactSource& facts,
                                                      ActionExecutor& actions, Clock clock) {
    auto opened = open_assistant(choice);
    if (!opened) return opened.error();
    return ClientConversations(std::make_unique<Parts>(std::move(*opened), facts, actions, clock));
}

Result<ClientConversations> ClientConversations::open_demo(const nlu::PackChoice& choice, Clock clock) {
    auto opened = open_assistant(choice);
    if (!opened) return opened.error();
    auto bank = DemoBank::open(":memory:", opened->source, clock());
    if (!bank) return bank.error();
    auto parts = std::make_unique<Parts>(std::move(*opened), **bank, **bank, clock);
    parts->bank = std::move(*bank);
    for (const CustomerId& customer : parts->bank->customers()) {
        if (auto kept = parts->bank->seed_behavior(customer, parts->behavior); !kept) return kept.error();
    }
    return ClientConversations(std::move(parts));
}

Result<ClientReply> ClientConversations::process_client_message(const CustomerId& client,
                                                                std::string_view message) {
    const auto number = ++parts_->messages;
    auto taken = parts_->engine.take_turn({{"client " + client.text},
                                           client,
                                           std::string(message),
                                           parts_->language,
                                           "message " + std::to_string(number),
                                           std::chrono::steady_clock::now() + patience});
    if (!taken) return taken.error();
    Turn& turn = taken->turn;
    return ClientReply{turn.understanding.best(), turn.understanding.sentiment, std::move(turn.reply.text),
                       std::move(turn.reply.actions)};
}

}  // namespace parlance::dialogue
