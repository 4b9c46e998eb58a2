#include "nlu/datetime/expressions.h"

#include <algorithm>

namespace parlance::nlu {

namespace {

constexpr Instant day_zero{};

TimeExpression expression(TimeKind kind, TimeEnds ends, std::vector<TimeSense> senses = {}) {
    TimeExpression made;
    made.kind = kind;
    made.ends = ends;
    made.senses = std::move(senses);
    return made;
}

std::vector<ClockTime> halves_of(const ClockTime& clock) {
    if (!clock.ambiguous) return {clock};
    return {clock.settled(), clock.later_half()};
}

// The last second of the day stands for its end.
Instant hour_of_part(Instant day, int hour) {
    return hour == 24 ? day + std::chrono::hours(24) - std::chrono::seconds(1)
                      : day + std::chrono::hours(hour);
}

// "XXXX-WXX-1" of the day behind "XXXX-WXX-7".
std::string timex_behind(const SaidDay& day) {
    if (day.timex.starts_with("XXXX-WXX-"))
        return "XXXX-WXX-" + std::to_string(weekday_of(day.future) % 7 + 1);
    const Day next = day.future + std::chrono::days(1);
    return day.is_definite() ? day_text(next) : date_timex(0, month_of(next), day_of_month(next));
}

}  // namespace

void add_sense(std::vector<TimeSense>& senses, TimeSense sense) {
    if (std::find(senses.begin(), senses.end(), sense) == senses.end()) senses.push_back(std::move(sense));
}

TimeExpression day_expression(const SaidDay& day) {
    if (!day.exists) return expression(TimeKind::date, TimeEnds::unresolved, {{day.timex}});
    TimeExpression made = expression(TimeKind::date, TimeEnds::point, {{day.timex, day.past, day.past}});
    add_sense(made.senses, {day.timex, day.future, day.future});
    return made;
}

TimeExpression clock_expression(const ClockTime& clock) {
    TimeExpression made = expression(TimeKind::time, TimeEnds::point);
    for (const ClockTime& each : halves_of(clock)) {
        const Instant at = day_zero + each.since_midnight();
        made.senses.push_back({each.timex(), at, at});
    }
    return made;
}

TimeExpression period_expression(const SaidPeriod& period) {
    if (!period.resolved) return expression(TimeKind::date_range, TimeEnds::unresolved, {{period.timex}});
    TimeExpression made = expression(TimeKind::date_range, TimeEnds::range,
                                     {{period.timex, period.past.first, period.past.end}});
    add_sense(made.senses, {period.timex, period.future.first, period.future.end});
    made.modifier = period.modifier;
    made.days = period.days;
    return made;
}

TimeExpression part_expression(const DayPart& part) {
    TimeExpression made = expression(TimeKind::time_range, TimeEnds::range,
                                     {{"T" + std::string(part.code), hour_of_part(day_zero, part.from_hour),
                                       hour_of_part(day_zero, part.to_hour)}});
    made.modifier = part.modifier;
    return made;
}

TimeExpression span_expression(const TimeSpan& span) {
    TimeExpression made = expression(TimeKind::duration, TimeEnds::point, {{span.timex()}});
    made.seconds = span.seconds();
    return made;
}

TimeExpression instant_expression(std::string timex, Instant at) {
    return expression(TimeKind::date_time, TimeEnds::point, {{std::move(timex), at, at}});
}

TimeExpression recurring_expression(std::string timex) {
    return expression(TimeKind::recurring, TimeEnds::unresolved, {{std::move(timex)}});
}

TimeExpression clock_range_expression(const SaidClockRange& range) {
    TimeExpression made = expression(TimeKind::time_range, TimeEnds::range);
    for (const ClockPair& pair : range.pairs) {
        const Instant first = day_zero + pair.first.since_midnight();
        const Instant end = day_zero + pair.last.since_midnight();
        const auto length = end - first + std::chrono::hours(pair.next_day ? 24 : 0);
        made.senses.push_back(
            {"(" + pair.first.timex() + "," + pair.last.timex() + "," + span_timex(length) + ")", first,
             end});
    }
    return made;
}

TimeExpression day_clock_expression(const SaidDay& day, const ClockTime& clock) {
    if (!day.exists)
        return expression(TimeKind::date_time, TimeEnds::unresolved, {{day.timex + clock.settled().timex()}});
    TimeExpression made = expression(TimeKind::date_time, TimeEnds::point);
    for (const ClockTime& each : halves_of(clock)) {
        for (const Day candidate : {day.past, day.future}) {
            const Instant at = candidate + each.since_midnight();
            add_sense(made.senses, {day.timex + each.timex(), at, at});
        }
    }
    return made;
}

TimeExpression day_part_expression(const SaidDay& day, const DayPart& part) {
    TimeExpression made = expression(TimeKind::date_time_range, TimeEnds::range);
    for (const Day each : {day.past, day.future}) {
        add_sense(made.senses, {day.timex + "T" + std::string(part.code), hour_of_part(each, part.from_hour),
                                hour_of_part(each, part.to_hour)});
    }
    made.modifier = part.modifier;
    return made;
}

TimeExpression day_clock_range_expression(const SaidDay& day, const SaidClockRange& range) {
    TimeExpression made = expression(TimeKind::date_time_range, TimeEnds::range);
    for (const ClockPair& pair : range.pairs) {
        if (pair.next_day && !made.senses.empty() && day.is_definite()) continue;
        const std::string last_day = pair.next_day ? timex_behind(day) : day.timex;
        for (const Day each : {day.past, day.future}) {
            const Instant first = each + pair.first.since_midnight();
            const Instant end = each + std::chrono::days(pair.next_day ? 1 : 0) + pair.last.since_midnight();
            add_sense(made.senses, {"(" + day.timex + pair.first.timex() + "," + last_day +
                                        pair.last.timex() + "," + span_timex(end - first) + ")",
                                    first, end});
        }
    }
    return made;
}

TimeExpression instant_range_expression(std::string timex, Instant first, Instant end) {
    return expression(TimeKind::date_time_range, TimeEnds::range, {{std::move(timex), first, end}});
}

}  // namespace parlance::nlu
