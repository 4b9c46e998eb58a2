#include "nlu/datetime/count_reader.h"
#include "nlu/datetime/day_reader.h"
#include "nlu/datetime/holidays.h"
#include "nlu/datetime/time_lexicon.h"

namespace parlance::nlu {

namespace {

bool is_day_number(int number) {
    return number >= 1 && number <= 31;
}

SaidDay with_year(const TimeText& in, unsigned month, int number, std::size_t& end) {
    const auto day = static_cast<unsigned>(number);
    if (const auto year = read_year_behind(in, end)) {
        end = year->end;
        return day_in_year(year->value, month, day);
    }
    const std::size_t next = in.skip(end, {"of"});
    const auto shift = shift_word(in.word(next));
    if (shift && in.is(next + 1, "year")) {
        end = next + 2;
        return day_in_year(year_of(in.today()) + shift->shift, month, day);
    }
    return day_without_year(in, month, day);
}

// A number that belongs to a time, an amount or a year is no day.
bool starts_something_else(const TimeText& in, std::size_t end) {
    return (in.is(end, ":") && is_digits(in, end + 1)) ||
           in.is_any(end, {"am", "pm", "thousand", "%", "hundred"});
}

// "March [the] 4th", "Oct. 2", "dec31".
MaybeRead<SaidDay> read_month_first(const TimeText& in, std::size_t at) {
    const auto month = month_word(in.word(at));
    if (!month) return std::nullopt;
    const std::size_t next = in.skip(in.skip(at + 1, {".", ","}), {"the"});
    auto number = read_ordinal(in, next);
    if (!number) number = read_cardinal(in, next);
    if (!number || !is_day_number(number->value) || starts_something_else(in, number->end))
        return std::nullopt;
    if (in.is_any(number->end, {"/", "."}) && in.text.is_glued(number->end) && is_digits(in, number->end + 1))
        return std::nullopt;
    std::size_t end = number->end;
    const SaidDay day = with_year(in, *month, number->value, end);
    return Read<SaidDay>{day, end};
}

// "[the] 4th [day] of March", "12 of Nov", "14 nov 2023".
MaybeRead<SaidDay> read_day_first(const TimeText& in, std::size_t at) {
    const bool article = in.is(at, "the");
    const std::size_t start = article ? at + 1 : at;
    const bool in_range = start > 1 && in.is(start - 1, "-") && is_digits(in, start - 2, 2);  // "1-5 march"
    const bool glued = start > 0 && in.text.is_glued(start) && !in_range;
    if (glued && in.is_any(start - 1, {"$", "/", "-", ".", "\u20ac", "\u00a3"})) return std::nullopt;
    auto number = read_ordinal(in, start);
    const bool ordinal = number.has_value();
    if (!number) number = read_cardinal(in, start);
    if (!number || !is_day_number(number->value) || (article && !ordinal)) return std::nullopt;
    std::size_t next = number->end;
    if (in.is(next, "day") && in.is(next + 1, "of")) {
        if (article) return std::nullopt;
        next += 1;
    }
    if (in.is_any(next, {"of", ",", "-", "."})) next = in.skip(next + 1, {"the"});
    const auto month = month_word(in.word(next));
    if (!month) return std::nullopt;
    const bool point = in.is(next + 1, ".") && in.word(next).size() < 5 && read_year(in, next + 2);
    std::size_t end = point ? next + 2 : next + 1;
    const SaidDay day = with_year(in, *month, number->value, end);
    return Read<SaidDay>{day, end};
}

std::optional<int> year_beside(const TimeText& in, std::size_t& end) {
    if (const auto year = read_year_behind(in, end)) {
        end = year->end;
        return year->value;
    }
    const std::size_t next = in.skip(end, {"of"});
    const auto shift = shift_word(in.word(next));
    if (!shift || !in.is(next + 1, "year")) return std::nullopt;
    end = next + 2;
    return year_of(in.today()) + shift->shift;
}

std::string timex_of(const Holiday& holiday, Day future) {
    if (holiday.rule == Holiday::Rule::fixed)
        return date_timex(0, static_cast<unsigned>(holiday.month), static_cast<unsigned>(holiday.day));
    if (holiday.rule == Holiday::Rule::weekday && holiday.offset == 0)
        return "XXXX-" + padded(holiday.month, 2) + "-WXX-" + std::to_string(holiday.weekday) + "-" +
               std::to_string(holiday.day < 0 ? 4 : holiday.day);
    return date_timex(0, month_of(future), day_of_month(future));
}

SaidDay shifted_holiday(const TimeText& in, const Holiday& holiday, int shift) {
    const int year = year_of(in.today());
    if (shift == 0) return definite_day(day_of_holiday(holiday, year));
    const Day here = day_of_holiday(holiday, year);
    if (shift > 0) return definite_day(here > in.today() ? here : day_of_holiday(holiday, year + 1));
    return definite_day(here < in.today() ? here : day_of_holiday(holiday, year - 1));
}

}  // namespace

MaybeRead<SaidDay> read_month_day(const TimeText& in, std::size_t at) {
    if (at > 0 && in.text.is_glued(at) && in.is(at - 1, "$")) return std::nullopt;
    return longer(read_month_first(in, at), read_day_first(in, at));
}

MaybeRead<SaidDay> read_holiday_day(const TimeText& in, std::size_t at) {
    const auto shift = shift_word(in.word(at));
    const auto holiday = read_holiday(in, shift ? at + 1 : at);
    if (!holiday) return std::nullopt;
    if (shift) return Read<SaidDay>{shifted_holiday(in, holiday->value, shift->shift), holiday->end};
    std::size_t end = holiday->end;
    if (const auto year = year_beside(in, end))
        return Read<SaidDay>{definite_day(day_of_holiday(holiday->value, *year)), end};
    const int this_year = year_of(in.today());
    int future = this_year;
    while (Instant(day_of_holiday(holiday->value, future)) < in.now) ++future;
    SaidDay day;
    day.future = day_of_holiday(holiday->value, future);
    day.past = day_of_holiday(holiday->value, future - 1);
    day.timex = timex_of(holiday->value, day.future);
    return Read<SaidDay>{day, end};
}

}  // namespace parlance::nlu
