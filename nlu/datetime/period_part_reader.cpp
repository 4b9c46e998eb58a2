#include <algorithm>

#include "nlu/datetime/period_reader.h"
#include "nlu/datetime/reading_memo.h"
#include "nlu/datetime/time_lexicon.h"

namespace parlance::nlu {

namespace {

using std::chrono::days;

// The words before a period that take a part of it.
struct PartWords {
    std::string_view part;  // "start", "mid", "end"
    bool from_now = false;  // "earlier", "later": cut at today
    bool thirds = false;    // "beginning of", "end of" a year take four months
    std::size_t end = 0;
};

std::optional<PartWords> read_part_words(const TimeText& in, std::size_t at) {
    const auto of = [&](std::string_view part) -> std::optional<PartWords> {
        if (!in.is(at + 1, "of")) return std::nullopt;
        return PartWords{part, false, true, in.skip(at + 2, {"the"})};
    };
    if (in.is_any(at, {"beginning", "start"})) return of("start");
    if (in.is(at, "end")) return of("end");
    if (in.is_any(at, {"middle", "mid"}) && in.is(at + 1, "of")) return of("mid");
    const auto before = [&](std::string_view part, bool from_now) {
        const std::size_t next = in.skip(in.skip(at + 1, {"-"}), {"in"});
        return PartWords{part, from_now, false, in.skip(next, {"the"})};
    };
    if (in.is(at, "early")) return before("start", false);
    if (in.is(at, "late")) return before("end", false);
    if (in.is(at, "mid")) return before("mid", false);
    if (in.is(at, "earlier")) return before("start", true);
    if (in.is(at, "later")) return before("end", true);
    return std::nullopt;
}

// Where a part of a period begins and ends. A month is cut at its 16th (its middle: 10 to 20), a week on
// Thursday, a year in halves or thirds.
DaySpan part_of(const DaySpan& span, Grain grain, const PartWords& words, bool thirds) {
    Day half = span.first + (span.end - span.first) / 2;
    DaySpan middle{span.first + (span.end - span.first) / 3, span.end - (span.end - span.first) / 3};
    if (grain == Grain::week) half = span.first + days(3);
    if (grain == Grain::month) {
        half = span.first + days(15);
        middle = {span.first + days(9), span.first + days(20)};
    }
    DaySpan halves{half, half};
    if (grain == Grain::year) {
        const auto length = static_cast<int>((span.end - span.first).count() + 2) / 365 * 12;
        middle = {plus_months(span.first, length / 3), plus_months(span.first, length * 2 / 3)};
        halves = thirds ? middle
                        : DaySpan{plus_months(span.first, length / 2), plus_months(span.first, length / 2)};
    }
    if (words.part == "start") return {span.first, halves.first};
    if (words.part == "end") return {halves.end, span.end};
    return middle;
}

MaybeRead<SaidPeriod> read_whole(const TimeText& in, std::size_t at) {
    auto period = longer(read_named_period(in, at), read_relative_period(in, at));
    return longer(std::move(period), read_week_period(in, at));
}

// "end of month", "later in the year": the present one.
MaybeRead<SaidPeriod> read_present(const TimeText& in, std::size_t at) {
    const auto unit = unit_word(in.word(at));
    if (!unit || unit->plural || unit->count > 1 || unit->grain < Grain::week) return std::nullopt;
    const DaySpan span = span_around(unit->grain, in.today(), 0);
    std::string timex = unit->grain == Grain::week    ? week_text(span.first)
                        : unit->grain == Grain::month ? month_text(span.first)
                                                      : padded(year_of(span.first), 4);
    return Read<SaidPeriod>{definite_period(std::move(timex), span, unit->grain), at + 1};
}

// "eoy", "eom": the end of the present year or month.
MaybeRead<SaidPeriod> read_short_end(const TimeText& in, std::size_t at) {
    if (!in.is_any(at, {"eoy", "eom"})) return std::nullopt;
    const Grain grain = in.is(at, "eoy") ? Grain::year : Grain::month;
    const DaySpan span = span_around(grain, in.today(), 0);
    SaidPeriod period =
        definite_period(grain == Grain::year ? padded(year_of(span.first), 4) : month_text(span.first),
                        part_of(span, grain, {"end", false, false, 0}, false), grain);
    period.modifier = "end";
    return Read<SaidPeriod>{period, at + 1};
}

MaybeRead<SaidPeriod> read_part(const TimeText& in, std::size_t at) {
    const auto words = read_part_words(in, at);
    if (!words) return std::nullopt;
    auto period = read_whole(in, words->end);
    if (!period) period = read_present(in, words->end);
    if (!period || !period->value.modifier.empty()) return std::nullopt;
    SaidPeriod& said = period->value;
    if (!said.resolved) return period;
    const bool thirds = words->thirds && said.in_numbers;
    said.past = part_of(said.past, said.grain, *words, thirds);
    said.future = part_of(said.future, said.grain, *words, thirds);
    if (!words->from_now) {
        said.modifier = words->part;
        return period;
    }
    if (said.past.first <= in.today() && in.today() < said.past.end && words->part == "end")
        said.past.first = std::max(said.past.first, in.today());
    said.future = said.past;
    return period;
}

MaybeRead<SaidPeriod> read_period_afresh(const TimeText& in, std::size_t at) {
    auto period = longer(read_whole(in, at), read_part(in, at));
    return longer(std::move(period), read_short_end(in, at));
}

}  // namespace

MaybeRead<SaidPeriod> read_period(const TimeText& in, std::size_t at) {
    return in.memo->periods.at(at, [&] { return read_period_afresh(in, at); });
}

}  // namespace parlance::nlu
