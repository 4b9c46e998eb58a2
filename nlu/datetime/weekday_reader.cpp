#include "nlu/datetime/count_reader.h"
#include "nlu/datetime/day_reader.h"
#include "nlu/datetime/time_lexicon.h"

namespace parlance::nlu {

namespace {

using std::chrono::days;

// "next week", "of last week": how many weeks away.
MaybeRead<int> read_week_shift(const TimeText& in, std::size_t at) {
    const auto shift = shift_word(in.word(at));
    if (!shift || !in.is(at + 1, "week")) return std::nullopt;
    return Read<int>{shift->shift, at + 2};
}

Day weekday_in_week(const TimeText& in, int weeks, unsigned weekday) {
    return week_start(in.today()) + days(7 * weeks + static_cast<int>(weekday) - 1);
}

// "next week [on] monday", "previous week - monday".
MaybeRead<SaidDay> read_week_first(const TimeText& in, std::size_t at) {
    const auto shift = read_week_shift(in, at);
    if (!shift) return std::nullopt;
    const std::size_t next = in.skip(in.skip(shift->end, {",", "-"}), {"on"});
    const auto weekday = weekday_word(in.word(next));
    if (!weekday || weekday->plural) return std::nullopt;
    return Read<SaidDay>{definite_day(weekday_in_week(in, shift->value, weekday->weekday)), next + 1};
}

// "next friday", "this past wednesday", "upcoming friday".
MaybeRead<SaidDay> read_shifted_weekday(const TimeText& in, std::size_t at) {
    auto shift = shift_word(in.word(at));
    if (!shift) return std::nullopt;
    std::size_t next = at + 1;
    if (shift->shift == 0) {
        if (const auto closer = shift_word(in.word(next)); closer && closer->shift != 0) {
            shift = ShiftWord{closer->shift, true};
            ++next;
        }
    }
    const auto weekday = weekday_word(in.word(next));
    if (!weekday || weekday->plural) return std::nullopt;
    Day day = weekday_in_week(in, shift->shift, weekday->weekday);
    if (shift->near && shift->shift > 0 && day > in.today() + days(7)) day -= days(7);
    if (shift->near && shift->shift < 0 && day < in.today() - days(7)) day += days(7);
    return Read<SaidDay>{definite_day(day), next + 1};
}

// The nearest months in which the day of that number is that weekday.
SaidDay weekday_with_number(const TimeText& in, unsigned weekday, unsigned number) {
    SaidDay said = weekday_without_week(in, weekday);
    const int here = year_of(in.today()) * 12 + static_cast<int>(month_of(in.today())) - 1;
    for (const int step : {-1, 1}) {
        for (int month = here; month > here - 400 && month < here + 400; month += step) {
            const auto day = day_of(month / 12, static_cast<unsigned>(month % 12) + 1, number);
            if (!day || weekday_of(*day) != weekday || (step > 0) != (Instant(*day) >= in.now)) continue;
            (step > 0 ? said.future : said.past) = *day;
            break;
        }
    }
    return said;
}

// A full date behind the weekday's name adds everything: "tue may 9", "friday (jun-15)", "monday, 3/7".
MaybeRead<SaidDay> read_date_behind(const TimeText& in, std::size_t at) {
    const bool bracket = in.is(at, "(");
    const std::size_t next = bracket ? at + 1 : in.skip(in.skip(at, {","}), {"the"});
    auto date = longer(read_numeric_day(in, next, true), read_month_day(in, next));
    if (!date || date->value.month + date->value.number == 0) {
        if (!date || !date->value.exists) return std::nullopt;
    }
    if (bracket) {
        if (!in.is(date->end, ")")) return std::nullopt;
        ++date->end;
    }
    return date;
}

// "monday 21", "tue 13th", "tuesday the eleventh".
MaybeRead<SaidDay> read_number_behind(const TimeText& in, std::size_t at, unsigned weekday) {
    const bool article = in.is(in.skip(at, {","}), "the");
    const std::size_t next = article ? in.skip(at, {","}) + 1 : at;
    auto number = read_ordinal(in, next);
    if (!number && is_digits(in, next, 2) && in.word(next).size() == 2 &&
        !in.is_any(next + 1, {":", "-", "am", "pm"}) && !in.text.is_glued(next + 1))
        number = read_cardinal(in, next);
    if (!number && is_digits(in, next, 2) && in.word(next).size() == 2 &&
        in.is_any(next + 1, {"!", ",", "?", "."}))
        number = read_cardinal(in, next);
    if (!number || number->value < 1 || number->value > 31) return std::nullopt;
    const auto day = static_cast<unsigned>(number->value);
    if (article) {
        const auto here = day_of(year_of(in.today()), month_of(in.today()), day);
        if (here && weekday_of(*here) == weekday) return Read<SaidDay>{definite_day(*here), number->end};
    }
    return Read<SaidDay>{weekday_with_number(in, weekday, day), number->end};
}

// Months around now: "of next month", "of may", "of may 2019".
struct SaidMonth {
    int year;
    unsigned month;
};

MaybeRead<SaidMonth> read_month_of(const TimeText& in, std::size_t at) {
    const std::size_t next = in.skip(at, {"of", "in"});
    const std::size_t name = in.skip(next, {"the"});
    if (const auto shift = shift_word(in.word(next)); shift && in.is(next + 1, "month")) {
        const Day day = plus_months(in.today(), shift->shift);
        return Read<SaidMonth>{{year_of(day), month_of(day)}, next + 2};
    }
    if (name > next && in.is(name, "month"))
        return Read<SaidMonth>{{year_of(in.today()), month_of(in.today())}, name + 1};
    const auto month = month_word(in.word(name));
    if (!month) return std::nullopt;
    if (const auto year = read_year_behind(in, name + 1))
        return Read<SaidMonth>{{year->value, *month}, year->end};
    return Read<SaidMonth>{{0, *month}, name + 1};
}

Day nth_of_month(int year, unsigned month, int count, unsigned weekday) {
    const Day first = *day_of(year, month, 1);
    const Day found =
        first + days((weekday + 7 - weekday_of(first)) % 7 + 7U * static_cast<unsigned>(count - 1));
    return month_of(found) == month ? found : found - days(7);
}

// "[the] first monday of next month", "last friday in may".
MaybeRead<SaidDay> read_nth_weekday(const TimeText& in, std::size_t at) {
    const std::size_t start = in.skip(at, {"the"});
    const auto ordinal = in.is(start, "last") ? MaybeRead<int>{{5, start + 1}} : read_ordinal(in, start);
    if (!ordinal || ordinal->value > 5) return std::nullopt;
    const auto weekday = weekday_word(in.word(ordinal->end));
    if (!weekday || weekday->plural) return std::nullopt;
    if (!in.is_any(ordinal->end + 1, {"of", "in"})) {
        if (ordinal->value > 4 || in.is(start, "last")) return std::nullopt;
        const Day day =
            nth_of_month(year_of(in.today()), month_of(in.today()), ordinal->value, weekday->weekday);
        return Read<SaidDay>{definite_day(day), ordinal->end + 1};
    }
    const auto month = read_month_of(in, ordinal->end + 1);
    if (!month) return std::nullopt;
    const auto day_in = [&](int year) {
        return nth_of_month(year, month->value.month, ordinal->value, weekday->weekday);
    };
    SaidDay day;
    if (month->value.year != 0) {
        day.past = day.future = day_in(month->value.year);
    } else {
        const int year = year_of(in.today());
        const int next = Instant(day_in(year)) < in.now ? year + 1 : year;
        day.future = day_in(next);
        day.past = day_in(next - 1);
    }
    day.timex =
        (month->value.year != 0 && !in.is(month->end - 1, "month") ? padded(month->value.year, 4) : "XXXX") +
        "-" + padded(static_cast<int>(month->value.month), 2) + "-WXX-" + std::to_string(weekday->weekday) +
        "-#" + std::to_string(ordinal->value);
    return Read<SaidDay>{day, month->end};
}

MaybeRead<SaidDay> read_bare_weekday(const TimeText& in, std::size_t at) {
    const auto weekday = weekday_word(in.word(at));
    if (!weekday || weekday->plural) return std::nullopt;
    const std::size_t behind =
        in.is(at + 1, ".") && in.text.is_glued(at + 1) && in.word(at).size() < 5 && in.text.is_number(at + 2)
            ? at + 2
            : at + 1;
    if (const auto date = read_date_behind(in, behind)) return date;
    if (const auto day = read_number_behind(in, behind, weekday->weekday)) return day;
    const std::size_t next = in.skip(in.skip(at + 1, {","}), {"of"});
    if (const auto shift = read_week_shift(in, next))
        return Read<SaidDay>{definite_day(weekday_in_week(in, shift->value, weekday->weekday)), shift->end};
    if (is_doubtful_alone(in.word(at)) &&
        !(at > 0 && in.is_any(at - 1, {"on", "by", "until", "and", "or", "-"})))
        return std::nullopt;
    return Read<SaidDay>{weekday_without_week(in, weekday->weekday), at + 1};
}

}  // namespace

MaybeRead<SaidDay> read_weekday(const TimeText& in, std::size_t at) {
    if (const auto day = read_week_first(in, at)) return day;
    if (const auto day = read_nth_weekday(in, at)) return day;
    if (auto day = read_shifted_weekday(in, at)) {
        auto date = read_date_behind(in, day->end);
        if (!date || date->value.month == 0) return day;
        const auto here = day_of(year_of(in.today()), date->value.month, date->value.number);
        if (!here) return day;
        date->value.past = date->value.future = *here;
        return date;
    }
    return read_bare_weekday(in, at);
}

}  // namespace parlance::nlu
