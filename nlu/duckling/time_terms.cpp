#include "nlu/duckling/time_terms.h"

#include <algorithm>

#include "nlu/datetime/day_arithmetic.h"
#include "nlu/duckling/duration_terms.h"
#include "nlu/duckling/moment_terms.h"
#include "nlu/duckling/moment_text.h"
#include "nlu/duckling/period_limits.h"

namespace parlance::nlu {

namespace {

using std::chrono::days;
using std::chrono::hours;

Day day_of_instant(Instant at) {
    return std::chrono::floor<days>(at);
}

// What the hours of a TIMEX tell: "T15" the hour, "T15:30" the minute; of a range, what both ends tell.
Grain clock_grain(std::string_view timex) {
    Grain grain = Grain::hour;
    for (std::size_t at = timex.find('T'); at != std::string_view::npos; at = timex.find('T', at + 1)) {
        if (at > 0 && timex[at - 1] == 'P') continue;
        const std::string_view clock = timex.substr(at, timex.find_first_of(",)", at) - at);
        const auto colons = std::count(clock.begin(), clock.end(), ':');
        if (colons == 2) grain = Grain::second;
        if (colons == 1 && grain == Grain::hour) grain = Grain::minute;
    }
    return timex == "PRESENT_REF" ? Grain::second : grain;
}

std::chrono::seconds length_of(Grain grain) {
    if (grain == Grain::second) return std::chrono::seconds(1);
    return grain == Grain::minute ? std::chrono::seconds(60) : std::chrono::seconds(3600);
}

// The last second of a day stands for its end.
Instant behind_last_second(Instant at) {
    const Day next = day_of_instant(at) + days(1);
    return next - at == std::chrono::seconds(1) ? Instant(next) : at;
}

bool is_time_of_day(TimeKind kind) {
    return kind == TimeKind::time || kind == TimeKind::time_range;
}

bool is_weekday(const std::string& timex) {
    return timex.starts_with("XXXX-WXX-") && timex.size() == 10;
}

// Puts a time of day on its next day.
TimeSense on_next_day(TimeSense sense, Instant now) {
    const auto shift = day_of_instant(now).time_since_epoch();
    sense.start += shift;
    sense.end += shift;
    if (std::max(sense.start, sense.end - std::chrono::seconds(1)) < now) {
        sense.start += days(1);
        sense.end += days(1);
    }
    return sense;
}

// The next of all senses; the last one when all are over.
TimeSense next_sense(const TimeExpression& expression, Instant now) {
    std::vector<TimeSense> senses = expression.senses;
    if (is_time_of_day(expression.kind)) {
        for (TimeSense& sense : senses) sense = on_next_day(sense, now);
    }
    std::stable_sort(senses.begin(), senses.end(),
                     [](const TimeSense& left, const TimeSense& right) { return left.start < right.start; });
    const bool whole_days = expression.kind == TimeKind::date || expression.kind == TimeKind::date_range;
    const Instant from = whole_days ? Instant(day_of_instant(now)) : now;
    const auto next = std::find_if(senses.begin(), senses.end(), [&](const TimeSense& sense) {
        return sense.start >= from || sense.end > from;
    });
    TimeSense sense = next == senses.end() ? senses.back() : *next;
    // Today's weekday is the next week's.
    if (is_weekday(sense.timex) && day_of_instant(sense.start) == day_of_instant(now)) {
        sense.start += days(7);
        sense.end += days(7);
    }
    return sense;
}

// The grain that a range's TIMEX counts in: "(2013-01-01,2013-03-01,P2M)" months.
std::optional<Grain> counted_grain(std::string_view timex) {
    if (!timex.starts_with('(') || timex.size() < 3) return std::nullopt;
    switch (timex[timex.size() - 2]) {
        case 'D': return Grain::day;
        case 'W': return Grain::week;
        case 'M': return Grain::month;
        case 'Y': return Grain::year;
        default: return std::nullopt;
    }
}

// A range of days that is a week, a month, a quarter or a year of the calendar.
Resolution days_terms(const TimeSense& sense, std::string_view modifier) {
    const Day first = day_of_instant(sense.start);
    const Day end = day_of_instant(sense.end);
    if (auto edge = edge_terms(sense, modifier)) return *edge;
    if (sense.timex.ends_with("-WE")) return range_terms(first - hours(6), end, Grain::hour);
    for (const Grain grain : {Grain::week, Grain::month, Grain::quarter, Grain::year}) {
        if (span_around(grain, first, 0) == DaySpan{first, end}) return value_terms(first, grain);
    }
    // The last day, month or year that was said belongs to the range.
    const auto grain = counted_grain(sense.timex);
    return grain ? range_terms(first, span_around(*grain, end, 0).end, *grain)
                 : range_terms(first, end, Grain::day);
}

// The end of a range of clocks is told as the first moment behind.
Resolution instants_terms(const TimeSense& sense, std::string_view modifier) {
    if (auto part = part_terms(sense, modifier)) return *part;
    const Grain grain = clock_grain(sense.timex);
    return range_terms(sense.start, sense.end + length_of(grain), grain);
}

// "2014" a year, "2014-03" and "XXXX-03" a month, "2014-W03" a week, else a day.
Grain days_grain(std::string_view timex) {
    if (timex.size() == 4) return Grain::year;
    if (timex.size() == 7) return Grain::month;
    return timex.size() == 8 && timex[5] == 'W' ? Grain::week : Grain::day;
}

Resolution open_terms(const TimeExpression& expression, const TimeSense& sense) {
    const bool whole_days = expression.kind == TimeKind::date || expression.kind == TimeKind::date_range;
    const Grain grain = whole_days ? days_grain(sense.timex) : clock_grain(sense.timex);
    const bool since = expression.ends == TimeEnds::since;
    return {{"from", since ? moment_text(sense.start) : "open"},
            {"to", since ? "open" : moment_text(behind_last_second(sense.end))},
            {"grain", std::string(grain_name(grain))}};
}

}  // namespace

std::optional<Resolution> time_terms(const TimeExpression& expression, Instant now) {
    if (expression.kind == TimeKind::duration || expression.kind == TimeKind::recurring) return std::nullopt;
    if (expression.kind == TimeKind::date_range) {
        if (auto season = season_terms(expression.senses.front().timex, now)) return season;
    }
    if (expression.ends == TimeEnds::unresolved) return std::nullopt;
    const TimeSense sense = next_sense(expression, now);
    if (expression.ends == TimeEnds::since || expression.ends == TimeEnds::until)
        return open_terms(expression, sense);
    switch (expression.kind) {
        case TimeKind::date: return value_terms(sense.start, Grain::day);
        case TimeKind::time:
        case TimeKind::date_time: return value_terms(sense.start, clock_grain(sense.timex));
        case TimeKind::date_range: return days_terms(sense, expression.modifier);
        case TimeKind::time_range:
        case TimeKind::date_time_range: return instants_terms(sense, expression.modifier);
        case TimeKind::duration:
        case TimeKind::recurring: break;
    }
    return std::nullopt;
}

}  // namespace parlance::nlu
