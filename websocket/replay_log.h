#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "websocket/peer.h"

namespace parlance::websocket {

// The latest frames of a session, for clients that come back. Numbers frames 1, 2, 3, ...
// Not thread-safe.
class ReplayLog {
public:
    ReplayLog(std::size_t most_frames, std::size_t most_bytes)
        : most_frames_(most_frames), most_bytes_(most_bytes) {}

    std::uint64_t next_seq() const { return next_seq_; }

    // Keeps the frame numbered next_seq(); the oldest ones go when there are too many, or too many bytes.
    void add(FrameText frame);

    // The frames after `seq`, oldest first; nothing when some of them are gone or `seq` is from the future.
    std::optional<std::vector<FrameText>> after(std::uint64_t seq) const;

private:
    std::size_t most_frames_;
    std::size_t most_bytes_;
    std::size_t bytes_ = 0;
    std::uint64_t next_seq_ = 1;
    std::deque<FrameText> frames_;  // the last one has next_seq_ - 1
};

}  // namespace parlance::websocket
