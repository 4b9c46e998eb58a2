#include "websocket/outreach_delivery.h"

#include <memory>
#include <optional>

namespace parlance::websocket {

namespace {

using Told = Result<std::optional<dialogue::ToldOutreach>>;

void log_failure(const ServerParts& parts, const Error& error) {
    parts.log.write(
        {LogLevel::warn, "outreach_failed", {}, {}, {}, {{"code", std::string(to_text(error.code))}}});
}

void deliver(ServerContext& server, const std::string& id, const Told& told) {
    if (!told) return log_failure(server.parts, told.error());
    if (!*told) return;
    const auto& [entry, taken] = **told;
    server.metrics.count_outreach(entry.trigger, "said");
    server.parts.log.write(
        {LogLevel::info, "outreach", entry.conversation.text, {}, {}, {{"trigger", entry.trigger}}});
    Session* session = server.sessions.find(id);
    if (session == nullptr) return;  // history has it when he comes back
    session->deliver(ReplyMessage{entry.id, taken.turn.number, taken.turn.reply, entry.trigger},
                     server.parts.clock());
}

}  // namespace

bool notice_outreach(const ServerParts& parts, Metrics& metrics, const CustomerId& customer) {
    if (parts.outreach == nullptr) return false;
    const auto fresh = parts.outreach->look_at(customer);
    if (!fresh) {
        // Events may be of people whom the bank's demo does not know.
        if (fresh.error().code != ErrorCode::unknown_customer) log_failure(parts, fresh.error());
        return false;
    }
    for (const auto& entry : *fresh) metrics.count_outreach(entry.trigger, "noted");
    return !fresh->empty();
}

void offer_outreach(ServerContext& server, const std::string& id) {
    const Session* session = server.sessions.find(id);
    if (server.parts.outreach == nullptr || session == nullptr || server.draining) return;
    const auto& binding = session->binding;
    const dialogue::Occasion occasion{
        binding.conversation, binding.customer, session->locale,
        std::chrono::steady_clock::now() + server.options.limits.turn_timeout_s};
    const auto told = std::make_shared<std::optional<Told>>();
    server.turns->submit(
        binding.conversation, [&server, occasion, told] { *told = server.parts.outreach->speak(occasion); },
        [&server, id, told] { deliver(server, id, **told); });
}

void offer_outreach(ServerContext& server, const std::set<CustomerId>& customers) {
    for (const auto& session : server.sessions.connected_of(customers)) offer_outreach(server, session);
}

void offer_due_outreach(ServerContext& server, TimePoint& last) {
    if (server.parts.outreach == nullptr || server.draining) return;
    const TimePoint now = server.parts.clock();
    const auto due = std::make_shared<std::set<CustomerId>>();
    server.turns->submit(
        {"outreach"},
        [&server, last, now, due] {
            const auto customers = server.parts.outreach->book().due_between(last, now);
            if (customers)
                due->insert(customers->begin(), customers->end());
            else
                log_failure(server.parts, customers.error());
        },
        [&server, due] { offer_outreach(server, *due); });
    last = now;
}

}  // namespace parlance::websocket
