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

// "Mai letzten Jahres".
std::optional<DateReading> read_month_of_year(const TokenizedText& text, std::size_t at,
                                              const DateFrame& frame) {
    const auto month = month_named(text.text(at));
    const std::size_t next = at + 1;
    const auto shift = shift_named(text.text(next));
    if (!month || !shift || period_named(text.text(next + 1)) != Period::year) return std::nullopt;
    return range_reading(month_range(year_of(frame.today) + *shift, *month), at, next + 2);
}

// "heute", "morgen", "gestern".
std::optional<DateReading> read_day_word(const TokenizedText& text, std::size_t at, const DateFrame& frame) {
    const auto offset = day_offset_named(text.text(at));
    if (!offset) return std::nullopt;
    // "guten Morgen", "am Morgen", "heute Morgen"
    const std::string_view before = at > 0 ? text.text(at - 1) : std::string_view();
    const bool time_of_day =
        text.is(at, "morgen") && (before.starts_with("gut") || before == "am" || before == "heute" ||
                                  before == "gestern" || before == "jeden");
    if (time_of_day) return std::nullopt;
    return day_reading(plus_days(frame.today, *offset), at, at + 1);
}

// The weekday that "naechsten Freitag", "letzten Freitag" or "Freitag" means.
CalendarDate weekday_meant(std::chrono::weekday weekday, std::optional<int> shift, const DateFrame& frame) {
    if (shift == 1) {
        const CalendarDate sunday = period_around(Period::week, frame.today, 0).last;
        return weekday_after(sunday, weekday);
    }
    if (shift == -1 || (!shift && frame.of_past)) return weekday_before(frame.today, weekday);
    return weekday_after(frame.today, weekday);
}

std::optional<DateReading> read_weekday(const TokenizedText& text, std::size_t at, const DateFrame& frame) {
    const auto weekday = weekday_named(text.text(at));
    if (!weekday) return std::nullopt;
    // "Freitag n\u00e4chster Woche"
    const auto shift = shift_named(text.text(at + 1));
    if (shift && period_named(text.text(at + 2)) == Period::week) {
        const CalendarDate monday = period_around(Period::week, frame.today, *shift).first;
        return day_reading(weekday_after(plus_days(monday, -1), *weekday), at, at + 3);
    }
    return day_reading(weekday_meant(*weekday, std::nullopt, frame), at, at + 1);
}

DateRange counted_range(const Duration& duration, int shift, const CalendarDate& today) {
    const CalendarDate other = plus_duration(today, duration, shift);
    return shift < 0 ? DateRange{other, today} : DateRange{today, other};
}

// "letzten Monat", "dieses Jahr", "die letzten drei Monate".
std::optional<DateReading> read_shifted(const TokenizedText& text, std::size_t at, const DateFrame& frame) {
    const auto shift = shift_named(text.text(at));
    if (!shift) return std::nullopt;
    const std::size_t next = at + 1;
    if (const auto weekday = weekday_named(text.text(next))) {
        // "kommenden Freitag" is the first to come, "naechsten Freitag" is next week's.
        const bool coming = text.text(at).starts_with("kommende");
        return day_reading(weekday_meant(*weekday, coming ? 0 : *shift, frame), at, next + 1);
    }
    if (const auto period = period_named(text.text(next))) {
        return range_reading(period_around(*period, frame.today, *shift), at, next + 1);
    }
    if (const auto month = month_named(text.text(next))) {
        DateRange range = month_range(year_of(frame.today), *month);
        if (*shift > 0 && range.first <= frame.today) range = month_range(year_of(frame.today) + 1, *month);
        if (*shift < 0 && range.last >= frame.today) range = month_range(year_of(frame.today) - 1, *month);
        return range_reading(range, at, next + 1);
    }
    if (*shift == 0) return std::nullopt;
    const auto duration = read_duration(text, next);
    if (!duration || !duration->duration.has_days_or_more()) return std::nullopt;
    return range_reading(counted_range(duration->duration, *shift, frame.today), at, duration->end);
}

// "in zwei Wochen", "vor drei Tagen", "innerhalb von 30 Tagen".
std::optional<DateReading> read_distance(const TokenizedText& text, std::size_t at, const DateFrame& frame) {
    const bool back = text.is(at, "vor");
    const bool within = text.is(at, "innerhalb");
    if (!back && !within && !text.is(at, "in")) return std::nullopt;
    const std::size_t start = within && text.is(at + 1, "von") ? at + 2 : at + 1;
    const auto duration = read_duration(text, start);
    if (!duration || !duration->duration.has_days_or_more()) return std::nullopt;
    if (within) return range_reading(counted_range(duration->duration, 1, frame.today), at, duration->end);
    return day_reading(plus_duration(frame.today, duration->duration, back ? -1 : 1), at, duration->end);
}

enum class Edge { start, middle, end };

std::optional<Edge> edge_named(std::string_view word) {
    if (word == "ende") return Edge::end;
    if (word == "anfang" || word == "beginn") return Edge::start;
    if (word == "mitte") return Edge::middle;
    return std::nullopt;
}

CalendarDate edge_of(const DateRange& range, Edge edge) {
    if (edge == Edge::start) return range.first;
    if (edge == Edge::end) return range.last;
    return plus_days(range.first, days_between(range.first, range.last) / 2);
}

// "Ende Mai", "Anfang 2027", "Monatsende".
std::optional<DateReading> read_edge(const TokenizedText& text, std::size_t at, const DateFrame& frame) {
    if (text.is(at, "monatsende") || text.is(at, "jahresende")) {
        const Period period = text.is(at, "monatsende") ? Period::month : Period::year;
        return day_reading(period_around(period, frame.today, 0).last, at, at + 1);
    }
    const auto edge = edge_named(text.text(at));
    if (!edge) return std::nullopt;
    std::size_t next = at + 1;
    if (text.is(next, "des") || text.is(next, "der")) ++next;
    if (const auto period = period_named(text.text(next))) {
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

// "am 20.", "zum 1. des naechsten Monats".
std::optional<DateReading> read_lone_day(const TokenizedText& text, std::size_t at, const DateFrame& frame) {
    const bool article = text.is(at, "am") || text.is(at, "zum") || text.is(at, "vom");
    if (!article) return std::nullopt;
    const auto day = read_day_of_month(text, at + 1);
    if (!day || !day->ordinal || month_named(text.text(day->end))) return std::nullopt;
    std::size_t end = day->end;
    const std::size_t next = text.is(end, "des") ? end + 1 : end;
    const auto shift = shift_named(text.text(next));
    const std::size_t noun = shift ? next + 1 : next;
    const bool names_month = period_named(text.text(noun)) == Period::month;
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

}  // namespace

std::optional<DateReading> read_relative_date(const TokenizedText& text, std::size_t at,
                                              const DateFrame& frame) {
    using Reader = std::optional<DateReading> (*)(const TokenizedText&, std::size_t, const DateFrame&);
    constexpr std::array<Reader, 7> readers{read_month_of_year, read_day_word, read_shifted, read_weekday,
                                            read_distance,      read_edge,     read_lone_day};
    for (const Reader reader : readers) {
        if (const auto reading = reader(text, at, frame)) return reading;
    }
    return std::nullopt;
}

}  // namespace parlance::nlu
