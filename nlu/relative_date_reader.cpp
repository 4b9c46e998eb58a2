#include <array>

#include "nlu/date_reader.h"
#include "nlu/date_words.h"
#include "nlu/duration_reader.h"

namespace parlance::nlu {

namespace {

DateReading day_reading(const CalendarDate& date, std::size_t begin, std::size_t end) {
    return {{date, date}, begin, end, true, true};
}

DateReading range_reading(const DateRange& range, std::size_t begin, std::size_t end) {
    return {range, begin, end, false, true};
}

// "june next year", "Mai letzten Jahres".
std::optional<DateReading> read_month_of_year(const TokenizedText& text, std::size_t at,
                                              const DateFrame& frame) {
    const auto month = month_named(text.text(at), frame.language);
    const std::size_t next = text.is(at + 1, "of") ? at + 2 : at + 1;
    const auto shift = shift_named(text.text(next), frame.language);
    if (!month || !shift || period_named(text.text(next + 1), frame.language) != Period::year)
        return std::nullopt;
    return range_reading(month_range(year_of(frame.today) + *shift, *month), at, next + 2);
}

// "today", "tomorrow", "the day after tomorrow", "gestern".
std::optional<DateReading> read_day_word(const TokenizedText& text, std::size_t at, const DateFrame& frame) {
    if (frame.language != "de") {
        const std::size_t day = text.is(at, "the") ? at + 1 : at;
        if (text.is(day, "day") && text.is(day + 1, "after") && text.is(day + 2, "tomorrow")) {
            return day_reading(plus_days(frame.today, 2), at, day + 3);
        }
        if (text.is(day, "day") && text.is(day + 1, "before") && text.is(day + 2, "yesterday")) {
            return day_reading(plus_days(frame.today, -2), at, day + 3);
        }
    }
    const auto offset = day_offset_named(text.text(at), frame.language);
    if (!offset) return std::nullopt;
    // "guten Morgen", "am Morgen", "heute Morgen"
    const std::string_view before = at > 0 ? text.text(at - 1) : std::string_view();
    const bool time_of_day =
        text.is(at, "morgen") && (before.starts_with("gut") || before == "am" || before == "heute" ||
                                  before == "gestern" || before == "jeden");
    if (time_of_day) return std::nullopt;
    return day_reading(plus_days(frame.today, *offset), at, at + 1);
}

// The weekday that "next friday", "last friday" or "friday" means.
CalendarDate weekday_meant(std::chrono::weekday weekday, std::optional<int> shift, const DateFrame& frame) {
    if (shift == 1) {
        const CalendarDate sunday = period_around(Period::week, frame.today, 0).last;
        return weekday_after(sunday, weekday);
    }
    if (shift == -1 || (!shift && frame.of_past)) return weekday_before(frame.today, weekday);
    return weekday_after(frame.today, weekday);
}

std::optional<DateReading> read_weekday(const TokenizedText& text, std::size_t at, const DateFrame& frame) {
    const auto weekday = weekday_named(text.text(at), frame.language);
    if (!weekday) return std::nullopt;
    const bool doubtful = is_doubtful_name(text.text(at), frame.language);
    const bool announced =
        at > 0 && (text.is(at - 1, "on") || text.is(at - 1, "by") || text.is(at - 1, "until"));
    if (doubtful && !announced) return std::nullopt;
    // "friday next week", "Freitag n\u00e4chster Woche"
    const auto shift = shift_named(text.text(at + 1), frame.language);
    if (shift && period_named(text.text(at + 2), frame.language) == Period::week) {
        const CalendarDate monday = period_around(Period::week, frame.today, *shift).first;
        return day_reading(weekday_after(plus_days(monday, -1), *weekday), at, at + 3);
    }
    return day_reading(weekday_meant(*weekday, std::nullopt, frame), at, at + 1);
}

DateRange counted_range(const Duration& duration, int shift, const CalendarDate& today) {
    const CalendarDate other = plus_duration(today, duration, shift);
    return shift < 0 ? DateRange{other, today} : DateRange{today, other};
}

// "next friday", "last month", "this year", "the last 3 months", "next march".
std::optional<DateReading> read_shifted(const TokenizedText& text, std::size_t at, const DateFrame& frame) {
    const auto shift = shift_named(text.text(at), frame.language);
    if (!shift) return std::nullopt;
    const std::size_t next = at + 1;
    if (const auto weekday = weekday_named(text.text(next), frame.language)) {
        // "the coming friday" is the first to come, "next friday" is next week's.
        const bool coming = text.text(at).ends_with("coming") || text.text(at).starts_with("kommende");
        return day_reading(weekday_meant(*weekday, coming ? 0 : *shift, frame), at, next + 1);
    }
    if (const auto period = period_named(text.text(next), frame.language)) {
        return range_reading(period_around(*period, frame.today, *shift), at, next + 1);
    }
    if (const auto month = month_named(text.text(next), frame.language)) {
        DateRange range = month_range(year_of(frame.today), *month);
        if (*shift > 0 && range.first <= frame.today) range = month_range(year_of(frame.today) + 1, *month);
        if (*shift < 0 && range.last >= frame.today) range = month_range(year_of(frame.today) - 1, *month);
        return range_reading(range, at, next + 1);
    }
    if (*shift == 0) return std::nullopt;
    const std::size_t few = text.is(next, "few") ? next + 1 : next;
    if (few > next && (text.is(few, "days") || text.is(few, "weeks") || text.is(few, "months"))) {
        Duration three;
        three.of(text.is(few, "days")    ? TimeUnit::day
                 : text.is(few, "weeks") ? TimeUnit::week
                                         : TimeUnit::month) = 3;
        return range_reading(counted_range(three, *shift, frame.today), at, few + 1);
    }
    const auto duration = read_duration(text, next, frame.language);
    if (!duration || !duration->duration.has_days_or_more()) return std::nullopt;
    return range_reading(counted_range(duration->duration, *shift, frame.today), at, duration->end);
}

// "in two weeks", "3 days ago", "two weeks from now", "vor drei Tagen", "within 30 days".
std::optional<DateReading> read_distance(const TokenizedText& text, std::size_t at, const DateFrame& frame) {
    const bool german = frame.language == "de";
    const bool ahead = text.is(at, "in");
    const bool back = german && text.is(at, "vor");
    const bool within = text.is(at, "within") || (german && text.is(at, "innerhalb"));
    std::size_t start = ahead || back || within ? at + 1 : at;
    if (within && (text.is(start, "the") || text.is(start, "next") || text.is(start, "von"))) ++start;
    const auto duration = read_duration(text, start, frame.language);
    if (!duration || !duration->duration.has_days_or_more()) return std::nullopt;
    const auto day = [&](int sign, std::size_t end) {
        return day_reading(plus_duration(frame.today, duration->duration, sign), at, end);
    };
    if (within) return range_reading(counted_range(duration->duration, 1, frame.today), at, duration->end);
    if (ahead) return day(1, duration->end);
    if (back) return day(-1, duration->end);
    const std::size_t next = duration->end;
    if (text.is(next, "ago") || text.is(next, "earlier")) return day(-1, next + 1);
    if (text.is(next, "from") && (text.is(next + 1, "now") || text.is(next + 1, "today")))
        return day(1, next + 2);
    if (text.is(next, "from") && text.is(next + 1, "tomorrow")) {
        const CalendarDate tomorrow = plus_days(frame.today, 1);
        return day_reading(plus_duration(tomorrow, duration->duration, 1), at, next + 2);
    }
    if (text.is(next, "hence") || text.is(next, "later")) return day(1, next + 1);
    return std::nullopt;
}

enum class Edge { start, middle, end };

std::optional<Edge> edge_named(std::string_view word) {
    if (word == "end" || word == "ende") return Edge::end;
    if (word == "start" || word == "beginning" || word == "anfang" || word == "beginn") return Edge::start;
    if (word == "middle" || word == "mid" || word == "mitte") return Edge::middle;
    return std::nullopt;
}

CalendarDate edge_of(const DateRange& range, Edge edge) {
    if (edge == Edge::start) return range.first;
    if (edge == Edge::end) return range.last;
    return plus_days(range.first, days_between(range.first, range.last) / 2);
}

// "end of the month", "beginning of next year", "Ende Mai", "Anfang 2027", "Monatsende".
std::optional<DateReading> read_edge(const TokenizedText& text, std::size_t at, const DateFrame& frame) {
    if (text.is(at, "monatsende") || text.is(at, "jahresende")) {
        const Period period = text.is(at, "monatsende") ? Period::month : Period::year;
        return day_reading(period_around(period, frame.today, 0).last, at, at + 1);
    }
    const auto edge = edge_named(text.text(at));
    if (!edge) return std::nullopt;
    std::size_t next = at + 1;
    if (text.is(next, "of")) ++next;
    if (text.is(next, "the") || text.is(next, "des") || text.is(next, "der")) ++next;
    if (const auto period = period_named(text.text(next), frame.language)) {
        return day_reading(edge_of(period_around(*period, frame.today, 0), *edge), at, next + 1);
    }
    if (const auto shifted = read_shifted(text, next, frame); shifted && !shifted->is_day) {
        return day_reading(edge_of(shifted->range, *edge), at, shifted->end);
    }
    const auto named = read_calendar_date(text, next, frame);
    if (!named || named->is_day) return std::nullopt;
    DateReading reading = day_reading(edge_of(named->range, *edge), at, named->end);
    reading.has_year = named->has_year;
    return reading;
}

// "the 20th", "on the 1st of next month".
std::optional<DateReading> read_lone_day(const TokenizedText& text, std::size_t at, const DateFrame& frame) {
    const bool article = text.is(at, "the") || text.is(at, "am") || text.is(at, "zum") || text.is(at, "vom");
    if (!article || (text.is(at, "the") && !text.is_number(at + 1))) return std::nullopt;
    const auto day = read_day_of_month(text, at + 1, frame.language);
    if (!day || !day->ordinal || month_named(text.text(day->end), frame.language)) return std::nullopt;
    std::size_t end = day->end;
    std::size_t next = text.is(end, "of") ? end + 1 : end;
    if (text.is(next, "the") || text.is(next, "des")) ++next;
    const auto shift = shift_named(text.text(next), frame.language);
    const std::size_t noun = shift ? next + 1 : next;
    const bool names_month = next > end - 1 && period_named(text.text(noun), frame.language) == Period::month;
    CalendarDate month = period_around(Period::month, frame.today, 0).first;
    if (names_month) {
        month = plus_months(month, shift.value_or(0));
        end = noun + 1;
    }
    for (int step = 0; step < 3; ++step) {
        const auto date = make_date(year_of(month), month_of(month), day->day);
        const bool fits =
            date && (names_month || (frame.of_past ? *date <= frame.today : *date >= frame.today));
        if (fits) return day_reading(*date, at, end);
        month = plus_months(month, frame.of_past ? -1 : 1);
    }
    return std::nullopt;
}

// "this year so far", "year to date", "ytd".
std::optional<DateReading> read_to_date(const TokenizedText& text, std::size_t at, const DateFrame& frame) {
    const auto until_today = [&](Period period, std::size_t end) {
        return range_reading({period_around(period, frame.today, 0).first, frame.today}, at, end);
    };
    if (text.is(at, "ytd")) return until_today(Period::year, at + 1);
    const auto period = period_named(text.text(at), frame.language);
    if (period && text.is(at + 1, "to") && text.is(at + 2, "date")) return until_today(*period, at + 3);
    if (text.is(at, "so") && text.is(at + 1, "far") && text.is(at + 2, "this")) {
        if (const auto named = period_named(text.text(at + 3), frame.language))
            return until_today(*named, at + 4);
    }
    return std::nullopt;
}

}  // namespace

std::optional<DateReading> read_relative_date(const TokenizedText& text, std::size_t at,
                                              const DateFrame& frame) {
    using Reader = std::optional<DateReading> (*)(const TokenizedText&, std::size_t, const DateFrame&);
    constexpr std::array<Reader, 8> readers{read_month_of_year, read_day_word, read_shifted,  read_weekday,
                                            read_distance,      read_edge,     read_lone_day, read_to_date};
    for (const Reader reader : readers) {
        if (const auto reading = reader(text, at, frame)) return reading;
    }
    return std::nullopt;
}

}  // namespace parlance::nlu
