#pragma once

namespace parlance::personalization {

// What became of an event that a store was given.
enum class AppendOutcome {
    accepted,  // kept, and counted in its customer's state once
    repeated,  // its source and id are known: nothing changed
    late,      // too far behind the customer's newest event: not kept
};

// What a store does with an event that is more than seven days behind the customer's newest one.
enum class Lateness { refuse, accept };

}  // namespace parlance::personalization
