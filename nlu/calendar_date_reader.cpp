#include <array>
#include <charconv>
#include <cstdlib>

#include "nlu/date_reader.h"
#include "nlu/date_words.h"
#include "nlu/number_words.h"

namespace parlance::nlu {

namespace {

bool is_plain(std::string_view digits) {
    return !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
}

int to_int(std::string_view digits) {
    int value = -1;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() && end == digits.data() + digits.size() ? value : -1;
}

// A year in two or four digits; -1 when it is none.
int year_from(std::string_view digits) {
    if (!is_plain(digits) || (digits.size() != 2 && digits.size() != 4)) return -1;
    const int value = to_int(digits);
    if (digits.size() == 2) return value < 70 ? 2000 + value : 1900 + value;
    return value >= 1600 && value <= 2999 ? value : -1;
}

// A year that stands alone: four digits of this or the last century.
int lone_year(const TokenizedText& text, std::size_t at) {
    const std::string_view digits = text.text(at);
    if (!text.is_number(at) || digits.size() != 4 || !(digits.starts_with("19") || digits.starts_with("20")))
        return -1;
    const bool has_suffix = text.is_glued(at + 1) && (text.is_word(at + 1) || text.is(at + 1, "%"));
    return has_suffix ? -1 : year_from(digits);
}

DateReading day_reading(const CalendarDate& date, std::size_t begin, std::size_t end, bool has_year) {
    return {{date, date}, begin, end, true, has_year};
}

// The day without a year that the speaker most likely means.
std::optional<CalendarDate> nearest_day(unsigned month, unsigned day, const DateFrame& frame) {
    const int year = year_of(frame.today);
    const std::array<int, 9> ahead{0, 1, 2, 3, 4, 5, 6, 7, 8};  // 29 February may be eight years away
    for (const int step : ahead) {
        const auto date = make_date(frame.of_past ? year - step : year + step, month, day);
        if (date && (frame.of_past ? *date <= frame.today : *date >= frame.today)) return date;
    }
    return std::nullopt;
}

// The numbers of "20/11/2026" in the order of day, month, year, or the other where only that makes a day.
std::optional<CalendarDate> ordered_date(int day, int month, int year) {
    if (auto date = make_date(year, static_cast<unsigned>(month), static_cast<unsigned>(day))) return date;
    return make_date(year, static_cast<unsigned>(day), static_cast<unsigned>(month));
}

// "20.11.2026", "20.11.26": one token, because points between digits belong to numbers.
std::optional<DateReading> read_points(const TokenizedText& text, std::size_t at, const DateFrame& frame) {
    const std::string_view digits = text.text(at);
    const std::size_t one = digits.find('.');
    if (one == std::string_view::npos || digits.find_first_of(",'") != std::string_view::npos)
        return std::nullopt;
    const std::size_t two = digits.find('.', one + 1);
    const int first = to_int(digits.substr(0, one));
    if (two == std::string_view::npos) {
        // "20.11." or, after a word that wants a date, "20.11"
        const int month = to_int(digits.substr(one + 1));
        const bool point = text.is(at + 1, ".") && text.is_glued(at + 1);
        if (!point || first < 1 || month < 1) return std::nullopt;
        const auto date = nearest_day(static_cast<unsigned>(month), static_cast<unsigned>(first), frame);
        return date ? std::optional(day_reading(*date, at, at + 2, false)) : std::nullopt;
    }
    const int second = to_int(digits.substr(one + 1, two - one - 1));
    const std::string_view last = digits.substr(two + 1);
    if (one == 4) {
        const auto date =
            make_date(first, static_cast<unsigned>(second), static_cast<unsigned>(to_int(last)));
        return date ? std::optional(day_reading(*date, at, at + 1, true)) : std::nullopt;
    }
    const auto date = ordered_date(first, second, year_from(last));
    return date ? std::optional(day_reading(*date, at, at + 1, true)) : std::nullopt;
}

// "2026-11-20", "20/11/2026", "20-11-26", "20/11".
std::optional<DateReading> read_separated(const TokenizedText& text, std::size_t at, const DateFrame& frame) {
    const std::string separator(text.text(at + 1));
    if (separator != "/" && separator != "-") return std::nullopt;
    if (!text.is_glued(at + 1) || !text.is_glued(at + 2) || !text.is_number(at + 2)) return std::nullopt;
    const std::string_view first = text.text(at);
    const std::string_view second = text.text(at + 2);
    if (!is_plain(first) || !is_plain(second)) return std::nullopt;
    const bool three = text.is(at + 3, separator) && text.is_glued(at + 3) && text.is_glued(at + 4) &&
                       text.is_number(at + 4) && is_plain(text.text(at + 4));
    if (three) {
        const std::string_view third = text.text(at + 4);
        const auto date = first.size() == 4 ? make_date(to_int(first), static_cast<unsigned>(to_int(second)),
                                                        static_cast<unsigned>(to_int(third)))
                                            : ordered_date(to_int(first), to_int(second), year_from(third));
        return date ? std::optional(day_reading(*date, at, at + 5, true)) : std::nullopt;
    }
    // Two numbers: a day only with a slash, and not what looks like a fraction or "24/7".
    if (separator != "/" || first.size() > 2 || second.size() > 2) return std::nullopt;
    const int one = to_int(first);
    const int two = to_int(second);
    const bool fraction = (one == 24 && two == 7) || (one < two && two <= 4) || (one == 50 && two == 50);
    if (fraction || text.is(at + 3, "/")) return std::nullopt;
    const auto some_year = ordered_date(one, two, 2024);  // a leap year: every day exists
    if (!some_year) return std::nullopt;
    const auto date = nearest_day(month_of(*some_year), static_cast<unsigned>(some_year->day.day()), frame);
    return date ? std::optional(day_reading(*date, at, at + 3, false)) : std::nullopt;
}

// The year behind a day and month: "2026", ", 2026", "'26".
struct YearReading {
    int year = -1;
    std::size_t end = 0;
};

YearReading read_year_behind(const TokenizedText& text, std::size_t at) {
    std::size_t next = at;
    if (text.is(next, ",") || text.is(next, ".") || text.is(next, "'")) ++next;
    if (!text.is_number(next)) return {};
    const bool short_form = text.is(next - 1, "'") && text.is_glued(next) && text.text(next).size() == 2;
    const int year = short_form ? year_from(text.text(next)) : lone_year(text, next);
    return {year, next + 1};
}

std::optional<DateReading> with_year(const TokenizedText& text, unsigned month, unsigned day,
                                     std::size_t begin, std::size_t end, const DateFrame& frame) {
    const YearReading said = read_year_behind(text, end);
    const auto date = said.year > 0 ? make_date(said.year, month, day) : nearest_day(month, day, frame);
    if (!date) return std::nullopt;
    return day_reading(*date, begin, said.year > 0 ? said.end : end, said.year > 0);
}

// "20 November", "20. November 2026".
std::optional<DateReading> read_day_month(const TokenizedText& text, std::size_t at, const DateFrame& frame) {
    const auto day = read_day_of_month(text, at);
    if (!day) return std::nullopt;
    std::size_t next = day->end;
    if (text.is(next, "-") || text.is(next, "/")) ++next;
    const auto month = month_named(text.text(next));
    if (!month) return std::nullopt;
    std::size_t end = next + 1;
    if (text.is(end, "-") && text.is_glued(end) && lone_year(text, end + 1) > 0)
        ++end;
    else if (text.is(end, ".") && text.is_number(end + 1))
        ++end;
    return with_year(text, *month, day->day, at, end, frame);
}

DateRange nearest_month(unsigned month, const DateFrame& frame) {
    const int year = year_of(frame.today);
    const DateRange range = month_range(year, month);
    if (frame.of_past && range.first > frame.today) return month_range(year - 1, month);
    if (!frame.of_past && range.last < frame.today) return month_range(year + 1, month);
    return range;
}

// Words before a number that make a year of it.
bool wants_date(std::string_view word) {
    static constexpr std::array<std::string_view, 9> words{"in",  "im",       "seit", "bis", "ab",
                                                           "vom", "f\u00fcr", "vor",  "nach"};
    for (const std::string_view one : words) {
        if (one == word) return true;
    }
    return false;
}

// "Maerz 2026", "im November".
std::optional<DateReading> read_month(const TokenizedText& text, std::size_t at, const DateFrame& frame) {
    const auto month = month_named(text.text(at));
    // "31 february": a day that the month lacks makes no month of it.
    const bool impossible_day = at > 0 && text.is_number(at - 1) && text.text(at - 1).size() <= 2;
    if (!month || impossible_day) return std::nullopt;
    std::size_t next = at + 1;
    if (text.is(next, "-") && text.is_glued(next)) ++next;
    const YearReading said = read_year_behind(text, next);
    if (said.year > 0) return DateReading{month_range(said.year, *month), at, said.end, false, true};
    return DateReading{nearest_month(*month, frame), at, at + 1, false, false};
}

// "in 2025", "Jahr 2024", "seit 2020".
std::optional<DateReading> read_year(const TokenizedText& text, std::size_t at, const DateFrame& frame) {
    const int year = lone_year(text, at);
    if (year < 0 || at == 0 || text.is_glued(at)) return std::nullopt;
    const std::string_view before = text.text(at - 1);
    const bool named = before == "jahr" || before == "jahre" || before == "jahres" || before == "anfang" ||
                       before == "ende" || before == "mitte";
    if (!named && !wants_date(before)) return std::nullopt;
    if (before == "f\u00fcr") {
        // An amount is as likely: only years near today.
        if (std::abs(year - year_of(frame.today)) > 50) return std::nullopt;
    }
    return DateReading{year_range(year), at, at + 1, false, true};
}

// "Q3", "q1 2026", "drittes Quartal".
std::optional<DateReading> read_quarter(const TokenizedText& text, std::size_t at, const DateFrame& frame) {
    unsigned quarter = 0;
    std::size_t end = at + 2;
    if (text.is(at, "q") && text.is_glued(at + 1) && text.text(at + 1).size() == 1) {
        quarter = static_cast<unsigned>(std::max(to_int(text.text(at + 1)), 0));
    } else {
        const auto number = german_ordinal(text.text(at));
        if (number && period_named(text.text(at + 1)) == Period::quarter)
            quarter = static_cast<unsigned>(*number);
    }
    if (quarter < 1 || quarter > 4) return std::nullopt;
    const YearReading said = read_year_behind(text, end);
    const int year = said.year > 0 ? said.year : year_of(frame.today);
    return DateReading{quarter_range(year, quarter), at, said.year > 0 ? said.end : end, false,
                       said.year > 0};
}

}  // namespace

std::optional<DayOfMonth> read_day_of_month(const TokenizedText& text, std::size_t at) {
    if (!text.is_number(at)) {
        const auto day = german_ordinal(text.text(at));
        return day ? std::optional(DayOfMonth{static_cast<unsigned>(*day), at + 1, true}) : std::nullopt;
    }
    const int day = text.text(at).size() <= 2 && is_plain(text.text(at)) ? to_int(text.text(at)) : 0;
    if (day < 1 || day > 31) return std::nullopt;
    DayOfMonth result{static_cast<unsigned>(day), at + 1, false};
    if (text.is(at + 1, ".") && text.is_glued(at + 1)) {
        result.ordinal = true;
        ++result.end;
    } else if (text.is_word(at + 1) && text.is_glued(at + 1) && !month_named(text.text(at + 1))) {
        return std::nullopt;
    }
    return result;
}

std::optional<DateReading> read_calendar_date(const TokenizedText& text, std::size_t at,
                                              const DateFrame& frame) {
    if (text.is_number(at)) {
        if (const auto date = read_points(text, at, frame)) return date;
        if (const auto date = read_separated(text, at, frame)) return date;
    }
    if (const auto date = read_day_month(text, at, frame)) return date;
    if (text.is_number(at)) return read_year(text, at, frame);
    if (const auto date = read_month(text, at, frame)) return date;
    return read_quarter(text, at, frame);
}

}  // namespace parlance::nlu
