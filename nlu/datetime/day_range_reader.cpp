#include <algorithm>

#include "nlu/datetime/count_reader.h"
#include "nlu/datetime/day_range_reader.h"
#include "nlu/datetime/expression_reader.h"
#include "nlu/datetime/expressions.h"
#include "nlu/datetime/time_lexicon.h"

namespace parlance::nlu {

namespace {

using std::chrono::days;

RangeEnd end_of_day(const SaidDay& day) {
    return {day.timex,
            day.past,
            day.future,
            Grain::day,
            true,
            day.month != 0,
            day.month == 0 && day.is_definite()};
}

// A period stands for its first day; the end of one for the day behind it.
RangeEnd end_of_period(const SaidPeriod& period) {
    const auto day = [&](const DaySpan& span) {
        if (period.modifier == "end") return span.end;
        if (period.modifier == "mid" && period.grain == Grain::month) return span.first + days(6);
        return span.first;
    };
    RangeEnd end{"",
                 day(period.past),
                 day(period.future),
                 period.grain,
                 period.modifier.empty(),
                 period.month != 0,
                 period.month == 0};
    end.timex =
        end.open_year ? date_timex(0, month_of(end.future), day_of_month(end.future)) : day_text(end.future);
    return end;
}

MaybeRead<SaidDay> read_joined_day(const TimeText& in, std::size_t at) {
    auto day = read_day(in, at);
    const bool dashed = in.is(at + 1, "-") && !in.is(at + 3, "-") && in.text.is_number(at + 2);
    if (in.text.is_number(at) && !dashed) day = longer(std::move(day), read_numeric_day(in, at, true));
    return day;
}

MaybeRead<RangeEnd> read_end(const TimeText& in, std::size_t at) {
    if (in.is(at, "now")) {
        RangeEnd end = end_of_day(definite_day(in.today()));
        end.said_year = false;
        return Read<RangeEnd>{end, at + 1};
    }
    const auto day = read_joined_day(in, at);
    auto period = read_period(in, at);
    if (!period && in.is(at, "the")) period = read_period(in, at + 1);
    if (!period && in.is(at, "in")) period = read_named_period(in, at + 1);
    if (day && day->value.exists && (!period || day->end >= period->end)) {
        RangeEnd end = end_of_day(day->value);
        if (in.is_any(day->end - 1, {"today", "yesterday", "tomorrow", "date"})) end.said_year = false;
        return Read<RangeEnd>{end, day->end};
    }
    if (!period || !period->value.resolved || period->value.grain == Grain::week) return std::nullopt;
    return Read<RangeEnd>{end_of_period(period->value), period->end};
}

// Puts an end without a year into the year of the other, or the year before or behind where order asks.
void share_year(RangeEnd& first, RangeEnd& last) {
    const auto into = [](RangeEnd& end, int year) {
        const int away = year - year_of(end.future);
        end.past = end.future = plus_months(end.future, 12 * away);
        return end.future;
    };
    if (first.open_year && last.said_year && last.past == last.future) {
        if (into(first, year_of(last.future)) > last.future) into(first, year_of(last.future) - 1);
        first.timex = day_text(first.future);
    } else if (last.open_year && first.past == first.future) {
        if (into(last, year_of(first.future)) < first.future) into(last, year_of(first.future) + 1);
        if (first.said_year && first.grain == Grain::day && last.grain == Grain::day)
            last.timex = day_text(last.future);
    } else if (first.open_year && last.past == last.future) {
        first.future = first.past;
    }
}

std::string length_of(const RangeEnd& first, const RangeEnd& last, Day from, Day to) {
    const auto months = [&] {
        return (year_of(to) - year_of(from)) * 12 + static_cast<int>(month_of(to)) -
               static_cast<int>(month_of(from));
    };
    const bool years = first.grain == Grain::year && last.grain == Grain::year && first.whole && last.whole;
    if (years) return "P" + std::to_string(months() / 12) + "Y";
    if (first.grain >= Grain::month && last.grain >= Grain::month)
        return "P" + std::to_string(months()) + "M";
    return "P" + std::to_string((to - from).count()) + "D";
}

MaybeRead<SaidDayRange> from_to(RangeEnd first, RangeEnd last, std::size_t end) {
    share_year(first, last);
    if (first.future > last.future) first.future = first.past;
    if (last.past < first.past) last.past = last.future;
    const bool leap = first.open_year && last.open_year && year_of(last.past) > year_of(first.past) + 1;
    if (leap) last.past = plus_months(last.past, 12 * (year_of(first.past) - year_of(last.past)));
    if (first.past > last.past && first.future > last.future) return std::nullopt;
    return Read<SaidDayRange>{{first, last}, end};
}

TimeExpression range_expression(const SaidDayRange& range) {
    const RangeEnd& first = range.first;
    const RangeEnd& last = range.last;
    TimeExpression made;
    made.kind = TimeKind::date_range;
    made.ends = TimeEnds::range;
    const auto add = [&](Day from, Day to) {
        if (from > to) return;
        add_sense(
            made.senses,
            {"(" + first.timex + "," + last.timex + "," + length_of(first, last, from, to) + ")", from, to});
    };
    add(first.past, last.past);
    add(first.future, last.future);
    return made;
}

std::optional<std::size_t> behind_joint(const TimeText& in, std::size_t at, bool between) {
    const std::size_t start = in.skip(at, {","});
    if (in.is_any(start, {"to", "till", "til", "until", "through", "thru", "-", "~", "\u2013", "\u2014"}))
        return start + 1;
    if (in.is(start, "up") && in.is(start + 1, "to")) return start + 2;
    if (between && in.is(start, "and")) return start + 1;
    return std::nullopt;
}

// A day of the month with nothing else: "3", "the 21st", "seventeenth".
MaybeRead<int> read_day_number(const TimeText& in, std::size_t at) {
    const std::size_t start = in.skip(at, {"the"});
    auto number = read_ordinal(in, start);
    if (!number) number = read_cardinal(in, start);
    if (!number || number->value < 1 || number->value > 31) return std::nullopt;
    if (in.is_any(number->end, {":", "/", "am", "pm", "thousand", "%"})) return std::nullopt;
    return number;
}

RangeEnd in_month_of(const TimeText& in, int number, const RangeEnd& other) {
    const auto day = static_cast<unsigned>(number);
    const unsigned month = month_of(other.future);
    return end_of_day(other.open_year ? day_without_year(in, month, day)
                                      : day_in_year(year_of(other.future), month, day));
}

// "3 and 12 of sept", "from 4 to 22 next month", "the twenty-seventh to the third of april".
MaybeRead<SaidDayRange> read_number_first(const TimeText& in, std::size_t start, bool between) {
    const auto number = read_day_number(in, start);
    const auto joint = number ? behind_joint(in, number->end, between) : std::nullopt;
    if (!joint) return std::nullopt;
    auto last = read_joined_day(in, in.text.is_word(*joint) ? in.skip(*joint, {"the"}) : *joint);
    if (!last || last->value.month == 0) {
        const auto second = read_day_number(in, *joint);
        const auto period = second ? read_period(in, in.skip(second->end, {"of"})) : std::nullopt;
        if (period && period->value.grain == Grain::month && period->value.modifier.empty() &&
            period->value.past == period->value.future) {
            const Day month = period->value.past.first;
            const auto day = day_of(year_of(month), month_of(month), static_cast<unsigned>(second->value));
            if (day) last = Read<SaidDay>{definite_day(*day), period->end};
        } else if (!last || !last->value.is_definite() ||
                   in.is_any(*joint, {"today", "tomorrow", "this", "next"})) {
            return std::nullopt;
        }
    }
    if (!last || !last->value.exists) return std::nullopt;
    const RangeEnd end = end_of_day(last->value);
    const bool before = static_cast<unsigned>(number->value) > day_of_month(end.future);
    const bool ordinal = !in.text.is_number(number->end - 1);
    if (before && !ordinal) return std::nullopt;
    const RangeEnd first = before ? end_of_day(day_without_month(in, static_cast<unsigned>(number->value)))
                                  : in_month_of(in, number->value, end);
    return from_to(first, end, last->end);
}

// "april ninth through seventeenth", "november 19-20", and two full ends.
MaybeRead<SaidDayRange> read_end_first(const TimeText& in, std::size_t start, bool between) {
    const auto first = read_end(in, start);
    const auto joint = first ? behind_joint(in, first->end, between) : std::nullopt;
    if (!joint) return std::nullopt;
    const auto last = read_end(in, *joint);
    // "the seventeenth" behind "april the ninth" is in april.
    const bool only_number = last && last->value.timex.starts_with("XXXX-XX-") && first->value.open_year;
    if (last && !only_number) return from_to(first->value, last->value, last->end);
    if (first->value.grain != Grain::day || !(first->value.open_year || first->value.said_year))
        return std::nullopt;
    const auto number = read_day_number(in, *joint);
    if (!number || static_cast<unsigned>(number->value) < day_of_month(first->value.future))
        return std::nullopt;
    const auto year =
        first->value.open_year && in.is(number->end, ",") ? read_year(in, number->end + 1) : std::nullopt;
    if (year) {
        const SaidDay day =
            day_in_year(year->value, month_of(first->value.future), static_cast<unsigned>(number->value));
        return day.exists ? from_to(first->value, end_of_day(day), year->end) : std::nullopt;
    }
    return from_to(first->value, in_month_of(in, number->value, first->value), number->end);
}

// "3 days starting from next monday", "for 3 days, from today", "2 weeks starting may 20th".
MaybeExpression read_length_first(const TimeText& in, std::size_t at) {
    const bool opened = in.is(at, "for");
    const auto span = read_span(in, opened ? at + 1 : at);
    if (!span || !span->value.is_calendar()) return std::nullopt;
    std::size_t next = in.skip(span->end, {","});
    const bool starting = in.is_any(next, {"starting", "beginning"});
    if (!starting && !(opened && in.is(next, "from"))) return std::nullopt;
    next = in.skip(starting ? next + 1 : next, {"from", "on"});
    const auto day = read_day(in, next);
    if (!day || !day->value.exists) return std::nullopt;
    Day first = day->value.future;
    if (day->value.month != 0) {
        const auto here = day_of(year_of(in.today()), day->value.month, day->value.number);
        if (here) first = *here;
    }
    TimeExpression range = period_expression(
        spelled_period({first, plus(first, span->value, 1)}, span->value.timex(), Grain::day));
    range.begin = starting && opened ? at + 1 : at;
    range.end = day->end;
    return range;
}

// "next week from Wednesday to Friday".
MaybeRead<SaidDayRange> read_weekdays_of_week(const TimeText& in, std::size_t at) {
    const auto shift = shift_word(in.word(at));
    const std::size_t next = at + 2;
    if (!shift || !in.is(at + 1, "week") || !in.is_any(next, {"from", "between"})) return std::nullopt;
    const auto first = weekday_word(in.word(next + 1));
    const auto joint = first ? behind_joint(in, next + 2, in.is(next, "between")) : std::nullopt;
    const auto last = joint ? weekday_word(in.word(*joint)) : std::nullopt;
    if (!last) return std::nullopt;
    const Day monday = week_start(in.today()) + days(7 * shift->shift);
    const auto day = [&](const WeekdayWord& word) {
        return end_of_day(definite_day(monday + days(word.weekday) - days(1)));
    };
    return from_to(day(*first), day(*last), *joint + 1);
}

}  // namespace

MaybeRead<SaidDayRange> read_said_range(const TimeText& in, std::size_t at) {
    if (auto range = read_weekdays_of_week(in, at)) return range;
    const bool between = in.is(at, "between");
    const bool in_year = in.is(at, "in") && read_year(in, at + 1);
    const std::size_t start = between || in_year || in.is(at, "from") ? at + 1 : at;
    auto range = longer(read_end_first(in, start, between), read_number_first(in, start, between));
    // "in 2014 through 2018" is a range of years; "in 2014 through May 2nd" is not opened by "in".
    if (range && in_year && range->value.last.grain != Grain::year) return std::nullopt;
    return range;
}

MaybeExpression read_day_range(const TimeText& in, std::size_t at) {
    const auto range = read_said_range(in, at);
    if (!range) return read_length_first(in, at);
    TimeExpression expression = range_expression(range->value);
    expression.begin = at;
    expression.end = range->end;
    return expression;
}

}  // namespace parlance::nlu
