#include "nlu/datetime/count_reader.h"
#include "nlu/datetime/expression_reader.h"
#include "nlu/datetime/expressions.h"

namespace parlance::nlu {

namespace {

// "2026-11-20T09:05:00".
std::string instant_timex(Instant at) {
    std::string text = instant_text(at);
    text[10] = 'T';
    return text;
}

std::optional<TimeExpression> spanned(TimeExpression expression, std::size_t begin, std::size_t end) {
    expression.begin = begin;
    expression.end = end;
    return expression;
}

MaybeExpression read_now(const TimeText& in, std::size_t at) {
    const auto now = [&](std::size_t end) {
        return spanned(instant_expression("PRESENT_REF", in.now), at, end);
    };
    if (in.is(at, "right") && in.is(at + 1, "now")) return now(at + 2);
    if (in.is(at, "now")) return now(at + 1);
    if (in.is(at, "at") && (in.is(at + 1, "present") || in.is(at + 1, "once"))) return now(at + 2);
    const bool this_time =
        in.is(at, "at") && in.is_any(at + 1, {"this", "the"}) && in.is_any(at + 2, {"time", "moment"});
    if (this_time && (in.is(at + 1, "this") || in.is(at + 2, "moment"))) return now(at + 3);
    if (in.is(at, "asap")) return spanned(instant_expression("FUTURE_REF", in.now), at, at + 1);
    return std::nullopt;
}

// "in 5 minutes", "3 minutes from now", "half an hour later", "2 hours ago".
MaybeExpression read_counted(const TimeText& in, std::size_t at) {
    const bool opened = in.is(at, "in");
    const auto span = read_span(in, opened ? at + 1 : at);
    if (!span || span->value.is_calendar()) return std::nullopt;
    std::size_t end = span->end;
    int sign = 1;
    if (in.is(end, "ago")) {
        sign = -1;
        ++end;
    } else if (in.is_any(end, {"later", "hence"})) {
        ++end;
    } else if (in.is_any(end, {"from", "after"}) && in.is(end + 1, "now")) {
        end += 2;
    } else if (!opened) {
        return std::nullopt;
    }
    const Instant moment = plus(in.now, span->value, sign);
    return spanned(instant_expression(instant_timex(moment), moment), at, end);
}

TimeExpression around_now(const TimeText& in, const TimeSpan& span, int sign) {
    const Instant other = plus(in.now, span, sign);
    const Instant first = sign > 0 ? in.now : other;
    const Instant end = sign > 0 ? other : in.now;
    return instant_range_expression(
        "(" + instant_timex(first) + "," + instant_timex(end) + "," + span.timex() + ")", first, end);
}

bool is_within_day(Grain grain) {
    return grain < Grain::day;
}

// "next hour", "last minute", "past 5 minutes", "5 past minutes", "within 2h".
MaybeExpression read_around_now(const TimeText& in, std::size_t at) {
    const auto shift = shift_word(in.word(at));
    if (shift && shift->shift != 0) {
        if (const auto unit = unit_word(in.word(at + 1)); unit && is_within_day(unit->grain) && !unit->plural)
            return spanned(around_now(in, {{{1, unit->grain, 1, false}}}, shift->shift), at, at + 2);
        const auto span = read_span(in, at + 1);
        if (!span || span->value.is_calendar()) return std::nullopt;
        return spanned(around_now(in, span->value, shift->shift), at, span->end);
    }
    if (in.is(at, "within")) {
        const std::size_t next = in.skip(in.skip(at + 1, {"the"}), {"next", "upcoming", "coming"});
        const auto span = read_span(in, next);
        if (!span || span->value.is_calendar()) return std::nullopt;
        return spanned(around_now(in, span->value, 1), at, span->end);
    }
    const auto amount = read_amount(in, at);
    const auto inner = amount ? shift_word(in.word(amount->end)) : std::nullopt;
    if (!inner || inner->shift == 0) return std::nullopt;
    const auto unit = unit_word(in.word(amount->end + 1));
    if (!unit || !is_within_day(unit->grain) || unit->plural == (amount->value == 1)) return std::nullopt;
    return spanned(around_now(in, {{{amount->value, unit->grain, 1, false}}}, inner->shift), at,
                   amount->end + 2);
}

// "rest of [the|this|my] day".
MaybeExpression read_rest_of_day(const TimeText& in, std::size_t at) {
    if (!in.is_any(at, {"rest", "remainder"})) return std::nullopt;
    const std::size_t next = in.skip(in.skip(at + 1, {"of"}), {"the", "this", "my", "current"});
    if (!in.is(next, "day") && !in.is(next, "today")) return std::nullopt;
    const Instant end = in.today() + std::chrono::hours(24) - std::chrono::seconds(1);
    return spanned(instant_range_expression("(" + instant_timex(in.now) + "," + instant_timex(end) + ",PT" +
                                                std::to_string((end - in.now).count()) + "S)",
                                            in.now, end),
                   at, next + 1);
}

// One end of "from 2pm till tomorrow 4:30pm": a moment, or a time that lends its day from the other.
struct MomentEnd {
    std::optional<TimeExpression> moment;
    std::optional<ClockTime> clock;
    std::size_t end = 0;
};

std::optional<MomentEnd> read_moment(const TimeText& in, std::size_t at) {
    for (const MaybeExpression& each : {read_instant(in, at), read_day_and_time(in, at)}) {
        if (each && each->kind == TimeKind::date_time && each->ends == TimeEnds::point)
            return MomentEnd{each, std::nullopt, each->end};
    }
    if (const auto clock = read_clock(in, at)) return MomentEnd{std::nullopt, clock->value, clock->end};
    return std::nullopt;
}

TimeSense on_day(const ClockTime& clock, Day day) {
    const Instant at = day + clock.since_midnight();
    return {day_text(day) + clock.timex(), at, at};
}

// All that a time may be on the day of `other`, or today beside "now".
std::vector<TimeSense> senses_beside(const MomentEnd& end, const MomentEnd& other) {
    if (end.moment) return end.moment->senses;
    const Instant there = other.moment->senses.front().start;
    const Day day = std::chrono::floor<std::chrono::days>(there);
    std::vector<TimeSense> senses{on_day(end.clock->settled(), day)};
    if (end.clock->ambiguous) senses.push_back(on_day(end.clock->later_half(), day));
    return senses;
}

// "between now and eight o'clock", "between 2:00 tomorrow and 4:00", "from 2:00pm, 2016-2-21 to 3:32,
// 04/23/2016".
MaybeExpression read_two_moments(const TimeText& in, std::size_t at) {
    const bool between = in.is(at, "between");
    const bool opened = between || in.is(at, "from");
    auto first = read_moment(in, opened ? at + 1 : at);
    if (!first) return std::nullopt;
    const bool joint = in.is_any(first->end, {"to", "till", "til", "until", "-", "through"}) ||
                       (between && in.is(first->end, "and"));
    auto last = joint ? read_moment(in, first->end + 1) : std::nullopt;
    if (!last || (!first->moment && !last->moment)) return std::nullopt;
    if (!opened && !(first->moment && last->moment)) return std::nullopt;
    if (!first->moment) last->moment->senses.resize(1);
    MomentEnd today{instant_expression("", in.now), std::nullopt, 0};
    const auto froms = senses_beside(*first, first->moment ? *first : today);
    const auto tos = senses_beside(*last, first->moment ? *first : *last);
    TimeExpression range = instant_range_expression("", {}, {});
    range.senses.clear();
    for (std::size_t i = 0; i < std::max(froms.size(), tos.size()); ++i) {
        const TimeSense& from = froms[std::min(i, froms.size() - 1)];
        const TimeSense& to = tos[std::min(i, tos.size() - 1)];
        if (to.start <= from.start) continue;
        add_sense(range.senses,
                  {"(" + from.timex + "," + to.timex + "," + span_timex(to.start - from.start) + ")",
                   from.start, to.start});
    }
    if (range.senses.empty()) return std::nullopt;
    return spanned(std::move(range), at, last->end);
}

}  // namespace

MaybeExpression read_instant(const TimeText& in, std::size_t at) {
    if (auto now = read_now(in, at)) return now;
    return read_counted(in, at);
}

MaybeExpression read_instant_range(const TimeText& in, std::size_t at) {
    if (auto range = read_two_moments(in, at)) return range;
    if (auto range = read_rest_of_day(in, at)) return range;
    return read_around_now(in, at);
}

}  // namespace parlance::nlu
