#include "nlu/duckling/cycle_reader.h"

#include "nlu/datetime/count_reader.h"
#include "nlu/datetime/time_lexicon.h"
#include "nlu/duckling/duration_terms.h"
#include "nlu/duckling/moment_terms.h"
#include "nlu/duckling/stretch_reader.h"

namespace parlance::nlu {

namespace {

// The start of the unit of time around `at`.
Instant floor_to(Instant at, Grain grain) {
    const Day day = std::chrono::floor<std::chrono::days>(at);
    switch (grain) {
        case Grain::second: return at;
        case Grain::minute: return std::chrono::floor<std::chrono::minutes>(at);
        case Grain::hour: return std::chrono::floor<std::chrono::hours>(at);
        case Grain::day: return day;
        case Grain::week:
        case Grain::weekend:
        case Grain::month:
        case Grain::quarter:
        case Grain::year: break;
    }
    return span_around(grain, day, 0).first;
}

// What a moment counted in the grain is told to: days to the hour, weeks and months to the day.
Grain below(Grain grain) {
    switch (grain) {
        case Grain::second:
        case Grain::minute: return Grain::second;
        case Grain::hour: return Grain::minute;
        case Grain::day: return Grain::hour;
        case Grain::week:
        case Grain::weekend:
        case Grain::month:
        case Grain::quarter: return Grain::day;
        case Grain::year: break;
    }
    return Grain::month;
}

Resolution moment_at(const TimeText& in, const TimeSpan& span, int sign) {
    const TimeSpan whole = in_whole_units(span);
    return moment_terms(plus(in.now, whole, sign), grain_below(whole));
}

// "in 3 days", "3 days ago", "3 days from now".
MaybeRead<Resolution> read_distance(const TimeText& in, std::size_t at) {
    const bool announced = in.is(at, "in");
    const auto span = read_stretch(in, announced ? in.skip(at + 1, {"about", "around"}) : at);
    if (!span) return std::nullopt;
    int sign = announced ? 1 : 0;
    std::size_t end = span->end;
    if (in.is_any(end, {"ago", "back"})) {
        sign = -1;
        ++end;
    } else if (in.is_any(end, {"hence", "later"})) {
        sign = 1;
        ++end;
    } else if (in.is_any(end, {"from"}) && in.is_any(end + 1, {"now", "today"})) {
        sign = 1;
        end += 2;
    }
    if (sign == 0) return std::nullopt;
    return Read<Resolution>{moment_at(in, span->value, sign), end};
}

// The limit so many units after the one around now.
Instant limit(const TimeText& in, Grain grain, int shift) {
    const TimeSpan span{{{static_cast<double>(std::abs(shift)), grain, grain == Grain::quarter ? 3 : 1}}};
    return plus(floor_to(in.now, grain), span, shift < 0 ? -1 : 1);
}

// "next 3 weeks", "two upcoming weeks", "last 2 months"; one unit alone is a calendar unit.
MaybeRead<Resolution> read_cycles(const TimeText& in, std::size_t at) {
    const std::size_t start = in.skip(at, {"the"});
    const auto first_count = read_cardinal(in, start);
    const auto shift = shift_word(in.word(first_count ? first_count->end : start));
    if (!shift || shift->shift == 0) return std::nullopt;
    const std::size_t behind = (first_count ? first_count->end : start) + 1;
    const auto unit = first_count ? unit_word(in.word(behind)) : std::nullopt;
    MaybeRead<TimeSpan> span = first_count ? std::nullopt : read_span(in, behind);
    if (unit) span = Read<TimeSpan>{{{{1.0 * first_count->value * unit->count, unit->grain}}}, behind + 1};
    if (!span || !span->value.is_single_unit()) return std::nullopt;
    const TimeSpan::Part& part = span->value.parts.front();
    const int count = static_cast<int>(part.count) * (part.grain == Grain::quarter ? 1 : part.scale);
    if (part.business || count < 1 || count > 10000) return std::nullopt;
    const int first = shift->shift > 0 ? 1 : -count;
    return Read<Resolution>{
        range_terms(limit(in, part.grain, first), limit(in, part.grain, first + count), part.grain),
        span->end};
}

// "last hour", "next minute", "this hour", "past day": one unit of the clock or a day.
MaybeRead<Resolution> read_one_unit(const TimeText& in, std::size_t at) {
    const std::size_t word = in.skip(at, {"the"});
    const auto shift = shift_word(in.word(word));
    const auto unit = shift ? unit_word(in.word(word + 1)) : std::nullopt;
    if (!unit || unit->plural || unit->count != 1 || unit->grain > Grain::day || in.is(word + 1, "night"))
        return std::nullopt;
    return Read<Resolution>{moment_terms(limit(in, unit->grain, shift->shift), unit->grain), word + 2};
}

}  // namespace

MaybeRead<Resolution> read_cycle(const TimeText& in, std::size_t at) {
    return longer(longer(read_distance(in, at), read_cycles(in, at)), read_one_unit(in, at));
}

Resolution moment_terms(Instant at, Grain grain) {
    return value_terms(floor_to(at, grain), grain);
}

Grain grain_below(const TimeSpan& span) {
    return below(in_whole_units(span).parts.front().grain);
}

Resolution moment_after(const TimeText& in, const TimeSpan& span) {
    return moment_at(in, span, 1);
}

}  // namespace parlance::nlu
