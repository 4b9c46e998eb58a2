#pragma once

#include "nlu/entity_extractor.h"

namespace parlance::nlu {

// Finds times of day (kind `time`; text: "17:00", "09:30:15", from one to another "09:00/10:30"), in
// English and German. A time without its half of the day ("at 5:30") is found twice at the same place, the
// one in a bank's day (7:00 to 18:59) first and surer. A bare number is no time here.
class TimeExtractor final : public EntityExtractor {
public:
    void extract(const Utterance& utterance, std::vector<Entity>& found) const override;
};

}  // namespace parlance::nlu
