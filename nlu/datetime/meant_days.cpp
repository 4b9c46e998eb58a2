#include "nlu/datetime/meant_days.h"

#include <algorithm>

#include "nlu/datetime/count_reader.h"
#include "nlu/datetime/day_range_reader.h"
#include "nlu/datetime/day_reader.h"
#include "nlu/datetime/expression_reader.h"
#include "nlu/datetime/period_reader.h"

namespace parlance::nlu {

namespace {

using std::chrono::days;

CalendarDate date(Day day) {
    return CalendarDate{std::chrono::year_month_day(day)};
}

MeantDays one_day(Day day, bool is_sure = true) {
    return {{date(day), date(day)}, true, is_sure};
}

MeantDays days_from(Day first, Day last, bool is_sure = true) {
    return {{date(first), date(std::max(first, last))}, false, is_sure};
}

// "1/2" alone is half as often as a day.
bool may_be_fraction(const TimeText& in, std::size_t at, std::size_t end) {
    return end == at + 3 && in.is(at + 1, "/") && is_digits(in, at, 1) && is_digits(in, at + 2, 1) &&
           digits_at(in, at) < digits_at(in, at + 2) && digits_at(in, at + 2) <= 4;
}

// A customer who names today's weekday means the next one, or tells of the last.
Day day_meant(const TimeText& in, const SaidDay& said, bool of_past) {
    if (of_past) return said.future == in.today() && said.month != 0 ? said.future : said.past;
    const bool weekday = said.timex.starts_with("XXXX-WXX-") && said.timex.size() == 10;
    return weekday && said.future == in.today() ? said.future + days(7) : said.future;
}

// A year without a word of time before it is a number.
bool is_lone_year(const TimeText& in, std::size_t at, const SaidPeriod& period) {
    const bool opened = at > 0 && in.is_any(at - 1, {"in", "of", "since", "until", "till", "during", "for",
                                                     "from", "by", "before", "after", "year", "through", "to",
                                                     "and", "between", "this", "last", "next"});
    return period.in_numbers && in.text.is_number(at) && !opened;
}

MeantDays meant_period(const TimeText& in, std::size_t at, const SaidPeriod& said, bool of_past) {
    const bool begun = said.past.first <= in.today() && in.today() < said.past.end;
    const DaySpan& span = of_past || begun ? said.past : said.future;
    if (said.counted) {
        const Day last =
            said.past.end == in.today() || span.first == in.today() ? span.end : span.end - days(1);
        return days_from(std::min(span.first, in.today()), last);
    }
    const bool sure = said.past == said.future;
    const bool edge = in.is(at + 1, "of") || in.is_any(at, {"eom", "eoy"});
    if (edge && said.modifier == "end") return one_day(span.end - days(1), sure);
    if (edge && said.modifier == "start") return one_day(span.first, sure);
    return days_from(span.first, span.end - days(1), sure);
}

// The last day that an end of a range takes in.
Day last_day(const RangeEnd& end, bool of_past) {
    const Day first = of_past ? end.past : end.future;
    if (end.grain == Grain::day) return first;
    return end.whole ? span_around(end.grain, first, 0).end - days(1) : first - days(1);
}

MaybeRead<MeantDays> read_range(const TimeText& in, std::size_t at, bool of_past) {
    const auto range = read_said_range(in, at);
    if (!range) return std::nullopt;
    const auto& [first, last] = range->value;
    const bool years = in.text.is_number(at) && first.grain == Grain::year;
    if (years) return std::nullopt;
    const bool past = of_past && first.past <= last.past;
    return Read<MeantDays>{
        days_from(past ? first.past : first.future, last_day(last, past), first.past == first.future),
        range->end};
}

MaybeRead<MeantDays> read_one(const TimeText& in, std::size_t at, bool of_past) {
    const auto day = read_day(in, at);
    const auto period = read_period(in, at);
    if (day && (!period || day->end >= period->end)) {
        if (!day->value.exists || may_be_fraction(in, at, day->end)) return std::nullopt;
        return Read<MeantDays>{one_day(day_meant(in, day->value, of_past), day->value.is_definite()),
                               day->end};
    }
    if (!period || !period->value.resolved || is_lone_year(in, at, period->value)) return std::nullopt;
    return Read<MeantDays>{meant_period(in, at, period->value, of_past), period->end};
}

// "since May", "since 2024", "since last friday": until today.
MaybeRead<MeantDays> read_since(const TimeText& in, std::size_t at) {
    if (!in.is(at, "since")) return std::nullopt;
    auto from = read_one(in, at + 1, true);
    if (!from) from = read_one(in, in.skip(at + 1, {"the"}), true);
    if (!from || from->value.range.first > date(in.today())) return std::nullopt;
    return Read<MeantDays>{{{from->value.range.first, date(in.today())}, false, true}, from->end};
}

}  // namespace

MaybeRead<MeantDays> read_meant_days(const TimeText& in, std::size_t at, bool of_past) {
    if (!may_begin(in, at)) return std::nullopt;
    if (auto since = read_since(in, at)) return since;
    return longer(read_one(in, at, of_past), read_range(in, at, of_past));
}

}  // namespace parlance::nlu
