#include <algorithm>
#include <array>

#include "nlu/date_reader.h"
#include "nlu/date_words.h"

namespace parlance::nlu {

namespace {

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 3> openers{"zwischen", "vom", "von"};
constexpr std::array<std::string_view, 3> joints{"-", "bis", "und"};

// "Freitag, 20.11.2026": the day's name adds nothing.
std::optional<DateReading> read_named_day(const TokenizedText& text, std::size_t at, const DateFrame& frame) {
    if (!weekday_named(text.text(at))) return std::nullopt;
    std::size_t next = at + 1;
    if (text.is(next, ",") || text.is(next, ".")) ++next;
    if (text.is(next, "der") || text.is(next, "den")) ++next;
    auto date = read_calendar_date(text, next, frame);
    if (!date || !date->is_day) return std::nullopt;
    date->begin = at;
    return date;
}

std::optional<DateReading> read_one(const TokenizedText& text, std::size_t at, const DateFrame& frame) {
    if (const auto date = read_named_day(text, at, frame)) return date;
    auto relative = read_relative_date(text, at, frame);
    auto named = read_calendar_date(text, at, frame);
    if (!relative) return named;
    if (!named) return relative;
    return named->end > relative->end ? named : relative;
}

// Where the second end starts: behind the joint, and an article or preposition.
std::optional<std::size_t> behind_joint(const TokenizedText& text, std::size_t at, bool opened) {
    const std::string_view word = text.text(at);
    if (!is_one_of(joints, word)) return std::nullopt;
    // "und" joins two ends only after "zwischen".
    if (word == "und" && !opened) return std::nullopt;
    std::size_t next = at + 1;
    if (text.is(next, "zum")) ++next;
    return next;
}

// Puts a bare day into the month and year of a full date.
std::optional<CalendarDate> day_in_month_of(unsigned day, const CalendarDate& date) {
    return make_date(year_of(date), month_of(date), day);
}

std::optional<DateReading> from_to(const DateReading& first, DateReading last, std::size_t begin) {
    if (last.range.last < first.range.first && !last.has_year) {
        last.range = {plus_months(last.range.first, 12), plus_months(last.range.last, 12)};
    }
    DateRange range{first.range.first, last.range.last};
    if (range.last < range.first && !first.has_year) range.first = plus_months(range.first, -12);
    if (range.last < range.first) return std::nullopt;
    return DateReading{range, begin, last.end, false, last.has_year};
}

// A full date first: "vom 1. Maerz bis 5. April".
std::optional<DateReading> read_full_first(const TokenizedText& text, std::size_t at, std::size_t begin,
                                           bool opened, const DateFrame& frame) {
    const auto first = read_one(text, at, frame);
    if (!first) return std::nullopt;
    const auto second_at = behind_joint(text, first->end, opened);
    if (!second_at) return std::nullopt;
    if (const auto last = read_one(text, *second_at, frame)) return from_to(*first, *last, begin);
    const auto day = read_day_of_month(text, *second_at);
    if (!day || !first->is_day) return std::nullopt;
    const auto date = day_in_month_of(day->day, first->range.first);
    if (!date || *date < first->range.first) return std::nullopt;
    return DateReading{{first->range.first, *date}, begin, day->end, false, first->has_year};
}

// A bare day first: "vom 1. bis 5. Maerz".
std::optional<DateReading> read_day_first(const TokenizedText& text, std::size_t at, std::size_t begin,
                                          bool opened, const DateFrame& frame) {
    const std::size_t start = text.is(at, "dem") ? at + 1 : at;
    const auto day = read_day_of_month(text, start);
    if (!day) return std::nullopt;
    auto second_at = behind_joint(text, day->end, opened);
    if (second_at && text.is(*second_at, "dem")) ++*second_at;
    const auto last = second_at ? read_calendar_date(text, *second_at, frame) : std::nullopt;
    if (!last || !last->is_day) return std::nullopt;
    const auto date = day_in_month_of(day->day, last->range.first);
    if (!date || *date > last->range.first) return std::nullopt;
    return DateReading{{*date, last->range.first}, begin, last->end, false, last->has_year};
}

// "5.-10. Maerz" joins without an opener.
std::optional<DateReading> read_two_ends(const TokenizedText& text, std::size_t at, const DateFrame& frame) {
    const bool opened = is_one_of(openers, text.text(at));
    const std::size_t start = opened ? at + 1 : at;
    if (const auto range = read_full_first(text, start, at, opened, frame)) return range;
    return read_day_first(text, start, at, opened, frame);
}

// "seit Montag", "seit 2024", "seit drei Monaten": until today.
std::optional<DateReading> read_since(const TokenizedText& text, std::size_t at, const DateFrame& frame) {
    if (!text.is(at, "seit")) return std::nullopt;
    DateFrame past = frame;
    past.of_past = true;
    std::size_t next = at + 1;
    if (text.is(next, "dem")) ++next;
    const auto from = read_one(text, next, past);
    if (from && from->range.first <= frame.today) {
        return DateReading{{from->range.first, frame.today}, at, from->end, false, true};
    }
    const auto duration = read_duration(text, next);
    if (!duration || !duration->duration.has_days_or_more()) return std::nullopt;
    const CalendarDate first = plus_duration(frame.today, duration->duration, -1);
    return DateReading{{first, frame.today}, at, duration->end, false, true};
}

}  // namespace

std::optional<DateReading> read_date_range(const TokenizedText& text, std::size_t at,
                                           const DateFrame& frame) {
    if (const auto range = read_since(text, at, frame)) return range;
    return read_two_ends(text, at, frame);
}

std::optional<DateReading> read_date(const TokenizedText& text, std::size_t at, const DateFrame& frame) {
    if (const auto range = read_date_range(text, at, frame)) return range;
    return read_one(text, at, frame);
}

}  // namespace parlance::nlu
