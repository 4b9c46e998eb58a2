#include "nlu/datetime/count_reader.h"
#include "nlu/datetime/day_reader.h"
#include "nlu/datetime/span_reader.h"
#include "nlu/datetime/time_lexicon.h"
#include "nlu/number_words.h"

namespace parlance::nlu {

namespace {

using std::chrono::days;

Read<SaidDay> days_away(const TimeText& in, int count, std::size_t end) {
    return {definite_day(in.today() + days(count)), end};
}

MaybeRead<SaidDay> read_word(const TimeText& in, std::size_t at) {
    if (in.is_any(at, {"today", "otd", "todays", "today's"})) return days_away(in, 0, at + 1);
    if (in.is_any(at, {"tomorrow", "tmr", "tmrw", "tomorow", "tommorow", "tommorrow", "tomorrow's"}))
        return days_away(in, 1, at + 1);
    if (in.is_any(at, {"yesterday", "yesterday's"})) return days_away(in, -1, at + 1);
    if (in.is_any(at, {"current", "present"}) && in.is(at + 1, "date")) return days_away(in, 0, at + 2);
    return std::nullopt;
}

// "the day after tomorrow", "the day before", "the next day", "the day", "this day".
MaybeRead<SaidDay> read_day_words(const TimeText& in, std::size_t at) {
    const std::size_t start = in.skip(at, {"the"});
    const bool article = start > at;
    if (const auto shift = shift_word(in.word(start)); shift && in.is(start + 1, "day")) {
        if (shift->near || in.is_any(start, {"last", "past"})) return std::nullopt;
        return days_away(in, shift->shift, start + 2);
    }
    if (!in.is(start, "day")) return std::nullopt;
    if (const auto end = in.behind(start, {"day", "before", "yesterday"})) return days_away(in, -2, *end);
    if (const auto end = in.behind(start, {"day", "after", "tomorrow"})) return days_away(in, 2, *end);
    if (!article) return std::nullopt;
    if (in.is(start + 1, "before")) return days_away(in, -1, start + 2);
    if (in.is(start + 1, "after")) return days_away(in, 1, start + 2);
    return days_away(in, 0, start + 1);
}

// "the 18th", "on 29th", "the 15th day of next month", "the 17" where a time follows.
MaybeRead<SaidDay> read_number(const TimeText& in, std::size_t at) {
    const bool article = in.is(at, "the");
    const bool opened = article || (at > 0 && in.is_any(at - 1, {"on", "by"}));
    if (at > 0 && in.is_any(at - 1, {"between", "around"})) return std::nullopt;
    const std::size_t start = article ? at + 1 : at;
    const auto number = read_ordinal(in, start);
    if (number && number->value <= 31) {
        const auto day = static_cast<unsigned>(number->value);
        const std::size_t of = in.skip(number->end, {"day"});
        const bool spelled = in.is(of, "of") && (of > number->end || shift_word(in.word(of + 1)));
        if (spelled) {
            const std::size_t next = of + 1;
            const auto shift = shift_word(in.word(next));
            const bool this_month = in.is(next, "the");
            if ((!shift && !this_month) || !in.is(next + 1, "month")) return std::nullopt;
            const Day month = plus_months(in.today(), shift ? shift->shift : 0);
            return Read<SaidDay>{day_in_year(year_of(month), month_of(month), day), next + 2};
        }
        if (!opened) return std::nullopt;
        const bool counts = unit_word(in.word(number->end)) || day_part_word(in.word(number->end)) ||
                            (in.text.is_word(start) && !article);
        const bool ends =
            !in.text.is_word(number->end) ||
            in.is_any(number->end, {"at",    "from", "of", "around", "in",     "between", "and",
                                    "to",    "for",  "by", "after",  "before", "through", "till",
                                    "until", "or",   "is", "next",   "this",   "last",    "with"});
        if (counts || day == 0 || !ends || number->value == 0) return std::nullopt;
        return Read<SaidDay>{day_without_month(in, day), number->end};
    }
    if (article && is_digits(in, start, 2) && digits_at(in, start) >= 1 && digits_at(in, start) <= 31 &&
        in.is_any(start + 1, {"from", "at"}) && is_digits(in, start + 2, 2))
        return Read<SaidDay>{day_without_month(in, static_cast<unsigned>(digits_at(in, start))), start + 1};
    return std::nullopt;
}

// The weekday of a day's week, weeks from Sunday: "in 3 days on friday".
Day on_weekday(Day day, unsigned weekday) {
    return day + days(static_cast<int>(weekday % 7) - static_cast<int>(weekday_of(day) % 7));
}

Read<SaidDay> with_weekday(const TimeText& in, Day day, std::size_t end) {
    const auto weekday = in.is(end, "on") ? weekday_word(in.word(end + 1)) : std::nullopt;
    if (!weekday || weekday->plural) return {definite_day(day), end};
    return {definite_day(on_weekday(day, weekday->weekday)), end + 2};
}

// What "two weeks before" stands before: a day, or the start of a year.
MaybeRead<SaidDay> read_base(const TimeText& in, std::size_t at) {
    if (in.is(at, "now")) return days_away(in, 0, at + 1);
    auto base = longer(read_word(in, at), read_day_words(in, at));
    base = longer(std::move(base), read_anchor_day(in, at));
    if (base) return base;
    const std::size_t next = in.is(at, "the") && in.is(at + 1, "year") ? at + 2 : at;
    if (const auto year = read_year(in, next))
        return Read<SaidDay>{day_in_year(year->value, 1, 1), year->end};
    return std::nullopt;
}

// "in two weeks", "3 days ago", "three weeks from tomorrow", "a fortnight later", "2 weeks before May 13
// 1999".
MaybeRead<SaidDay> read_counted(const TimeText& in, std::size_t at) {
    const bool opened = in.is(at, "in");
    const auto span = read_span(in, opened ? at + 1 : at);
    if (!span || !span->value.is_calendar()) return std::nullopt;
    const std::size_t next = span->end;
    if (in.is(next, "ago")) return with_weekday(in, plus(in.today(), span->value, -1), next + 1);
    if (in.is_any(next, {"later", "hence"}))
        return with_weekday(in, plus(in.today(), span->value, 1), next + 1);
    if (in.is_any(next, {"from", "after", "since", "before"})) {
        if (const auto base = read_base(in, next + 1); base && base->value.exists) {
            const Day day = plus(base->value.future, span->value, in.is(next, "before") ? -1 : 1);
            return with_weekday(in, day, base->end);
        }
    }
    if (!opened || in.is_any(next, {"time", "before", "after"})) return std::nullopt;
    return with_weekday(in, plus(in.today(), span->value, 1), next);
}

// "Sunday 3 weeks after January 15th".
MaybeRead<SaidDay> read_weekday_counted(const TimeText& in, std::size_t at) {
    const auto weekday = weekday_word(in.word(at));
    if (!weekday || weekday->plural) return std::nullopt;
    const std::size_t next = in.skip(at + 1, {","});
    if (!in.text.is_number(next) && !english_cardinal(in.word(next)) && !in.is_any(next, {"in", "a"}))
        return std::nullopt;
    auto day = read_counted(in, next);
    if (day) day->value = definite_day(on_weekday(day->value.future, weekday->weekday));
    return day;
}

// "next 5/12": of the next year.
MaybeRead<SaidDay> read_shifted_date(const TimeText& in, std::size_t at) {
    const auto shift = shift_word(in.word(at));
    if (!shift) return std::nullopt;
    auto day = longer(read_numeric_day(in, at + 1, false), read_month_day(in, at + 1));
    if (!day || day->value.month == 0) return std::nullopt;
    const auto found = day_of(year_of(in.today()) + shift->shift, day->value.month, day->value.number);
    if (!found) return std::nullopt;
    day->value.past = day->value.future = *found;
    return day;
}

}  // namespace

MaybeRead<SaidDay> read_relative_day(const TimeText& in, std::size_t at) {
    if (auto day = read_word(in, at)) {
        // "tomorrow, 13/04/21": the date says it all.
        const auto date = read_numeric_day(in, in.skip(day->end, {",", "("}), false);
        if (date && in.is_any(day->end, {",", "("}))
            return Read<SaidDay>{date->value, in.skip(date->end, {")"})};
        return day;
    }
    auto day = longer(read_day_words(in, at), read_counted(in, at));
    day = longer(std::move(day), read_weekday_counted(in, at));
    day = longer(std::move(day), read_shifted_date(in, at));
    return longer(std::move(day), read_number(in, at));
}

}  // namespace parlance::nlu
