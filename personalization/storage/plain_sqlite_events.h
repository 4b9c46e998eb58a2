#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <vector>

#include "personalization/behavior_event.h"

namespace parlance::personalization {

// Takes the tables `behavior_event` and `behavior_property` out of a file: what SqliteEventStore wrote before
// it kept pseudonyms. Returns their events, oldest first; none when there are no such tables. Throws what
// SQLite throws, and std::runtime_error for a row that this program cannot have written.
std::vector<BehaviorEvent> take_plain_events(SQLite::Database& database);

}  // namespace parlance::personalization
