#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "nlu/neural/network.h"
#include "nlu/neural/network_pass.h"

namespace parlance::nlu {

struct NetworkTraining {
    std::uint64_t seed = 1;
    double epochs = 12;  // passes over the lines; the last may be a part
    std::size_t batch = 128;
    float learning_rate = 1e-3F;  // falls to zero along a cosine after a short rise
    float embedding_rate = 0.2F;
    float weight_decay = 0.01F;
    float label_smoothing = 0.1F;
    Dropout dropout{0.3F, 0.5F};
    float copy_share = 0;  // how often a line's copy stands for it
};

// A text to learn from.
struct NetworkLine {
    NetworkInput input;
    NetworkTarget target;
    NetworkInput copy;  // the same text with slips of the hand; used when copy_share > 0
};

// Trains a network from random weights. Equal lines, shape and training give equal weights on equal
// machines. `progress` is told the share done, in [0, 1], a few hundred times.
// Method: AdamW over mini-batches; an n-gram's vector takes one adaptive rate (row-wise Adagrad).
Network train_network(std::span<const NetworkLine> lines, const NetworkShape& shape,
                      const NetworkTraining& training, const std::function<void(double)>& progress = {});

}  // namespace parlance::nlu
