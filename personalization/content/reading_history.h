#pragma once

#include <map>
#include <optional>
#include <vector>

#include "intents/clock.h"
#include "intents/name.h"
#include "personalization/behavior_event.h"

namespace parlance::personalization {

// What a customer made of one item.
struct Reading {
    TimePoint last;                 // when he last had it before him
    std::optional<bool> is_passed;  // the newest test of what it teaches; nothing without one
};

// The item that an event `article_read` is about.
ContentId item_read(const BehaviorEvent& event);

// A customer's readings, from his behaviour: events `article_read` whose property `content` (else their
// feature) is the item's id. An action `passed` or `failed` is the outcome of a test about it.
class ReadingHistory {
public:
    ReadingHistory(const std::vector<BehaviorEvent>& events, TimePoint now);

    // Nothing for an item that he has not had before him.
    const Reading* of(const ContentId& item) const;
    // Read, and no test says that it was not understood.
    bool is_done(const ContentId& item) const;

    // By item.
    const std::map<ContentId, Reading>& readings() const { return readings_; }

private:
    std::map<ContentId, Reading> readings_;
};

}  // namespace parlance::personalization
