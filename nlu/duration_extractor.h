#pragma once

#include "nlu/entity_extractor.h"

namespace parlance::nlu {

// Finds stretches of time (kind `duration`; text in ISO 8601: "3 months" is "P3M").
class DurationExtractor final : public EntityExtractor {
public:
    void extract(const Utterance& utterance, std::vector<Entity>& found) const override;
};

}  // namespace parlance::nlu
