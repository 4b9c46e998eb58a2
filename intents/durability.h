#pragma once

namespace parlance {

// What an acknowledged write to a store outlives.
enum class Durability {
    // The program being killed at any moment. After a power cut the file is whole, but the newest writes may
    // be
    // missing from it; whoever sent them sends them again, and their ids keep them from counting twice.
    process_crash,
    // A power cut too: every write waits for the disk (about 4 ms on a plain SSD instead of 0.1 ms).
    power_loss,
};

}  // namespace parlance
