#include "nlu/datetime/clock_range_reader.h"

#include "nlu/datetime/count_reader.h"
#include "nlu/datetime/span_reader.h"

namespace parlance::nlu {

namespace {

using std::chrono::seconds;

constexpr seconds whole_day = std::chrono::hours(24);

// The end that follows `first` soonest.
ClockPair up_to(const ClockTime& first, const ClockTime& last) {
    const ClockTime start = first.settled();
    const auto behind = [&](const ClockTime& clock) {
        const seconds length = clock.since_midnight() - start.since_midnight();
        return length > seconds(0) ? length : length + whole_day;
    };
    ClockTime end = last.settled();
    if (last.ambiguous && behind(last.later_half()) < behind(end)) end = last.later_half();
    return {start, end, end.since_midnight() <= start.since_midnight()};
}

// Fixes what one end says about the other: in "5 to 6pm" both are after noon, in "9-4:30pm" not.
std::vector<ClockPair> pairs_of(ClockTime first, const ClockTime& last) {
    if (!first.ambiguous) return {up_to(first, last)};
    if (!last.ambiguous) {
        const ClockTime later = first.later_half();
        const bool same_half =
            last.hour >= 12 && later.since_midnight() < last.since_midnight() && first.hour != 12;
        const bool from_noon = first.hour == 12 && last.hour >= 12;
        if (from_noon) return {up_to(first.settled(), last)};
        return {up_to(same_half ? later : first.settled(), last)};
    }
    return {up_to(first.settled(), last), up_to(first.later_half(), last)};
}

void put_into_part(ClockTime& clock, const DayPart& part) {
    if (!clock.ambiguous) return;
    const bool afternoon = part.from_hour >= 12;
    clock = afternoon && clock.hour < 12 ? clock.later_half() : clock.settled();
}

std::optional<std::size_t> behind_joint(const TimeText& in, std::size_t at, bool between) {
    if (in.is_any(at, {"to", "till", "til", "until", "through", "thru", "-", "~", "\u2013", "\u2014"}))
        return at + 1;
    if (between && in.is(at, "and")) return at + 1;
    return std::nullopt;
}

MaybeRead<ClockTime> read_end(const TimeText& in, std::size_t at) {
    auto clock = read_clock(in, in.skip(at, {"at"}));
    // A year or a longer number is no time.
    if (!clock || (is_digits(in, at) && in.word(at).size() == 3 && !clock->value.firm)) return std::nullopt;
    return clock;
}

// A number that goes on as something else: "3 and 12 of sept", "2 to 4 people", "5 to 7%".
bool goes_on(const TimeText& in, std::size_t end) {
    return in.is_any(end, {"%", "/", "days", "weeks", "months", "years", "hours", "minutes", "thousand",
                           "hundred", "million", "st", "nd", "rd", "th"}) ||
           (in.text.is_glued(end) && in.is(end, "-")) || (in.is(end, ":") && in.text.is_glued(end));
}

MaybeRead<SaidClockRange> read_two_clocks(const TimeText& in, std::size_t at, const DayPart* part) {
    const bool between = in.is(at, "between");
    const bool opened = between || in.is(at, "from");
    auto first = read_end(in, opened ? at + 1 : at);
    if (!first) return std::nullopt;
    const auto joint = behind_joint(in, in.skip(first->end, {","}), between);
    if (!joint) return std::nullopt;
    auto last = read_end(in, *joint);
    if (!last || goes_on(in, last->end)) return std::nullopt;
    const bool firm = first->value.firm || last->value.firm;
    const bool four_digits = first->value.has_minute && last->value.has_minute;
    if (part) {
        put_into_part(first->value, *part);
        put_into_part(last->value, *part);
    }
    SaidClockRange range{pairs_of(first->value, last->value), firm || (opened && four_digits)};
    return Read<SaidClockRange>{range, last->end};
}

ClockTime plus_length(const ClockTime& clock, seconds length) {
    const auto end = (clock.since_midnight() + length) % whole_day;
    ClockTime result;
    result.hour = static_cast<int>(end / std::chrono::hours(1));
    result.minute = static_cast<int>(end / std::chrono::minutes(1)) % 60;
    result.second = static_cast<int>(end.count()) % 60;
    result.has_minute = result.has_second = true;
    return result;
}

// "from 10 am for 3 hours", "for 2 hours from 2pm".
MaybeRead<SaidClockRange> read_clock_and_length(const TimeText& in, std::size_t at, const DayPart* part) {
    MaybeRead<ClockTime> clock;
    MaybeRead<TimeSpan> span;
    std::size_t end = 0;
    if (in.is(at, "for")) {
        span = read_span(in, at + 1);
        if (!span || !in.is_any(span->end, {"from", "starting"})) return std::nullopt;
        clock = read_end(in, in.skip(span->end + 1, {"at"}));
        if (clock) end = clock->end;
    } else if (in.is(at, "from")) {
        clock = read_end(in, at + 1);
        if (!clock || !in.is(clock->end, "for")) return std::nullopt;
        span = read_span(in, clock->end + 1);
        if (span) end = span->end;
    }
    if (!clock || !span || span->value.is_calendar() || span->value.seconds() >= 86'400) return std::nullopt;
    if (part) put_into_part(clock->value, *part);
    const ClockTime first = clock->value.settled();
    const ClockTime last = plus_length(first, seconds(static_cast<long>(span->value.seconds())));
    return Read<SaidClockRange>{{{{first, last, last.since_midnight() <= first.since_midnight()}}, true},
                                end};
}

}  // namespace

MaybeRead<SaidClockRange> read_clock_range(const TimeText& in, std::size_t at, const DayPart* part) {
    if (auto range = read_clock_and_length(in, at, part)) return range;
    return read_two_clocks(in, at, part);
}

std::string span_timex(seconds length) {
    const long hours = length / std::chrono::hours(1);
    const long minutes = length / std::chrono::minutes(1) % 60;
    const long rest = length.count() % 60;
    std::string text = "PT";
    if (hours > 0) text.append(std::to_string(hours)).append("H");
    if (minutes > 0) text.append(std::to_string(minutes)).append("M");
    if (rest > 0 || text == "PT") text.append(std::to_string(rest)).append("S");
    return text;
}

}  // namespace parlance::nlu
