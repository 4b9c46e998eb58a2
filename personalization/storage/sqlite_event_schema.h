#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <vector>

#include "intents/durability.h"
#include "personalization/behavior_event.h"
#include "personalization/storage/event_pseudonyms.h"

namespace parlance::personalization {

// How SqliteEventStore's connection works: journal, waits for the disk, overwriting of what is deleted.
void set_up_event_connection(SQLite::Database& database, Durability durability);

// Inside a transaction: makes the tables of a new file, or checks those that are there. Returns the events of
// a file that was written before there were pseudonyms, oldest first, and takes them out; the caller puts
// them back. Throws what SQLite throws, and std::runtime_error for tables of another version and for a file
// that was written with a key that `pseudonyms` lacks.
std::vector<BehaviorEvent> prepare_event_schema(SQLite::Database& database,
                                                const EventPseudonyms& pseudonyms);

}  // namespace parlance::personalization
