#pragma once

#include <memory>
#include <optional>
#include <string>

#include "dialogue/outreach_desk.h"
#include "dialogue/storage/demo_bank.h"
#include "dialogue/tracker_store.h"
#include "dialogue/turn_engine.h"
#include "intents/program_command.h"
#include "personalization/acceptance/answer_learner.h"
#include "personalization/ingest/behavior_folder.h"
#include "personalization/ingest/event_ingest.h"
#include "websocket/config.h"
#include "websocket/server.h"
#include "websocket/session_store.h"

namespace parlance::websocket {

// A pack, its model, the demo bank and the stores of a data folder, made ready to serve. Everything in it
// outlives the server that works with it.
struct AssistantHost {
    std::shared_ptr<const dialogue::Assistant> assistant;
    std::unique_ptr<dialogue::DemoBank> bank;
    std::unique_ptr<dialogue::TrackerStore> trackers;
    personalization::BehaviorFolder behavior;
    std::unique_ptr<personalization::EventIngest> events;     // into behavior
    std::unique_ptr<personalization::ChurnWatch> churn;       // over behavior; null without a model
    std::shared_ptr<personalization::AnswerLearner> answers;  // learns from audit
    std::unique_ptr<personalization::AuditLog> audit;
    std::unique_ptr<SessionStore> sessions;
    std::unique_ptr<dialogue::TurnEngine> engine;
    std::unique_ptr<personalization::OutreachBook> outreach_book;
    std::unique_ptr<dialogue::OutreachDesk> outreach;  // null unless enabled
    std::string model;                                 // what recognises intents: "linear+fasttext"

    // Asks the bank for a customer's first name. Safe to call from several threads.
    CustomerNames customer_names() const;
    ServerParts parts(const Log& log) const;
};

// Reads and checks the pack, loads its model (training one first when it is missing or older than the pack),
// opens the stores and seeds the demo bank. Problems go to streams.notes; then nothing is returned and `exit`
// is set.
std::optional<AssistantHost> open_assistant_host(const ServerConfig& config, const CommandStreams& streams,
                                                 ExitCode& exit);

}  // namespace parlance::websocket
