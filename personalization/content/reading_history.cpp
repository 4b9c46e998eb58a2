#include "personalization/content/reading_history.h"

namespace parlance::personalization {

ContentId item_read(const BehaviorEvent& event) {
    const auto content = event.properties.find("content");
    if (content != event.properties.end()) {
        if (const auto* id = std::get_if<std::string>(&content->second)) return {*id};
    }
    return {event.feature};
}

ReadingHistory::ReadingHistory(const std::vector<BehaviorEvent>& events, TimePoint now) {
    for (const BehaviorEvent& event : events) {
        if (event.kind != BehaviorKind::article_read || event.at > now) continue;
        Reading& reading = readings_[item_read(event)];
        reading.last = event.at;
        if (event.action == "passed") reading.is_passed = true;
        if (event.action == "failed") reading.is_passed = false;
    }
}

const Reading* ReadingHistory::of(const ContentId& item) const {
    const auto found = readings_.find(item);
    return found == readings_.end() ? nullptr : &found->second;
}

bool ReadingHistory::is_done(const ContentId& item) const {
    const Reading* reading = of(item);
    return reading != nullptr && reading->is_passed.value_or(true);
}

}  // namespace parlance::personalization
