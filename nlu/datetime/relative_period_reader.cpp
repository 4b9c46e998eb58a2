#include <cmath>

#include "nlu/datetime/count_reader.h"
#include "nlu/datetime/period_reader.h"
#include "nlu/datetime/span_reader.h"
#include "nlu/datetime/time_lexicon.h"

namespace parlance::nlu {

namespace {

using std::chrono::days;

bool is_period_grain(Grain grain) {
    return grain >= Grain::week;
}

std::string timex_of(Grain grain, Day first) {
    switch (grain) {
        case Grain::week: return week_text(first);
        case Grain::weekend: return week_text(first) + "-WE";
        case Grain::month: return month_text(first);
        default: break;
    }
    return padded(year_of(first), 4);
}

// Ten years from one that ends in 0; two weeks from a Monday.
SaidPeriod scaled_period(const TimeText& in, const UnitWord& unit, int shift, int count) {
    const int length = unit.count * count;
    if (unit.grain == Grain::week) {
        const Day first = week_start(in.today()) + days(7 * unit.count * (shift < 0 ? -count : shift));
        return spelled_period({first, first + days(7 * length)}, "P" + std::to_string(length) + "W",
                              Grain::week);
    }
    const int here = year_of(in.today()) / unit.count * unit.count;
    const int from = here + unit.count * (shift < 0 ? -count : shift);
    const Day first = span_around(Grain::year, in.today(), from - year_of(in.today())).first;
    return spelled_period({first, plus_months(first, 12 * length)}, "P" + std::to_string(length) + "Y",
                          Grain::year);
}

SaidPeriod one_period(const TimeText& in, const UnitWord& unit, int shift) {
    if (unit.count > 1) return scaled_period(in, unit, shift, 1);
    const DaySpan span = span_around(unit.grain, in.today(), shift);
    if (unit.grain == Grain::quarter) return spelled_period(span, "P3M", Grain::quarter);
    return definite_period(timex_of(unit.grain, span.first), span, unit.grain);
}

// So many whole quarters or decades beside the present one, so many days and longer beside today.
SaidPeriod several_periods(const TimeText& in, const TimeSpan& span, int shift) {
    const auto& part = span.parts.front();
    if (span.is_single_unit() && part.grain == Grain::quarter) {
        const int count = static_cast<int>(part.count);
        const Day first = span_around(Grain::quarter, in.today(), shift < 0 ? -count : 1).first;
        return spelled_period({first, plus_months(first, 3 * count)}, "P" + std::to_string(3 * count) + "M",
                              Grain::quarter);
    }
    if (span.is_single_unit() && part.grain == Grain::year && part.scale > 1)
        return scaled_period(in, {Grain::year, part.scale}, shift, static_cast<int>(part.count));
    SaidPeriod period;
    if (shift > 0) {
        Day first = in.today() + days(1);
        while (part.business && weekday_of(first) > 5) first += days(1);
        const Day end = part.business
                            ? plus_business_days(first - days(1), static_cast<int>(part.count)) + days(1)
                            : plus(first, span, 1);
        period = spelled_period({first, end}, span.timex(), part.grain);
    } else {
        period = spelled_period({plus(in.today(), span, -1), in.today()}, span.timex(), part.grain);
    }
    period.counted = true;
    if (part.business) {
        for (Day day = period.past.first; day < period.past.end; day += days(1)) {
            if (weekday_of(day) < 6) period.days.push_back(day);
        }
    }
    return period;
}

// "this week", "the coming quarter", "same week", "that weekend", "this working week", "all of last month".
MaybeRead<SaidPeriod> read_one(const TimeText& in, std::size_t at) {
    const auto shift = shift_word(in.word(at));
    const bool undefined = in.is_any(at, {"same", "that"});
    const bool article = in.is(at, "the");
    const bool bare = in.is(at, "weekend");
    if (!shift && !undefined && !article && !bare) return std::nullopt;
    std::size_t next = bare ? at : at + 1;
    const bool working = in.is_any(next, {"working", "business", "work"});
    if (working) ++next;
    const auto unit = unit_word(in.word(next));
    if (!unit || unit->plural || !is_period_grain(unit->grain)) return std::nullopt;
    if (article && (in.is_any(next + 1, {"before", "after", "of"}) || unit->count >= 10)) return std::nullopt;
    // "the week 3", "the year 2008", "the year to date" say which.
    if (article && (in.text.is_number(next + 1) || in.behind(next + 1, {"to", "date"}))) return std::nullopt;
    Read<SaidPeriod> read{one_period(in, *unit, shift ? shift->shift : 0), next + 1};
    if (undefined) {
        read.value.modifier = "ref_undef";
        read.value.timex = unit->grain == Grain::week      ? "XXXX-WXX"
                           : unit->grain == Grain::weekend ? "XXXX-WXX-WE"
                           : unit->grain == Grain::month   ? "XXXX-XX"
                                                           : "XXXX";
    }
    if (working && unit->grain == Grain::week) read.value.past.end = read.value.future.end -= days(2);
    return read;
}

// "last 3 months", "next few days", "5 upcoming years", "past 2 decades".
MaybeRead<SaidPeriod> read_several(const TimeText& in, std::size_t at) {
    const auto leading = shift_word(in.word(at));
    if (leading && leading->shift != 0) {
        // "It will last three weeks."
        if (at > 0 && in.is(at, "last") &&
            in.is_any(at - 1, {"will", "to", "would", "should", "can", "might", "could"}))
            return std::nullopt;
        const auto span = read_span(in, at + 1);
        if (!span || !span->value.is_calendar() || in.is(span->end, "ago")) {
            if (!span || !in.is(span->end, "ago")) return std::nullopt;
            // "the last 3 months and 2 weeks and 2 days ago": the last part goes with "ago".
            TimeSpan shorter = span->value;
            if (shorter.parts.size() < 2) return std::nullopt;
            shorter.parts.resize(1);
            std::size_t end = at + 1;
            while (end < span->end && !unit_word(in.word(end))) ++end;
            return Read<SaidPeriod>{several_periods(in, shorter, leading->shift), end + 1};
        }
        return Read<SaidPeriod>{several_periods(in, span->value, leading->shift), span->end};
    }
    const auto amount = read_amount(in, at);
    const auto shift = amount ? shift_word(in.word(amount->end)) : std::nullopt;
    if (!shift || shift->shift == 0) return std::nullopt;
    const auto unit = unit_word(in.word(amount->end + 1));
    if (!unit || unit->grain < Grain::day) return std::nullopt;
    const TimeSpan span{{{amount->value, unit->grain, unit->count, false}}};
    return Read<SaidPeriod>{several_periods(in, span, shift->shift), amount->end + 2};
}

// "[the] week after next", "month after the next", "week before last".
MaybeRead<SaidPeriod> read_one_beyond(const TimeText& in, std::size_t at) {
    const std::size_t start = in.skip(at, {"the"});
    const auto unit = unit_word(in.word(start));
    if (!unit || !is_period_grain(unit->grain) || !in.is_any(start + 1, {"after", "before"}))
        return std::nullopt;
    const bool after = in.is(start + 1, "after");
    const std::size_t next = in.skip(start + 2, {"the"});
    if (!in.is_any(next, {"next", "last", "previous"})) return std::nullopt;
    return Read<SaidPeriod>{one_period(in, *unit, after ? 2 : -2), next + 1};
}

// "[the] rest of the week": from today to the last day itself.
MaybeRead<SaidPeriod> read_rest(const TimeText& in, std::size_t at) {
    const std::size_t start = in.skip(at, {"the"});
    if (!in.is_any(start, {"rest", "remaining", "remainder"}) || start > at) return std::nullopt;
    const std::size_t next = in.skip(in.skip(start + 1, {"of"}), {"the", "this", "my", "current", "that"});
    if (next == start + 1) return std::nullopt;
    const auto unit = unit_word(in.word(next));
    if (!unit || unit->plural || !is_period_grain(unit->grain)) return std::nullopt;
    const DaySpan span{in.today(), span_around(unit->grain, in.today(), 0).end - days(1)};
    SaidPeriod period =
        spelled_period(span, "P" + std::to_string((span.end - span.first).count()) + "D", Grain::day);
    period.counted = true;
    return Read<SaidPeriod>{period, next + 1};
}

// "within 2 weeks", "4 weeks in the future", "year to date".
MaybeRead<SaidPeriod> read_from_today(const TimeText& in, std::size_t at) {
    if (in.is_any(at, {"year", "month", "ytd"})) {
        const bool year = !in.is(at, "month");
        const std::size_t end = in.is(at, "ytd") ? at + 1 : in.behind(at + 1, {"to", "date"}).value_or(0);
        if (end == 0) return std::nullopt;
        const Grain grain = year ? Grain::year : Grain::month;
        const DaySpan span{span_around(grain, in.today(), 0).first, in.today()};
        Read<SaidPeriod> read{definite_period(timex_of(grain, span.first), span, grain), end};
        read.value.counted = true;
        return read;
    }
    const bool within = in.is(at, "within");
    std::size_t next = at;
    if (within) {
        next = in.skip(at + 1, {"the"});
        next = in.skip(next, {"next", "upcoming", "coming"});
    }
    const auto span = read_span(in, next);
    if (!span || !span->value.is_calendar()) return std::nullopt;
    const auto future = in.behind(span->end, {"in", "the", "future"});
    if (future) return Read<SaidPeriod>{several_periods(in, span->value, 1), *future};
    if (!within) return std::nullopt;
    const Day first = in.today();
    SaidPeriod period = spelled_period({first, plus(first, span->value, 1)}, span->value.timex(), Grain::day);
    period.counted = true;
    return Read<SaidPeriod>{period, span->end};
}

}  // namespace

MaybeRead<SaidPeriod> read_relative_period(const TimeText& in, std::size_t at) {
    auto period = longer(read_one(in, at), read_several(in, at));
    // "the next decade" is one with its article.
    if (in.is(at, "the") && in.is(at + 1, "next") && in.is_any(at + 2, {"decade", "century"}))
        period = longer(std::move(period), read_one(in, at + 1));
    period = longer(std::move(period), read_one_beyond(in, at));
    period = longer(std::move(period), read_rest(in, at));
    return longer(std::move(period), read_from_today(in, at));
}

}  // namespace parlance::nlu
