#pragma once

#include "nlu/entity_extractor.h"

namespace parlance::nlu {

// Finds days (kind `date`, a CalendarDate) and periods (kind `date`, a DateRange), in English and German, in
// digits and in words. Counts from the day of utterance.received_at, in UTC. What each form means is said
// in nlu/date_reader.h.
class DateExtractor final : public EntityExtractor {
public:
    void extract(const Utterance& utterance, std::vector<Entity>& found) const override;
};

}  // namespace parlance::nlu
