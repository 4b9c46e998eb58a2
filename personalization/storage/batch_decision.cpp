#include "personalization/storage/batch_decision.h"

#include <set>
#include <string_view>
#include <utility>

namespace parlance::personalization {

std::vector<AppendOutcome> decide_batch(std::span<const BehaviorEvent> events, const std::vector<bool>& known,
                                        Lateness lateness, std::map<CustomerId, CustomerRecord>& records) {
    std::set<std::pair<std::string_view, std::string_view>> accepted;  // source and id
    std::vector<AppendOutcome> outcomes;
    outcomes.reserve(events.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
        const BehaviorEvent& event = events[i];
        CustomerRecord& record = records.at(event.customer);
        if (known[i] || accepted.contains({event.source, event.id.text})) {
            outcomes.push_back(AppendOutcome::repeated);
        } else if (!record.admits(event.at, lateness)) {
            outcomes.push_back(AppendOutcome::late);
        } else {
            accepted.emplace(event.source, event.id.text);
            record.take(event);
            outcomes.push_back(AppendOutcome::accepted);
        }
    }
    return outcomes;
}

}  // namespace parlance::personalization
