#pragma once

#include "nlu/entity_extractor.h"

namespace parlance::nlu {

// Finds numbers (kind `number`; whole ones as std::int64_t, others as double) in digits and in words, with
// their sign. Bare amounts ("send 50 to anna") come out as numbers; the dialogue knows when money is meant.
class NumberExtractor final : public EntityExtractor {
public:
    void extract(const Utterance& utterance, std::vector<Entity>& found) const override;
};

// Finds percentages (kind `percent`; double, 5.5 for "5.5 %").
class PercentExtractor final : public EntityExtractor {
public:
    void extract(const Utterance& utterance, std::vector<Entity>& found) const override;
};

}  // namespace parlance::nlu
