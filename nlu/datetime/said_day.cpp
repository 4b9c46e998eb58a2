#include "nlu/datetime/day_reader.h"

#include "nlu/datetime/reading_memo.h"
#include "nlu/datetime/time_lexicon.h"

namespace parlance::nlu {

namespace {

using std::chrono::days;

// The nearest month or year, back or forth, that has such a day; gives up after eight years.
template <typename DayIn>
std::optional<Day> nearest(const DayIn& day_in, int from, int step, Instant now) {
    for (int i = 0; i <= 96; ++i) {
        const std::optional<Day> day = day_in(from + i * step);
        if (day && (step > 0) == (Instant(*day) >= now)) return day;
    }
    return std::nullopt;
}

template <typename DayIn>
void resolve(SaidDay& said, const DayIn& day_in, int from, Instant now) {
    const auto past = nearest(day_in, from, -1, now);
    const auto future = nearest(day_in, from, 1, now);
    said.exists = past && future;
    if (!said.exists) return;
    said.past = *past;
    said.future = *future;
}

MaybeRead<SaidDay> read_day_afresh(const TimeText& in, std::size_t at) {
    return longer(read_anchor_day(in, at), read_relative_day(in, at));
}

MaybeRead<SaidDay> read_anchor_day_afresh(const TimeText& in, std::size_t at) {
    auto day = longer(read_numeric_day(in, at, false), read_month_day(in, at));
    day = longer(std::move(day), read_holiday_day(in, at));
    day = longer(std::move(day), read_weekday(in, at));
    // "may/22 (tue)": the name adds nothing.
    if (day && in.is(day->end, "(") && weekday_word(in.word(day->end + 1)) && in.is(day->end + 2, ")"))
        day->end += 3;
    return day;
}

}  // namespace

SaidDay definite_day(Day day) {
    return {day_text(day), day, day, true, 0, 0};
}

SaidDay day_in_year(int year, unsigned month, unsigned number) {
    SaidDay said{date_timex(year, month, number), {}, {}, false, 0, 0};
    if (const auto day = day_of(year, month, number)) {
        said.past = said.future = *day;
        said.exists = true;
    }
    return said;
}

SaidDay day_without_year(const TimeText& in, unsigned month, unsigned number) {
    SaidDay said{date_timex(0, month, number), {}, {}, true, month, number};
    const auto day_in = [&](int year) { return day_of(year, month, number); };
    resolve(said, day_in, year_of(in.today()), in.now);
    return said;
}

SaidDay day_without_month(const TimeText& in, unsigned number) {
    SaidDay said{date_timex(0, 0, number), {}, {}, true, 0, number};
    const int this_month = year_of(in.today()) * 12 + static_cast<int>(month_of(in.today())) - 1;
    const auto day_in = [&](int month) {
        return day_of(month / 12, static_cast<unsigned>(month % 12) + 1, number);
    };
    resolve(said, day_in, this_month, in.now);
    return said;
}

SaidDay weekday_without_week(const TimeText& in, unsigned weekday) {
    const Day today = in.today();
    const Day future = today + days((weekday + 7 - weekday_of(today)) % 7);
    return {"XXXX-WXX-" + std::to_string(weekday), future - days(7), future, true, 0, 0};
}

MaybeRead<SaidDay> read_anchor_day(const TimeText& in, std::size_t at) {
    return in.memo->anchor_days.at(at, [&] { return read_anchor_day_afresh(in, at); });
}

MaybeRead<SaidDay> read_day(const TimeText& in, std::size_t at) {
    return in.memo->days.at(at, [&] { return read_day_afresh(in, at); });
}

bool is_doubtful_alone(std::string_view word) {
    return word == "may" || word == "march" || word == "mar" || word == "sun" || word == "sat" ||
           word == "wed" || word == "fall" || word == "spring" || word == "dec" || word == "jan";
}

}  // namespace parlance::nlu
