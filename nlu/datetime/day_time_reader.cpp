#include "nlu/datetime/count_reader.h"
#include "nlu/datetime/expression_reader.h"
#include "nlu/datetime/expressions.h"
#include "nlu/datetime/holidays.h"

namespace parlance::nlu {

namespace {

using std::chrono::days;

// A day, and the part of it where one was said: "tomorrow night", "this evening", "mar4 night".
struct DayAndPart {
    SaidDay day;
    std::optional<DayPart> part;
};

std::optional<TimeExpression> spanned(TimeExpression expression, std::size_t begin, std::size_t end) {
    expression.begin = begin;
    expression.end = end;
    return expression;
}

// "tonight", "last night", "late this morning", "next evening".
MaybeRead<DayAndPart> read_part_of_near_day(const TimeText& in, std::size_t at) {
    if (in.is_any(at, {"tonight", "tonite"}))
        return Read<DayAndPart>{{definite_day(in.today()), day_part_word("night")}, at + 1};
    const bool narrowed = in.is_any(at, {"early", "late", "later", "earlier"});
    std::size_t next = narrowed ? in.skip(at + 1, {"in"}) : at;
    const auto shift = shift_word(in.word(next));
    if (!shift || in.is(next, "past")) return std::nullopt;
    auto part = day_part_word(in.word(next + 1));
    if (!part || in.is_any(next + 1, {"mornings", "afternoons", "evenings", "nights"})) return std::nullopt;
    if (narrowed) {
        const bool early = in.is_any(at, {"early", "earlier"});
        const int middle = (part->from_hour + part->to_hour) / 2;
        (early ? part->to_hour : part->from_hour) = middle;
        part->modifier = early ? "start" : "end";
    }
    return Read<DayAndPart>{{definite_day(in.today() + days(shift->shift)), part}, next + 2};
}

// Holidays stand apart from times.
MaybeRead<SaidDay> read_working_day(const TimeText& in, std::size_t at) {
    const auto holiday = read_holiday_day(in, at);
    auto day = read_day(in, at);
    if (holiday && day && day->end <= holiday->end) return std::nullopt;
    return day;
}

// "am" and "pm" alone stand for the morning and the afternoon.
MaybeRead<DayPart> read_part_beside(const TimeText& in, std::size_t at) {
    if (auto part = read_day_part(in, at)) return part;
    if (in.is(at, "am")) return Read<DayPart>{*day_part_word("morning"), at + 1};
    if (in.is(at, "pm")) return Read<DayPart>{*day_part_word("afternoon"), at + 1};
    return std::nullopt;
}

MaybeRead<DayAndPart> read_day_and_part(const TimeText& in, std::size_t at) {
    if (auto near = read_part_of_near_day(in, at)) return near;
    if (const auto part = read_day_part(in, at); part && part->value.code != "DT") {
        const auto day = read_working_day(in, in.skip(in.skip(part->end, {"of", ","}), {"on"}));
        if (day && day->value.exists) return Read<DayAndPart>{{day->value, part->value}, day->end};
    }
    const auto day = read_working_day(in, at);
    if (!day) return std::nullopt;
    const auto part = read_part_beside(in, in.skip(day->end, {","}));
    if (!part || !day->value.exists) return Read<DayAndPart>{{day->value, std::nullopt}, day->end};
    Read<DayAndPart> read{{day->value, part->value}, part->end};
    // "wednesday evening next week".
    const auto shift = shift_word(in.word(part->end));
    if (shift && in.is(part->end + 1, "week") && day->value.timex.starts_with("XXXX-WXX")) {
        const auto weekday = static_cast<int>(weekday_of(day->value.future));
        read.value.day = definite_day(week_start(in.today()) + days(7 * shift->shift + weekday - 1));
        read.end += 2;
    }
    return read;
}

// A time said beside a part of the day is in it; small hours "tonight" are after midnight.
ClockTime in_part(ClockTime clock, const std::optional<DayPart>& part) {
    if (!clock.ambiguous || !part) return clock;
    if (part->code == "NI") return clock.hour >= 5 && clock.hour < 12 ? clock.later_half() : clock.settled();
    return part->from_hour >= 12 && clock.hour < 12 ? clock.later_half() : clock.settled();
}

// A bare number behind a day is a time only where "at" or the end of the clause says so.
bool is_time_behind(const TimeText& in, const Read<ClockTime>& clock, std::size_t at, bool joined) {
    if (clock.value.firm) return true;
    if (in.is(clock.end, "/") || in.is(clock.end, "-") || in.is(clock.end, "%")) return false;
    if (joined) return true;
    if (in.text.is_number(at)) return false;
    return clock.value.has_minute || !in.text.is_word(clock.end);
}

std::size_t behind_day(const TimeText& in, std::size_t at) {
    std::size_t next = in.skip(at, {",", "-", ")"});
    if (in.is(next, "t") && in.text.is_glued(next) && in.text.is_number(next + 1)) ++next;  // ISO 8601
    return in.skip(next, {"at", "around", "about"});
}

// "tomorrow 8:00am", "friday 23 at 4", "monday morning from 10am to 12pm", "mar4 night".
MaybeExpression read_day_first(const TimeText& in, std::size_t at) {
    const auto day = read_day_and_part(in, at);
    if (!day) return std::nullopt;
    const auto& [said, part] = day->value;
    const std::size_t next = behind_day(in, day->end);
    const std::size_t range_at = in.is(day->end, ",") ? day->end + 1 : day->end;
    if (said.exists) {
        auto range = read_clock_range(in, in.skip(range_at, {"at"}), part ? &*part : nullptr);
        const bool numbers = range && !range->value.firm && in.is(day->end, ",");
        if (range && !numbers) return spanned(day_clock_range_expression(said, range->value), at, range->end);
    }
    const bool joined = next > day->end && in.is_any(next - 1, {"at", "around", "about"});
    if (const auto clock = read_clock(in, next); clock && is_time_behind(in, *clock, next, joined))
        return spanned(day_clock_expression(said, in_part(clock->value, part)), at, clock->end);
    if (!part) return std::nullopt;
    return spanned(day_part_expression(said, *part), at, day->end);
}

// "3pm today", "8am this morning", "five to seven today", "between 10 and 11:30 on 1/1/2015".
MaybeExpression read_time_first(const TimeText& in, std::size_t at) {
    const auto behind = [&](std::size_t end) {
        return in.skip(in.skip(in.skip(end, {","}), {"on", "of", "in"}), {","});
    };
    if (const auto range = read_clock_range(in, at)) {
        const auto day = read_day_and_part(in, behind(range->end));
        if (day && day->value.day.exists) {
            const auto& part = day->value.part;
            const auto again = part ? read_clock_range(in, at, &*part) : range;
            return spanned(day_clock_range_expression(day->value.day, (again ? *again : *range).value), at,
                           day->end);
        }
    }
    const auto clock = read_clock(in, at);
    const bool opened = at > 0 && in.is(at - 1, "at");
    if (!clock || (!clock->value.firm && !clock->value.has_minute && !opened)) return std::nullopt;
    if (in.text.is_number(at) && !clock->value.firm && !opened) return std::nullopt;
    const auto day = read_day_and_part(in, behind(clock->end));
    if (!day) return std::nullopt;
    return spanned(day_clock_expression(day->value.day, in_part(clock->value, day->value.part)), at,
                   day->end);
}

// "end of the day", "eod", "end of sunday", "end of tomorrow".
MaybeExpression read_end_of_day(const TimeText& in, std::size_t at) {
    const auto last_second = [&](const SaidDay& day, std::size_t end) {
        ClockTime clock{23, 59, 59, true, true};
        return spanned(day_clock_expression(day, clock), at, end);
    };
    const std::size_t start = in.skip(at, {"the"});
    if (in.is(start, "eod")) {
        const auto day = read_working_day(in, start + 1);
        return last_second(day ? day->value : definite_day(in.today()), day ? day->end : start + 1);
    }
    if (!in.is(at, "end") || !in.is(at + 1, "of")) return std::nullopt;
    const std::size_t next = at + 2;
    auto day = read_working_day(in, next);
    if (!day) day = read_working_day(in, in.skip(next, {"the"}));
    if (!day && in.is(next, "day")) day = Read<SaidDay>{definite_day(in.today()), next + 1};
    return day && day->value.exists ? last_second(day->value, day->end) : std::nullopt;
}

// "early in the day wednesday", "later in today": half of a day.
MaybeExpression read_half_of_day(const TimeText& in, std::size_t at) {
    const bool early = in.is_any(at, {"early", "earlier"});
    if (!early && !in.is_any(at, {"late", "later"})) return std::nullopt;
    std::size_t next = in.skip(in.skip(at + 1, {"in"}), {"the"});
    if (in.is(next, "day")) {
        const auto named = read_working_day(in, in.skip(next + 1, {"on", ","}));
        if (!named && next < at + 2) return std::nullopt;
        next = named ? in.skip(next + 1, {"on", ","}) : next - 1;
    } else if (!in.is_any(next, {"today", "tomorrow", "yesterday"})) {
        return std::nullopt;
    }
    const auto day = read_working_day(in, next);
    if (!day) return std::nullopt;
    const DayPart half{"", early ? 0 : 12, early ? 12 : 24, early ? "start" : "end"};
    TimeExpression expression = day_part_expression(day->value, half);
    expression.senses.erase(expression.senses.begin(), expression.senses.end() - 1);
    for (TimeSense& sense : expression.senses) {
        sense.timex = day->value.timex;
        if (!early) sense.end += std::chrono::seconds(1);
    }
    return spanned(std::move(expression), at, day->end);
}

MaybeExpression longest(std::initializer_list<MaybeExpression> choices) {
    MaybeExpression best;
    for (const MaybeExpression& each : choices) {
        if (each && (!best || each->end > best->end)) best = each;
    }
    return best;
}

}  // namespace

MaybeExpression read_day_and_time(const TimeText& in, std::size_t at) {
    return longest(
        {read_day_first(in, at), read_time_first(in, at), read_end_of_day(in, at), read_half_of_day(in, at)});
}

}  // namespace parlance::nlu
