#pragma once

#include <optional>
#include <span>
#include <vector>

#include "nlu/lexical_stage.h"
#include "nlu/neural_stage.h"
#include "nlu/training_set.h"

namespace parlance::nlu {

// What the decisions came to on the held-out texts, all shares in [0, 1].
struct OperatingPoint {
    std::size_t held_out = 0;     // in-scope texts of intents the trial knew
    double accuracy = 0;          // of the best in-scope intent on them
    double refused = 0;           // of them that are answered out_of_scope
    double out_of_scope_recall = 0;  // of out-of-scope texts, and of intents the trial did not know, so answered
    double answered_early = 0;    // of all that both stages can read
};

// What a trial gave: how the stages' scores become probabilities, and how good they were.
struct TrialOutcome {
    Calibration lexical;
    // Absent without an encoder, or when it lowers the accuracy on the held-out texts.
    std::optional<Calibration> neural;
    float sure = 2;  // the bar of early exit
    OperatingPoint point;
};

// A held-out text as both stages of a trial see it.
struct TrialReading {
    HeldOutText lexical;
    std::optional<HeldOutText> neural;  // for texts in the encoder's language
};

// Fits both calibrations, chooses the bar of early exit and measures.
TrialOutcome calibrate(std::span<const TrialReading> readings, std::optional<std::uint32_t> out_of_scope);

}  // namespace parlance::nlu
