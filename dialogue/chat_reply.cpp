#include "dialogue/chat_reply.h"

#include <ostream>

namespace parlance::dialogue {

void write_reply(const TurnTaken& taken, std::ostream& out) {
    const auto& reply = taken.turn.reply;
    out << reply.text << "\n";
    for (const auto& offer : reply.recommendations) {
        out << "  * " << offer.title << ": " << offer.summary << "\n";
        for (const auto& reason : offer.reasons) out << "      " << reason.text << "\n";
    }
    for (const auto& citation : reply.citations) out << "  > " << citation.title << "\n";
    for (std::size_t i = 0; i < reply.actions.size(); ++i) {
        out << (i == 0 ? "  " : "   ") << "[" << i + 1 << "] " << reply.actions[i].title;
    }
    if (!reply.actions.empty()) out << "\n";
}

void write_debug(const TurnTaken& taken, std::ostream& out) {
    const auto& turn = taken.turn;
    if (taken.repeated) out << "  (the stored reply to a known message)\n";
    for (std::size_t i = 0; i < turn.understanding.intents.size() && i < 3; ++i) {
        const auto& score = turn.understanding.intents[i];
        out << (i == 0 ? "  intents: " : ", ") << score.intent << " "
            << static_cast<int>(score.confidence * 100) << " %";
    }
    if (!turn.understanding.intents.empty()) out << "\n";
    for (const auto& entity : turn.understanding.entities)
        out << "  " << entity.kind << " = " << entity.value << "\n";
    const auto& sentiment = turn.understanding.sentiment;
    out << "  sentiment: " << to_text(sentiment.label) << ", " << to_text(sentiment.emotion) << ", "
        << to_text(turn.trend.direction) << "\n";
    for (const auto& command : turn.commands) out << "  command: " << describe(command) << "\n";
    for (const auto& error : taken.degraded) out << "  degraded: " << error << "\n";
    out << "  time: " << taken.timing.total.count() << " us (understand " << taken.timing.understand.count()
        << ", decide " << taken.timing.decide.count() << ", personalize " << taken.timing.personalize.count()
        << ", generate " << taken.timing.generate.count() << ", store " << taken.timing.store.count()
        << ")\n";
}

void write_state(const DialogueState& state, std::ostream& out) {
    out << "  phase " << to_text(state.phase) << ", turn " << state.turns << "\n";
    for (const auto& frame : state.frames) {
        out << "  " << frame.flow << " (" << to_text(frame.kind) << ") at " << frame.step << "\n";
        for (const auto& [slot, value] : frame.slots) out << "      " << slot << " = " << value << "\n";
    }
    for (const auto& task : state.queued) out << "  queued: " << task.flow << "\n";
}

void write_why(const TurnTaken& taken, std::ostream& out) {
    for (const auto& name : taken.said) out << "  said " << name << "\n";
    for (const auto& fact : taken.facts) {
        out << "  " << fact.name << " = " << fact.value << " (" << fact.source << ", "
            << to_rfc3339(fact.as_of) << ")\n";
    }
}

}  // namespace parlance::dialogue
