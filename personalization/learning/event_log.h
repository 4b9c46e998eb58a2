#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "intents/result.h"
#include "personalization/behavior_event.h"

namespace parlance::personalization {

// One customer's events, oldest first, those of one moment in the file's order. Each is kept in a few bytes
// (personalization/storage/event_bytes.h), so that a million take about 150 MB.
struct CustomerEvents {
    struct Packed {
        TimePoint at;
        std::string bytes;

        // The event without its customer, id and source.
        BehaviorEvent unpacked() const;
    };

    CustomerId customer;
    std::vector<Packed> events;
};

// A file of behaviour events to learn from.
struct EventLog {
    std::vector<CustomerEvents> customers;  // by id; each has an event
    TimePoint first;
    TimePoint last;
};

// Reads CloudEvents, one a line, in any order; one that comes twice counts once. Fails with io_failed when
// the file cannot be read, and with bad_training when it has no events or lines that are none: the detail
// names the first twenty of them with file:line.
Result<EventLog> read_event_log(const std::filesystem::path& file);

}  // namespace parlance::personalization
