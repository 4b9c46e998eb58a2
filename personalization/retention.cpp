#include "personalization/retention.h"

#include <algorithm>
#include <charconv>

#include "intents/findings.h"

namespace parlance::personalization {
namespace {

constexpr int most_days = 36'500;

std::optional<std::chrono::days> read_days(std::string_view text) {
    int days = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), days);
    if (problem != std::errc{} || end != text.data() + text.size() || days < 1 || days > most_days)
        return std::nullopt;
    return std::chrono::days{days};
}

}  // namespace

std::optional<TimePoint> Retention::cutoff(BehaviorKind kind, TimePoint now) const {
    const auto found = keep.find(kind);
    return found == keep.end() ? std::nullopt : std::optional(now - found->second);
}

std::optional<TimePoint> Retention::latest_cutoff(TimePoint now) const {
    std::optional<TimePoint> latest;
    for (const auto& [kind, days] : keep) latest = std::max(latest, std::optional(now - days));
    return latest;
}

Result<Retention> parse_retention(std::string_view text) {
    Retention retention;
    std::string problems;
    const auto complain = [&](const std::string& what) { problems += (problems.empty() ? "" : "; ") + what; };
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        const std::string item(text.substr(0, comma));
        text.remove_prefix(std::min(comma + 1, text.size()));
        const auto equals = std::min(item.find('='), item.size());
        const auto kind = behavior_kind(item.substr(0, equals));
        const auto days = equals < item.size() ? read_days(std::string_view(item).substr(equals + 1))
                                               : std::optional<std::chrono::days>{};
        if (!kind) {
            const auto fix = did_you_mean(item.substr(0, equals), behavior_kind_names());
            complain("\"" + item.substr(0, equals) + "\" is no kind of event" +
                     (fix.empty() ? "" : ", " + fix));
        }
        if (!days) complain("\"" + item + "\" needs days from 1 to 36500, such as login=90");
        if (kind && days) retention.keep[*kind] = *days;
    }
    if (!problems.empty()) return Error{ErrorCode::bad_request, problems};
    return retention;
}

}  // namespace parlance::personalization
