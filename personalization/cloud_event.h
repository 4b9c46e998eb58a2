#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intents/result.h"
#include "personalization/behavior_event.h"

namespace parlance::personalization {

// Behaviour events in the JSON form of CloudEvents 1.0 (github.com/cloudevents/spec): what
// `parlance ingest` and POST /v1/events take, and what an export gives. docs/personalization.md has the
// members and the form of a property's value.
//
//     {"specversion": "1.0", "id": "t-1", "source": "/core/cards", "type": "parlance.behavior.transaction",
//      "subject": "C001", "time": "2026-11-20T09:30:00Z",
//      "data": {"platform": "app", "feature": "groceries", "action": "out", "duration_ms": 0,
//               "properties": {"amount": {"kind": "money", "value": {"minor_units": 1250, "currency":
//               "EUR"}}}}}

// One line of JSON without a line end. `read_cloud_event` gives the same event back; only text that is not
// UTF-8 comes back with replacement characters.
std::string to_cloud_event(const BehaviorEvent& event);

// Reads one event. Fails with bad_json when the text is no JSON, else with bad_request; the detail lists
// everything that is wrong, each with line:column, and quotes no value but the type's. Extension attributes
// of the envelope are ignored, unknown members of `data` are not.
Result<BehaviorEvent> read_cloud_event(std::string_view json);

// The texts of a JSON list's elements, as they stand in `json`, each to be read by itself. Fails with
// bad_json or bad_request when the text is no list.
Result<std::vector<std::string_view>> texts_of_batch(std::string_view json);

}  // namespace parlance::personalization
