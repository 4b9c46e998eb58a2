#include "dialogue/state.h"

namespace parlance::dialogue {

const FlowFrame* active_frame(const DialogueState& state) {
    return state.frames.empty() ? nullptr : &state.frames.back();
}

bool is_at_rest(const DialogueState& state) {
    return state.phase != Phase::host;
}

std::string_view to_text(FrameKind kind) {
    switch (kind) {
        case FrameKind::regular: return "regular";
        case FrameKind::interrupt: return "interrupt";
        case FrameKind::call: return "call";
    }
    return "unknown";
}

std::string_view to_text(Phase phase) {
    switch (phase) {
        case Phase::idle: return "idle";
        case Phase::asking: return "asking";
        case Phase::confirming: return "confirming";
        case Phase::clarifying: return "clarifying";
        case Phase::offering_return: return "offering_return";
        case Phase::offering_switch: return "offering_switch";
        case Phase::host: return "host";
        case Phase::handed_off: return "handed_off";
    }
    return "unknown";
}

}  // namespace parlance::dialogue
