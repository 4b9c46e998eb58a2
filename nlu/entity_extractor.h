#pragma once

#include <vector>

#include "nlu/understanding.h"

namespace parlance::nlu {

// Seam 2: one way of finding entities (patterns, gazetteer, numbers, money, dates). Overlaps between
// extractors are settled in Understander: longer first, then the order of the extractors.
class EntityExtractor {
public:
    virtual ~EntityExtractor() = default;

    // Appends what it finds; spans are bytes of utterance.text. Relative dates count from
    // utterance.received_at. Never fails. Safe to call from several threads.
    virtual void extract(const Utterance& utterance, std::vector<Entity>& found) const = 0;
};

}  // namespace parlance::nlu
