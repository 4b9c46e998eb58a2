#pragma once

#include <map>
#include <string>

#include "nlu/entity_extractor.h"
#include "nlu/phrase_table.h"

namespace parlance::nlu {

// Finds countries (kind `country`) by their names in the utterance's language, as Unicode's CLDR has them,
// and by the short names that people use ("UK", "die USA"). The value is the ISO 3166-1 code: "ES".
class CountryExtractor final : public EntityExtractor {
public:
    CountryExtractor();
    void extract(const Utterance& utterance, std::vector<Entity>& found) const override;

private:
    std::map<std::string, PhraseTable<std::string>> names_;  // by language
};

}  // namespace parlance::nlu
