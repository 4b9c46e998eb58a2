#include "websocket/assistant_host.h"

#include <ostream>

#include "dialogue/command_inputs.h"
#include "dialogue/storage/sqlite_tracker_store.h"
#include "websocket/model_supply.h"

namespace parlance::websocket {

namespace {

constexpr std::chrono::seconds name_patience{5};

// What opening stops at; what is wrong has been told.
template <typename T>
bool took(Result<T>&& opened, auto& place, const CommandStreams& streams, ExitCode& exit) {
    if (opened) {
        place = std::move(*opened);
        return true;
    }
    streams.notes << opened.error().detail << "\n";
    exit = ExitCode::io;
    return false;
}

// Customers whose behaviour nobody has recorded yet get what the demo bank says they did.
bool seed_behavior(const dialogue::DemoBank& bank, personalization::EventStore& store,
                   const CommandStreams& streams, ExitCode& exit) {
    const auto failed = [&](const Error& error) {
        streams.notes << error.detail << "\n";
        exit = ExitCode::io;
        return false;
    };
    for (const auto& customer : bank.customers()) {
        const auto known = store.events_of(customer, {}, personalization::Purpose::service);
        if (!known) return failed(known.error());
        if (!known->empty()) continue;
        const auto seeded = bank.seeded_behavior(customer);
        const auto stored = store.append(seeded, personalization::Lateness::accept);
        if (!stored) return failed(stored.error());
    }
    return true;
}

bool open_stores(const ServerConfig& config, const PackSource& source, AssistantHost& host,
                 const CommandStreams& streams, ExitCode& exit) {
    const auto& folder = config.store.data_dir;
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
        streams.notes << folder.string() << ": " << error.message() << "\n";
        exit = ExitCode::io;
        return false;
    }
    const auto now = system_clock()();
    return took(dialogue::DemoBank::open(folder / "bank.db", source, now), host.bank, streams, exit) &&
           took(dialogue::SqliteTrackerStore::open(folder / "conversations.db"), host.trackers, streams,
                exit) &&
           took(personalization::BehaviorFolder::open(folder), host.behavior, streams, exit) &&
           took(personalization::AuditLog::open(folder / "audit.db"), host.audit, streams, exit) &&
           took(SessionStore::open(folder / "sessions.db"), host.sessions, streams, exit) &&
           took(personalization::OutreachBook::open(folder / "outreach.db"), host.outreach_book, streams,
                exit) &&
           seed_behavior(*host.bank, *host.behavior.events, streams, exit);
}

std::shared_ptr<personalization::AnswerLearner> load_learner(const std::filesystem::path& file,
                                                             const CommandStreams& streams, ExitCode& exit) {
    personalization::AcceptanceEstimate estimate;
    if (!file.empty() && !took(personalization::AcceptanceEstimate::load(file), estimate, streams, exit))
        return nullptr;
    return std::make_shared<personalization::AnswerLearner>(std::move(estimate));
}

// What the trail has to say of earlier answers, and whatever comes.
bool learn_from_trail(AssistantHost& host, const CommandStreams& streams, ExitCode& exit) {
    const auto followed = host.audit->follow(
        [answers = host.answers](const personalization::AuditRecord& record) { answers->note(record); });
    if (followed) return true;
    streams.notes << followed.error().detail << "\n";
    exit = ExitCode::io;
    return false;
}

// Reads the pack, its model and those of behaviour. Every finding is told, warnings too.
std::shared_ptr<const dialogue::Assistant> read_assistant(const ServerConfig& config,
                                                          const PackSource& source, AssistantHost& host,
                                                          Findings& findings, const CommandStreams& streams,
                                                          ExitCode& exit) {
    if (findings.has_errors()) return nullptr;
    Findings ignored;  // load_assistant finds the same again
    const Pack pack = load_pack(source, ignored);
    if (ignored.has_errors()) return dialogue::load_assistant(source, {}, findings);
    const auto models = supply_models(config, source, pack, streams, exit);
    if (!models) return nullptr;
    auto behavior = personalization::load_behavior_models(config.personalization.models);
    if (!behavior) {
        streams.notes << behavior.error().detail << "\n";
        exit = ExitCode::io;
        return nullptr;
    }
    const auto& wishes = config.personalization;
    host.answers = load_learner(wishes.acceptance, streams, exit);
    if (host.answers == nullptr) return nullptr;
    return dialogue::load_assistant(source, {models->intents, models->sentiment}, findings,
                                    std::move(*behavior),
                                    {host.answers, wishes.exploration, wishes.contacts});
}

}  // namespace

CustomerNames AssistantHost::customer_names() const {
    return [&bank = *bank](const CustomerId& customer) -> std::optional<std::string> {
        if (!bank.has_customer(customer)) return std::nullopt;
        const auto deadline = std::chrono::steady_clock::now() + name_patience;
        const auto facts = bank.look_up({{"customer"}, customer, {}, {}, system_clock()()}, deadline);
        if (!facts) return std::string();
        for (const auto& fact : *facts) {
            if (fact.name.text == "customer.name") return to_text(fact.value);
        }
        return std::string();
    };
}

ServerParts AssistantHost::parts(const Log& log) const {
    return {*engine,        *trackers, *behavior.events, *sessions,    log,         customer_names(),
            system_clock(), {},        audit.get(),      events.get(), churn.get(), outreach.get()};
}

std::optional<AssistantHost> open_assistant_host(const ServerConfig& config, const CommandStreams& streams,
                                                 ExitCode& exit) {
    AssistantHost host;
    Findings findings;
    std::error_code error;
    std::filesystem::create_directories(config.store.data_dir,
                                        error);  // open_stores tells when it is not there
    const auto source = PackSource::read(config.pack, findings);
    host.assistant = read_assistant(config, source, host, findings, streams, exit);
    dialogue::print(findings, config.pack, streams.notes);
    if (host.assistant == nullptr) {
        if (exit == ExitCode::ok) exit = ExitCode::usage;
        return std::nullopt;
    }
    if (!open_stores(config, source, host, streams, exit)) return std::nullopt;
    if (!learn_from_trail(host, streams, exit)) return std::nullopt;
    host.model = host.assistant->understander.classifier().method();
    host.events = std::make_unique<personalization::EventIngest>(*host.behavior.events, *host.behavior.dead,
                                                                 system_clock());
    if (const auto& model = host.assistant->personalization.models().churn; model != nullptr)
        host.churn = std::make_unique<personalization::ChurnWatch>(
            model, *host.behavior.events, system_clock(), config.personalization.alerts);
    const dialogue::TurnCollaborators collaborators{
        *host.bank, *host.bank, *host.trackers, *host.behavior.events, system_clock(), host.audit.get()};
    host.engine = std::make_unique<dialogue::TurnEngine>(host.assistant, collaborators);
    if (config.outreach.enabled)
        host.outreach = std::make_unique<dialogue::OutreachDesk>(*host.engine, collaborators,
                                                                 *host.outreach_book, config.outreach.limits);
    return host;
}

}  // namespace parlance::websocket
