#include "nlu/duckling/clock_phrases.h"

#include "nlu/datetime/count_reader.h"
#include "nlu/datetime/day_reader.h"
#include "nlu/duckling/moment_terms.h"

namespace parlance::nlu {

namespace {

using Phrase = MaybeRead<Resolution>;

// The next moment with this time of the day.
Phrase next_clock(const TimeText& in, std::chrono::minutes clock, Grain grain, std::size_t end) {
    Instant at = in.today() + clock;
    if (at < in.now) at += std::chrono::days(1);
    return Read<Resolution>{value_terms(at, grain), end};
}

std::chrono::minutes clock_of(int hour, int minute) {
    return std::chrono::hours(hour) + std::chrono::minutes(minute);
}

// "15h", "3h18".
Phrase read_hours(const TimeText& in, std::size_t at) {
    if (!is_digits(in, at, 2) || digits_at(in, at) > 23) return std::nullopt;
    if (!in.is(at + 1, "h") || !in.text.is_glued(at + 1)) return std::nullopt;
    const bool has_minutes =
        is_digits(in, at + 2, 2) && in.text.is_glued(at + 2) && digits_at(in, at + 2) < 60;
    if (has_minutes)
        return next_clock(in, clock_of(digits_at(in, at), digits_at(in, at + 2)), Grain::minute, at + 3);
    return in.text.is_glued(at + 2) ? std::nullopt
                                    : next_clock(in, clock_of(digits_at(in, at), 0), Grain::hour, at + 2);
}

// What tells the half of the day: 12 hours more for "pm" and "tonight", none for "am".
MaybeRead<int> read_half(const TimeText& in, std::size_t at) {
    if (in.is(at, "tonight") || in.is(at, "tonite")) return Read<int>{12, at + 1};
    if (const auto end = in.behind(at, {"this", "evening"})) return Read<int>{12, *end};
    const auto in_the = in.behind(at, {"in", "the"});
    const std::size_t word = in_the ? *in_the : in.skip(at, {"ish"});
    if (word > at && in.is(word, "am")) return Read<int>{0, word + 1};
    if (word > at && in.is(word, "pm")) return Read<int>{12, word + 1};
    return std::nullopt;
}

// "3ish pm", "3 in the am", "8 tonight".
Phrase read_hour_with_half(const TimeText& in, std::size_t at) {
    const auto hour = read_cardinal(in, at);
    const auto half = hour && hour->value >= 1 && hour->value <= 12 ? read_half(in, hour->end) : std::nullopt;
    if (!half) return std::nullopt;
    return next_clock(in, clock_of(hour->value % 12 + half->value, 0), Grain::hour, half->end);
}

// "half three" is half past three, by day.
Phrase read_half_hour(const TimeText& in, std::size_t at) {
    const auto hour = in.is(at, "half") && in.text.is_word(at + 1) ? read_cardinal(in, at + 1) : std::nullopt;
    if (!hour || hour->value < 1 || hour->value > 12) return std::nullopt;
    const auto morning = clock_of(hour->value % 12, 30);
    const bool passed = in.today() + morning < in.now;
    return next_clock(in, passed ? morning + std::chrono::hours(12) : morning, Grain::minute, hour->end);
}

// "15 to noon", "twenty till midnight".
Phrase read_before_noon(const TimeText& in, std::size_t at) {
    const auto minutes = read_cardinal(in, at);
    if (!minutes || minutes->value < 1 || minutes->value > 59) return std::nullopt;
    const std::size_t joint = in.skip(minutes->end, {"minutes", "mins", "min"});
    if (!in.is_any(joint, {"to", "till", "before", "of"})) return std::nullopt;
    const bool noon = in.is_any(joint + 1, {"noon", "midday"});
    if (!noon && !in.is(joint + 1, "midnight")) return std::nullopt;
    return next_clock(in, clock_of(noon ? 12 : 24, -minutes->value), Grain::minute, joint + 2);
}

Phrase hours_of(Day day, int from, int to, std::size_t end) {
    return Read<Resolution>{
        range_terms(day + std::chrono::hours(from), day + std::chrono::hours(to), Grain::hour), end};
}

// "late tonight", "lunch", "tomorrow at lunch".
Phrase read_hours_of_day(const TimeText& in, std::size_t at) {
    if (in.is(at, "late") && in.is_any(at + 1, {"tonight", "tonite"}))
        return hours_of(in.today(), 21, 24, at + 2);
    const auto day = read_day(in, at);
    const bool has_day = day && day->value.exists;
    const std::size_t next = has_day ? in.skip(day->end, {"at", "for"}) : at;
    if (!in.is_any(next, {"lunch", "lunchtime"})) return std::nullopt;
    return hours_of(has_day ? day->value.future : in.today(), 12, 14, next + 1);
}

}  // namespace

MaybeRead<Resolution> read_clock_phrase(const TimeText& in, std::size_t at) {
    Phrase best = longer(read_hours(in, at), read_hour_with_half(in, at));
    best = longer(std::move(best), read_half_hour(in, at));
    best = longer(std::move(best), read_hours_of_day(in, at));
    return longer(std::move(best), read_before_noon(in, at));
}

}  // namespace parlance::nlu
