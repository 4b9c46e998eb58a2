#include "dialogue/script_transport.h"

#include <algorithm>
#include <chrono>

#include "nlu/normaliser.h"

namespace parlance::dialogue {
namespace {

constexpr std::chrono::seconds patience{30};

// The code that the protocol has for a failed turn (websocket/error_frame.cpp), so that a script reads the
// same on every transport.
std::string_view protocol_code(ErrorCode code, const std::string& text) {
    using enum ErrorCode;
    if (code == bad_text && text.size() > nlu::max_utterance_bytes) return "too_large";
    if (code == bad_text || code == empty_text || code == bad_request) return "bad_request";
    if (code == not_found) return "not_found";
    return code == unknown_customer ? "forbidden" : "internal";
}

}  // namespace

ObservedTurn observe(const TurnTaken& taken) {
    ObservedTurn seen;
    if (!taken.turn.understanding.intents.empty()) seen.intent = taken.turn.understanding.best().intent.text;
    for (const auto& name : taken.said) seen.said.push_back(name.text);
    seen.text = taken.turn.reply.text;
    if (const auto* frame = active_frame(taken.state)) {
        seen.flow = frame->flow.text;
        seen.step = frame->step.text;
        for (const auto& [slot, value] : frame->slots) seen.slots.emplace_back(slot.text, to_text(value));
    }
    seen.phase = to_text(taken.state.phase);
    for (const auto& fact : taken.facts) {
        seen.facts.emplace_back(fact.name.text, to_text(fact.value));
        const bool known =
            std::find(seen.sources.begin(), seen.sources.end(), fact.source) != seen.sources.end();
        if (!known) seen.sources.push_back(fact.source);
    }
    for (const auto& offer : taken.turn.reply.recommendations) seen.offers.push_back(offer.offer.text);
    for (const auto& action : taken.turn.reply.actions) seen.actions.push_back(action.title);
    return seen;
}

ScriptTransport engine_transport() {
    return [](const ScriptStage& stage) -> Result<PlayMessage> {
        return PlayMessage([&stage](const ScriptMessage& message) -> Result<ObservedTurn> {
            const auto taken = stage.engine.take_turn({stage.conversation, stage.customer, message.text,
                                                       stage.locale, message.client_message_id,
                                                       std::chrono::steady_clock::now() + patience});
            if (taken.has_value()) return observe(*taken);
            ObservedTurn refused;
            refused.error = protocol_code(taken.error().code, message.text);
            refused.text = std::string(to_text(taken.error().code)) + ": " + taken.error().detail;
            return refused;
        });
    };
}

}  // namespace parlance::dialogue
