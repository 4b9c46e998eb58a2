#include "personalization/ingest/dead_letter.h"

namespace parlance::personalization {

std::string_view to_text(DeadReason reason) {
    switch (reason) {
        case DeadReason::unreadable: return "unreadable";
        case DeadReason::late: return "late";
        case DeadReason::from_the_future: return "from_the_future";
    }
    return "unknown";
}

std::optional<DeadReason> dead_reason(std::string_view text) {
    for (const auto reason : {DeadReason::unreadable, DeadReason::late, DeadReason::from_the_future}) {
        if (to_text(reason) == text) return reason;
    }
    return std::nullopt;
}

}  // namespace parlance::personalization
