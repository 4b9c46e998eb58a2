#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "personalization/ingest/event_ingest.h"

namespace parlance::personalization {

// What `parlance ingest` did with a file.
struct IngestReport {
    std::size_t events = 0;  // lines that are not blank
    std::size_t accepted = 0;
    std::size_t repeated = 0;
    std::size_t dead = 0;
    double seconds = 0;

    void count(const IngestReceipt& receipt);
};

// In words, with the events a second.
std::string describe(const IngestReport& report);
// One object: events, accepted, repeated, dead, seconds, events_per_s.
std::string to_json_text(const IngestReport& report);

// One object: accepted, repeated, still_dead.
std::string to_json_text(const ReplayCounts& counts);

// One object a letter: number, reason, detail, received, text.
std::string to_json_line(const DeadLetter& letter);

}  // namespace parlance::personalization
