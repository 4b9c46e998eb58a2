#include <array>

#include "nlu/datetime/count_reader.h"
#include "nlu/datetime/day_reader.h"
#include "nlu/datetime/time_lexicon.h"

namespace parlance::nlu {

namespace {

// A field of a date: a number with its count of digits, or a month by its name.
struct Field {
    int number = 0;
    std::size_t digits = 0;  // 0: a name
    bool is_name() const { return digits == 0; }
    bool is_year() const { return digits == 4; }
    bool is_small() const { return digits == 1 || digits == 2; }
};

struct Fields {
    std::array<Field, 3> field;
    std::size_t count = 0;
    char separator = 0;
    std::size_t end = 0;
};

std::optional<Field> field_at(const TimeText& in, std::size_t at) {
    if (is_digits(in, at)) return Field{digits_at(in, at), in.word(at).size()};
    if (const auto month = month_word(in.word(at))) return Field{static_cast<int>(*month), 0};
    return std::nullopt;
}

// "23.04.2022" is one token.
std::optional<Fields> fields_between_points(const TimeText& in, std::size_t at) {
    Fields fields{{}, 0, '.', at + 1};
    Field field;
    for (const char each : in.word(at)) {
        if (each == '.') {
            if (field.digits == 0 || fields.count == 2) return std::nullopt;
            fields.field[fields.count++] = field;
            field = {};
        } else if (each < '0' || each > '9' || field.digits == 4) {
            return std::nullopt;
        } else {
            field = {field.number * 10 + (each - '0'), field.digits + 1};
        }
    }
    fields.field[fields.count++] = field;
    if (fields.count < 2) return std::nullopt;
    return fields;
}

std::optional<Fields> fields_at(const TimeText& in, std::size_t at) {
    const auto first = field_at(in, at);
    if (!first) return in.text.is_number(at) ? fields_between_points(in, at) : std::nullopt;
    Fields fields{{*first, {}, {}}, 1, 0, at + 1};
    while (fields.count < 3 && in.is_any(fields.end, {"-", "/"}) && in.text.is_glued(fields.end) &&
           in.text.is_glued(fields.end + 1)) {
        const char separator = in.word(fields.end).front();
        const auto next = field_at(in, fields.end + 1);
        if (!next || (fields.separator != 0 && separator != fields.separator)) break;
        fields.separator = separator;
        fields.field[fields.count++] = *next;
        fields.end += 2;
    }
    if (fields.count < 2) return std::nullopt;
    return fields;
}

struct MonthAndDay {
    unsigned month;
    unsigned day;
};

// In the order of the place, unless only the other one makes a date.
std::optional<MonthAndDay> month_and_day(const Field& first, const Field& second, bool month_first) {
    const bool named = first.is_name() || second.is_name();
    const bool turned = month_first ? first.number > 12 : second.number <= 12;
    const bool day_first = named ? second.is_name() : turned;
    const Field& month = day_first ? second : first;
    const Field& day = day_first ? first : second;
    if (!day.is_small() || month.digits > 2 || month.number < 1 || month.number > 12 || day.number < 1 ||
        day.number > 31)
        return std::nullopt;
    return MonthAndDay{static_cast<unsigned>(month.number), static_cast<unsigned>(day.number)};
}

SaidDay of_open_century(int two_digits, const MonthAndDay& date) {
    SaidDay said{"XX" + date_timex(two_digits, date.month, date.day).substr(2), {}, {}, true, 0, 0};
    const auto past = day_of(1900 + two_digits, date.month, date.day);
    const auto future = day_of(2000 + two_digits, date.month, date.day);
    said.exists = past && future;
    if (said.exists) {
        said.past = *past;
        said.future = *future;
    }
    return said;
}

std::optional<SaidDay> three_fields(const Fields& fields, bool month_first) {
    const auto& [first, second, third] = fields.field;
    if (first.is_year()) {
        const auto date = month_and_day(second, third, true);
        if (!date) return std::nullopt;
        return day_in_year(first.number, date->month, date->day);
    }
    const auto date = month_and_day(first, second, month_first);
    if (!date || third.is_name() || third.digits == 3 || third.digits == 1) return std::nullopt;
    if (third.is_year()) return day_in_year(third.number, date->month, date->day);
    if (const auto year = full_year(third.number)) return day_in_year(*year, date->month, date->day);
    return of_open_century(third.number, *date);
}

// A piece of a longer number or code is no date; a full date after a dash is.
bool is_inside_code(const TimeText& in, std::size_t at, const Fields& fields) {
    const bool full = fields.count == 3 && fields.field[0].is_year();
    const bool joined_before = at > 0 && in.text.is_glued(at) && !in.is_any(at - 1, {"(", ":", "~", "\""});
    if (joined_before && !(full && in.is(at - 1, "-"))) return true;
    const bool joined_after = in.text.is_glued(fields.end) && in.text.is_glued(fields.end + 1);
    if (!full && joined_after && in.is_any(fields.end, {"-", "/"}) && in.text.is_number(fields.end + 1))
        return fields.count < 3;
    return in.text.is_word(fields.end) && in.text.is_glued(fields.end) && !full;
}

MaybeRead<SaidDay> read_spaced(const TimeText& in, std::size_t at) {
    const bool fits = is_digits(in, at) && in.word(at).size() == 4 && is_digits(in, at + 1, 2) &&
                      is_digits(in, at + 2, 2) && in.word(at + 1).size() == 2 && in.word(at + 2).size() == 2;
    if (!fits || !read_year(in, at)) return std::nullopt;
    const auto day = day_in_year(digits_at(in, at), static_cast<unsigned>(digits_at(in, at + 1)),
                                 static_cast<unsigned>(digits_at(in, at + 2)));
    if (!day.exists) return std::nullopt;
    return Read<SaidDay>{day, at + 3};
}

}  // namespace

MaybeRead<SaidDay> read_numeric_day(const TimeText& in, std::size_t at, bool loose) {
    if (const auto spaced = read_spaced(in, at)) return spaced;
    const auto fields = fields_at(in, at);
    if (!fields || (!loose && is_inside_code(in, at, *fields))) return std::nullopt;
    if (fields->count == 3) {
        // Points stand between day, month and year everywhere.
        const auto day = three_fields(*fields, in.month_first && fields->separator != '.');
        if (!day || (!day->exists && !in.text.is_number(at))) return std::nullopt;
        return Read<SaidDay>{*day, fields->end};
    }
    const bool named = fields->field[0].is_name() || fields->field[1].is_name();
    if (!named && (!loose || fields->separator == '-') && fields->separator != '/') return std::nullopt;
    const auto date = month_and_day(fields->field[0], fields->field[1], in.month_first);
    const bool all_week = fields->field[0].number == 24 && fields->field[1].number == 7;  // "24/7"
    if (!date || all_week) return std::nullopt;
    std::size_t end = fields->end;
    const std::size_t year_at = in.skip(end, {","});
    if (const auto year = year_at > end || named ? read_year(in, year_at) : std::nullopt)
        return Read<SaidDay>{day_in_year(year->value, date->month, date->day), year->end};
    const SaidDay day = day_without_year(in, date->month, date->day);
    if (!day.exists && !named) return std::nullopt;
    return Read<SaidDay>{day, end};
}

}  // namespace parlance::nlu
