#include "websocket/replay_log.h"

namespace parlance::websocket {

void ReplayLog::add(FrameText frame) {
    ++next_seq_;
    bytes_ += frame->size();
    frames_.push_back(std::move(frame));
    while (!frames_.empty() && (frames_.size() > most_frames_ || bytes_ > most_bytes_)) {
        bytes_ -= frames_.front()->size();
        frames_.pop_front();
    }
}

std::optional<std::vector<FrameText>> ReplayLog::after(std::uint64_t seq) const {
    const std::uint64_t last = next_seq_ - 1;
    if (seq > last || last - seq > frames_.size()) return std::nullopt;
    const auto missed = static_cast<std::ptrdiff_t>(last - seq);
    return std::vector<FrameText>(frames_.end() - missed, frames_.end());
}

}  // namespace parlance::websocket
