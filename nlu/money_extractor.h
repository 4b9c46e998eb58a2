#pragma once

#include "nlu/entity_extractor.h"

namespace parlance::nlu {

// Finds amounts with their currency (kind `money`, a Money): "EUR 12.50", "ten pounds", "half a million
// euros", "5 euros and 20 cents", "US$ 3k", "-40 chf". "$" is the US dollar, "pounds" are sterling.
// A number without a currency is left to NumberExtractor.
class MoneyExtractor final : public EntityExtractor {
public:
    void extract(const Utterance& utterance, std::vector<Entity>& found) const override;
};

}  // namespace parlance::nlu
