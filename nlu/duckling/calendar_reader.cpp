#include "nlu/duckling/calendar_reader.h"

#include "nlu/datetime/count_reader.h"
#include "nlu/datetime/day_reader.h"
#include "nlu/datetime/period_reader.h"
#include "nlu/datetime/time_lexicon.h"
#include "nlu/duckling/moment_terms.h"

namespace parlance::nlu {

namespace {

using std::chrono::days;
using Place = MaybeRead<Resolution>;

Place value_of(Day day, Grain grain, std::size_t end) {
    return Read<Resolution>{value_terms(day, grain), end};
}

// From Friday at 18 to the end of Sunday.
Place weekend_of(Day saturday, std::size_t end) {
    return Read<Resolution>{range_terms(saturday - std::chrono::hours(6), saturday + days(2), Grain::hour),
                            end};
}

bool is_quarter_word(const TimeText& in, std::size_t at) {
    return in.is_any(at, {"quarter", "qtr"});
}

Place quarter_of(int year, int number, std::size_t end) {
    if (number < 1 || number > 4) return std::nullopt;
    const auto first = day_of(year, static_cast<unsigned>(3 * number - 2), 1);
    return first ? value_of(*first, Grain::quarter, end) : std::nullopt;
}

// "third quarter", "the 4th qtr of 2019", "this qtr", "19q4".
Place read_quarter(const TimeText& in, std::size_t at) {
    if (is_digits(in, at, 4) && in.is(at + 1, "q") && is_digits(in, at + 2, 1) && in.text.is_glued(at + 2)) {
        const int year = digits_at(in, at);
        return quarter_of(year < 100 ? 2000 + year : year, digits_at(in, at + 2), at + 3);
    }
    const std::size_t word = in.skip(at, {"the"});
    const auto shift = shift_word(in.word(word));
    if (shift && in.is(word + 1, "qtr"))
        return value_of(span_around(Grain::quarter, in.today(), shift->shift).first, Grain::quarter,
                        word + 2);
    const auto number = read_ordinal(in, word);
    if (!number || !is_quarter_word(in, number->end)) return std::nullopt;
    const auto year = read_year_behind(in, number->end + 1);
    return quarter_of(year ? year->value : year_of(in.today()), number->value,
                      year ? year->end : number->end + 1);
}

// The days that "of <month or year>" or "in <month or year>" names.
MaybeRead<DaySpan> read_frame(const TimeText& in, std::size_t at) {
    if (!in.is_any(at, {"of", "in"})) return std::nullopt;
    std::size_t start = in.skip(at + 1, {"the"});
    if (in.is(start, "month")) return Read<DaySpan>{span_around(Grain::month, in.today(), 0), start + 1};
    if (const auto month = month_word(in.word(start)); month && !in.text.is_number(start + 1)) {
        const int year = year_of(in.today()) + (*month < month_of(in.today()) ? 1 : 0);
        return Read<DaySpan>{month_span(year, *month, 1), start + 1};
    }
    const auto period = read_period(in, start);
    if (!period || !period->value.resolved) return std::nullopt;
    return Read<DaySpan>{period->value.future, period->end};
}

// The n-th week, weekend or day within the days; -1 for the last.
Place place_within(const DaySpan& frame, Grain grain, int number, std::size_t end) {
    if (grain == Grain::day) {
        const Day day = number < 0 ? frame.end - days(1) : frame.first + days(number - 1);
        return day < frame.end ? value_of(day, Grain::day, end) : std::nullopt;
    }
    const int weekday = grain == Grain::week ? 1 : 6;
    const auto to_weekday = [&](Day from) {
        return days((weekday - static_cast<int>(weekday_of(from)) + 7) % 7);
    };
    Day day = frame.first + to_weekday(frame.first) + days(7 * (number - 1));
    if (number < 0) {
        day = frame.end - days(7) + to_weekday(frame.end - days(7));
        // The last week is the last one that ends in the month.
        if (grain == Grain::week && day + days(7) > frame.end) day -= days(7);
    }
    if (day >= frame.end) return std::nullopt;
    return grain == Grain::week ? value_of(day, Grain::week, end) : weekend_of(day, end);
}

// "last day of april", "first week of october 2014", "first weekend of october", "20th of next month".
Place read_within(const TimeText& in, std::size_t at) {
    const std::size_t word = in.skip(at, {"the"});
    MaybeRead<int> number = read_ordinal(in, word);
    if (!number && in.is(word, "last")) number = Read<int>{-1, word + 1};
    if (!number && is_digits(in, word, 2)) number = Read<int>{digits_at(in, word), word + 1};
    if (!number || number->value == 0) return std::nullopt;
    const auto unit = unit_word(in.word(number->end));
    const bool fits =
        unit && !unit->plural && unit->count == 1 &&
        (unit->grain == Grain::day || unit->grain == Grain::week || unit->grain == Grain::weekend);
    if (unit && !fits) return std::nullopt;
    if (!unit && number->value < 0) return std::nullopt;
    const auto frame = read_frame(in, unit ? number->end + 1 : number->end);
    if (!frame) return std::nullopt;
    return place_within(frame->value, unit ? unit->grain : Grain::day, number->value, frame->end);
}

// The n-th such weekday behind today; before it when negative.
Day weekday_from(Day today, unsigned weekday, int number) {
    const int gap = (static_cast<int>(weekday) - static_cast<int>(weekday_of(today)) + 7) % 7;
    const Day next = today + days(gap == 0 ? 7 : gap);
    return number > 0 ? next + days(7 * (number - 1))
                      : next - days(7) - days(gap == 0 ? 7 : 0) + days(7 * (number + 1));
}

// "this monday", "next wed", "friday after next", "3 fridays from now", "2 thursdays ago".
Place read_weekdays(const TimeText& in, std::size_t at) {
    const bool near = in.is_any(at, {"this", "next", "coming", "upcoming"});
    if (const auto named = weekday_word(in.word(near ? at + 1 : at)); named && !named->plural) {
        const std::size_t end = near ? at + 2 : at + 1;
        if (near) return value_of(weekday_from(in.today(), named->weekday, 1), Grain::day, end);
        const auto after = in.behind(end, {"after", "next"});
        if (after) return value_of(weekday_from(in.today(), named->weekday, 2), Grain::day, *after);
        return std::nullopt;
    }
    const auto count = read_cardinal(in, at);
    const auto named = count ? weekday_word(in.word(count->end)) : std::nullopt;
    if (!named || !named->plural || count->value < 1 || count->value > 1000) return std::nullopt;
    const std::size_t end = count->end + 1;
    if (in.is_any(end, {"ago", "back"}))
        return value_of(weekday_from(in.today(), named->weekday, -count->value), Grain::day, end + 1);
    const bool ahead = in.is(end, "hence") || in.behind(end, {"from", "now"});
    if (!ahead) return std::nullopt;
    return value_of(weekday_from(in.today(), named->weekday, count->value), Grain::day,
                    in.is(end, "hence") ? end + 1 : end + 2);
}

// "sat" is a day where nothing else is said.
Place read_lone_weekday(const TimeText& in, std::size_t at) {
    const auto named = weekday_word(in.word(at));
    const bool alone = at == 0 && (in.size() == 1 || (in.size() == 2 && in.is(1, ".")));
    if (!named || named->plural || !alone) return std::nullopt;
    return value_of(weekday_from(in.today(), named->weekday, 1), Grain::day, at + 1);
}

// "this week-end", "this past weekend", "next weekend".
Place read_weekend(const TimeText& in, std::size_t at) {
    const std::size_t word = in.is(at, "this") && in.is(at + 1, "past") ? at + 1 : at;
    const auto shift = shift_word(in.word(word));
    auto end = in.behind(word + 1, {"weekend"});
    if (!end) end = in.behind(word + 1, {"week", "-", "end"});
    if (!shift || !end) return std::nullopt;
    return weekend_of(span_around(Grain::week, in.today(), shift->shift).first + days(5), *end);
}

// "the ides of march": the middle of a Roman month.
Place read_ides(const TimeText& in, std::size_t at) {
    const auto start = in.behind(in.skip(at, {"the"}), {"ides", "of"});
    const auto month = start ? month_word(in.word(*start)) : std::nullopt;
    if (!month) return std::nullopt;
    const bool late = *month == 3 || *month == 5 || *month == 7 || *month == 10;
    return value_of(day_without_year(in, *month, late ? 15 : 13).future, Grain::day, *start + 1);
}

// "last week's sunday", "sunday from last week", "sunday of next week".
Place read_weekday_of_week(const TimeText& in, std::size_t at) {
    const auto named = weekday_word(in.word(at));
    const bool weekday_first = named && in.is_any(at + 1, {"from", "of"});
    const std::size_t week = weekday_first ? at + 2 : at;
    const auto shift = shift_word(in.word(week));
    if (!shift) return std::nullopt;
    const auto day = weekday_first ? named : weekday_word(in.word(week + 2));
    const bool said = weekday_first ? in.is(week + 1, "week") : in.is_any(week + 1, {"week's", "weeks"});
    if (!said || !day || day->plural) return std::nullopt;
    const Day monday = span_around(Grain::week, in.today(), shift->shift).first;
    return value_of(monday + days(day->weekday - 1), Grain::day, weekday_first ? week + 2 : week + 3);
}

// "april after next".
Place read_month_after_next(const TimeText& in, std::size_t at) {
    const auto month = month_word(in.word(at));
    const auto end = in.behind(at + 1, {"after", "next"});
    if (!month || !end) return std::nullopt;
    const int year = year_of(in.today()) + (*month <= month_of(in.today()) ? 2 : 1);
    return value_of(month_span(year, *month, 1).first, Grain::month, *end);
}

Place days_of(Day first, Day end, Grain grain, std::size_t behind) {
    return Read<Resolution>{range_terms(first, end, grain), behind};
}

// "all week", "BOM", "BOY".
Place read_named_days(const TimeText& in, std::size_t at) {
    if (const auto end = in.behind(at, {"all", "week"}))
        return days_of(in.today(), span_around(Grain::week, in.today(), 0).end, Grain::day, *end);
    const Day month = span_around(Grain::month, in.today(), 0).first;
    if (in.is(at, "bom")) return days_of(month, month + days(10), Grain::day, at + 1);
    const Day year = span_around(Grain::year, in.today(), 0).first;
    return in.is(at, "boy") ? days_of(year, plus_months(year, 3), Grain::month, at + 1) : std::nullopt;
}

// "2-21": a month and a day, alone between other signs.
Place read_dashed_day(const TimeText& in, std::size_t at) {
    const bool continues = at > 0 && in.text.is_glued(at);
    if (continues || !is_digits(in, at, 2) || !in.is(at + 1, "-") || !is_digits(in, at + 2, 2))
        return std::nullopt;
    if (in.text.is_glued(at + 3) || in.text.is_word(at + 3)) return std::nullopt;
    const auto day = read_numeric_day(in, at, true);
    const int month = digits_at(in, at);
    const int number = digits_at(in, at + 2);
    if (day || month < 1 || month > 12 || number < 1) return std::nullopt;
    const SaidDay said = day_without_year(in, static_cast<unsigned>(month), static_cast<unsigned>(number));
    return said.exists ? value_of(said.future, Grain::day, at + 3) : std::nullopt;
}

}  // namespace

MaybeRead<Resolution> read_calendar_place(const TimeText& in, std::size_t at) {
    Place best;
    for (const auto& reader :
         {read_quarter, read_within, read_weekdays, read_lone_weekday, read_weekend, read_ides,
          read_weekday_of_week, read_named_days, read_dashed_day, read_month_after_next})
        best = longer(std::move(best), reader(in, at));
    return best;
}

}  // namespace parlance::nlu
