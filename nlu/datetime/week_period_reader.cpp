#include "nlu/datetime/count_reader.h"
#include "nlu/datetime/day_reader.h"
#include "nlu/datetime/period_reader.h"
#include "nlu/datetime/span_reader.h"
#include "nlu/datetime/time_lexicon.h"

namespace parlance::nlu {

namespace {

using std::chrono::days;

struct SaidWeek {
    std::string suffix;  // "W01"
    Day monday;
};

// Weeks belong to the month of their Thursday. `count` from 1, or -1 for the last.
SaidWeek week_in(const DaySpan& span, int count, Grain grain) {
    Day first = week_start(span.first);
    if (first + days(3) < span.first) first += days(7);
    if (count > 0) return {"W" + padded(count, 2), first + days(7 * (count - 1))};
    Day last = week_start(span.end - days(1));
    if (last + days(3) >= span.end) last -= days(7);
    const int number = static_cast<int>((last - first).count()) / 7 + 1;
    return {"W" + padded(grain == Grain::month ? 5 : number, 2), last};
}

MaybeRead<int> read_count(const TimeText& in, std::size_t at) {
    if (in.is(at, "last")) return Read<int>{-1, at + 1};
    return read_ordinal(in, at);
}

// A month or a year to count in: "of july", "of Jan 2015", "of last month", "of the year".
MaybeRead<SaidPeriod> read_whole(const TimeText& in, std::size_t at) {
    const std::size_t next = in.skip(at, {"of", "in"});
    if (next == at && !shift_word(in.word(at))) return std::nullopt;
    auto whole = longer(read_named_period(in, next), read_relative_period(in, next));
    if (!whole && in.is(next, "the")) whole = read_named_period(in, next + 1);
    if (!whole || !whole->value.resolved) return std::nullopt;
    if (whole->value.grain != Grain::month && whole->value.grain != Grain::year) return std::nullopt;
    return whole;
}

// "[the] last week of july", "3rd week of Jan", "the second week of 2021".
MaybeRead<SaidPeriod> read_counted_week(const TimeText& in, std::size_t at) {
    const auto count = read_count(in, in.skip(at, {"the"}));
    if (!count || !in.is(count->end, "week") || count->value > 53) return std::nullopt;
    const auto whole = read_whole(in, count->end + 1);
    if (!whole) return std::nullopt;
    const SaidPeriod& in_period = whole->value;
    const SaidWeek past = week_in(in_period.past, count->value, in_period.grain);
    const SaidWeek future = week_in(in_period.future, count->value, in_period.grain);
    SaidPeriod period = definite_period(in_period.timex + "-" + past.suffix,
                                        {past.monday, past.monday + days(7)}, Grain::week);
    period.future = {future.monday, future.monday + days(7)};
    return Read<SaidPeriod>{period, whole->end};
}

// "the last 3 weeks of this year", "first ten days of last year", "the 9th month of next year".
MaybeRead<SaidPeriod> read_counted_units(const TimeText& in, std::size_t at) {
    const std::size_t start = in.skip(at, {"the"});
    const auto ordinal = read_count(in, start);
    if (!ordinal) return std::nullopt;
    if (in.is(ordinal->end, "month") && ordinal->value >= 1 && ordinal->value <= 12) {
        const auto whole = read_whole(in, ordinal->end + 1);
        if (!whole || whole->value.grain != Grain::year) return std::nullopt;
        return Read<SaidPeriod>{
            month_period(year_of(whole->value.future.first), static_cast<unsigned>(ordinal->value)),
            whole->end};
    }
    const bool last = ordinal->value == -1;
    const auto span = last || in.is(start, "first") ? read_span(in, ordinal->end) : std::nullopt;
    if (!span || !span->value.is_calendar() || !span->value.is_single_unit()) return std::nullopt;
    const auto whole = read_whole(in, span->end);
    if (!whole) return std::nullopt;
    const bool weeks = span->value.parts.front().grain == Grain::week;
    DaySpan found = whole->value.future;
    if (weeks)
        found = {week_in(found, 1, Grain::year).monday, week_in(found, -1, Grain::year).monday + days(7)};
    if (last) found.first = plus(found.end, span->value, -1);
    if (!last) found.end = plus(found.first, span->value, 1);
    return Read<SaidPeriod>{spelled_period(found, span->value.timex(), Grain::day), whole->end};
}

// "week 10", "week 3 of 2027".
MaybeRead<SaidPeriod> read_numbered_week(const TimeText& in, std::size_t at) {
    const std::size_t number_at =
        in.is(at, "week") || (in.is(at, "w") && in.text.is_glued(at + 1)) ? at + 1 : 0;
    if (number_at == 0) return std::nullopt;
    const auto number = read_cardinal(in, number_at);
    if (!number || number->value < 1 || number->value > 53 || in.is(number->end, ":")) return std::nullopt;
    if (in.is(at, "w") && in.word(number_at).size() != 2) return std::nullopt;
    const auto year = read_year_behind(in, number->end);
    const Day monday = start_of_iso_week(year ? year->value : year_of(in.today()), number->value);
    return Read<SaidPeriod>{definite_period(week_text(monday), {monday, monday + days(7)}, Grain::week),
                            year ? year->end : number->end};
}

// "w/c Feb 4", "[the] week of september.16th", "the week starting on February 4".
MaybeRead<SaidPeriod> read_week_of(const TimeText& in, std::size_t at) {
    std::size_t next = 0;
    if (const auto commencing = in.behind(at, {"w", "/", "c"})) next = *commencing;
    const std::size_t start = in.skip(at, {"the"});
    if (in.is(start, "week") && in.is_any(start + 1, {"of", "starting", "beginning", "commencing"}))
        next = in.skip(start + 2, {"on"});
    if (next == 0) return std::nullopt;
    const auto day = read_day(in, next);
    if (!day || !day->value.exists) return std::nullopt;
    const auto week = [](Day each) { return DaySpan{week_start(each), week_start(each) + days(7)}; };
    SaidPeriod period = definite_period(day->value.timex, week(day->value.past), Grain::week);
    period.future = week(day->value.future);
    return Read<SaidPeriod>{period, day->end};
}

// "halloween weekend 2021", "labor day 2021 weekend": a holiday beside it belongs to it.
MaybeRead<SaidPeriod> read_holiday_weekend(const TimeText& in, std::size_t at) {
    auto holiday = read_holiday_day(in, at);
    if (!holiday || !in.is(holiday->end, "weekend")) return std::nullopt;
    std::size_t end = holiday->end + 1;
    Day day = holiday->value.future;
    if (const auto year = read_year_behind(in, end); year && !holiday->value.is_definite()) {
        const auto moved = day_of(year->value, month_of(day), day_of_month(day));
        if (!moved) return std::nullopt;
        day = *moved;
        end = year->end;
    }
    const bool monday = weekday_of(day) == 1;
    DaySpan span = span_around(Grain::weekend, monday ? day - days(1) : day, 0);
    if (monday) span.end = day + days(1);
    if (weekday_of(day) == 5) span.first = day;
    return Read<SaidPeriod>{definite_period(week_text(span.first) + "-WE", span, Grain::weekend), end};
}

}  // namespace

MaybeRead<SaidPeriod> read_week_period(const TimeText& in, std::size_t at) {
    auto period = longer(read_counted_week(in, at), read_counted_units(in, at));
    period = longer(std::move(period), read_numbered_week(in, at));
    period = longer(std::move(period), read_week_of(in, at));
    return longer(std::move(period), read_holiday_weekend(in, at));
}

}  // namespace parlance::nlu
