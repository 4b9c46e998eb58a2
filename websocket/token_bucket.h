#pragma once

#include <algorithm>
#include <chrono>

namespace parlance::websocket {

// Lets `burst` messages through at once and `per_second` of them in the long run.
// Not thread-safe: one connection's thread uses it.
class TokenBucket {
public:
    using Moment = std::chrono::steady_clock::time_point;

    // per_second 0 lets everything through.
    TokenBucket(double per_second, double burst, Moment now)
        : per_second_(per_second), burst_(burst), tokens_(burst), filled_at_(now) {}

    // Takes one token; false when there is none.
    bool take(Moment now) {
        if (per_second_ <= 0) return true;
        const double elapsed_s = std::chrono::duration<double>(now - filled_at_).count();
        tokens_ = std::min(burst_, tokens_ + elapsed_s * per_second_);
        filled_at_ = now;
        if (tokens_ < 1) return false;
        tokens_ -= 1;
        return true;
    }

    // Seconds until `take` works again, if nothing else takes.
    double retry_after_s() const {
        return per_second_ <= 0 || tokens_ >= 1 ? 0 : (1 - tokens_) / per_second_;
    }

private:
    double per_second_;
    double burst_;
    double tokens_;
    Moment filled_at_;
};

}  // namespace parlance::websocket
