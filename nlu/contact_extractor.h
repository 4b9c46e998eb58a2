#pragma once

#include <string>

#include "nlu/entity_extractor.h"

namespace parlance::nlu {

// Finds e-mail addresses (kind `email`, in lower case), IBANs with a right check sum (`iban`, without
// spaces, upper case) and telephone numbers (`phone`, digits with a leading + where there was one).
class ContactExtractor final : public EntityExtractor {
public:
    enum class What { email, iban, phone };
    explicit ContactExtractor(What what) : what_(what) {}
    void extract(const Utterance& utterance, std::vector<Entity>& found) const override;

private:
    What what_;
};

// True when the letters and digits make an IBAN: ISO 13616, remainder 1 of a division by 97.
// iban: upper case, without spaces.
bool is_valid_iban(std::string_view iban);

}  // namespace parlance::nlu
