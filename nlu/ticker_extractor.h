#pragma once

#include <vector>

#include "nlu/entity_extractor.h"
#include "nlu/text_pattern.h"

namespace parlance::nlu {

// Finds the symbols that shares are traded by (kind `ticker`) where the words around tell that it is one:
// "$AAPL", "ticker SAP", "BRK.B shares", "SAP-Aktien". The value is the symbol, in capitals as written.
class TickerExtractor final : public EntityExtractor {
public:
    TickerExtractor();
    void extract(const Utterance& utterance, std::vector<Entity>& found) const override;

private:
    std::vector<TextPattern> patterns_;
};

}  // namespace parlance::nlu
