#include "nlu/datetime/clock_reader.h"

#include "nlu/datetime/count_reader.h"
#include "nlu/datetime/day_arithmetic.h"
#include "nlu/datetime/reading_memo.h"

namespace parlance::nlu {

namespace {

ClockTime latent_hour(int hour) {
    ClockTime clock;
    clock.hour = hour % 24;
    clock.ambiguous = hour >= 1 && hour <= 12;
    clock.firm = false;
    return clock;
}

ClockTime hour_and_minute(int hour, int minute, bool firm) {
    ClockTime clock = latent_hour(hour);
    clock.minute = minute;
    clock.has_minute = true;
    clock.firm = firm;
    return clock;
}

// Twelve is the start of either half.
void put_into_half(ClockTime& clock, bool afternoon) {
    if (clock.hour <= 12) clock.hour = clock.hour % 12 + (afternoon ? 12 : 0);
    clock.ambiguous = false;
    clock.firm = true;
}

// The digits behind a colon, two of them.
std::optional<int> sixtieth(const TimeText& in, std::size_t at) {
    if (!is_digits(in, at, 2) || in.word(at).size() != 2 || !in.text.is_glued(at)) return std::nullopt;
    const int value = digits_at(in, at);
    return value < 60 ? std::optional(value) : std::nullopt;
}

// "10:20", "10:20:30", "7h01".
MaybeRead<ClockTime> read_colons(const TimeText& in, std::size_t at) {
    if (!is_digits(in, at, 2) || digits_at(in, at) > 24 || !in.text.is_glued(at + 1)) return std::nullopt;
    if (!in.is_any(at + 1, {":", "h"})) return std::nullopt;
    const auto minute = sixtieth(in, at + 2);
    if (!minute) return std::nullopt;
    ClockTime clock = hour_and_minute(digits_at(in, at), *minute, true);
    if (in.word(at).size() == 2 && in.word(at).front() == '0' && clock.hour == 0) clock.ambiguous = false;
    const auto second = in.is(at + 3, ":") && in.text.is_glued(at + 3) ? sixtieth(in, at + 4) : std::nullopt;
    if (!second) return Read<ClockTime>{clock, at + 3};
    clock.second = *second;
    clock.has_second = true;
    return Read<ClockTime>{clock, at + 5};
}

// "8.30", "1140", "0730": a time only with more words around it.
MaybeRead<ClockTime> read_run_of_digits(const TimeText& in, std::size_t at) {
    const std::string_view word = in.word(at);
    if (!in.text.is_number(at)) return std::nullopt;
    const std::size_t point = word.find('.');
    int hour = 0;
    int minute = 0;
    if (point != std::string_view::npos && point <= 2 && point > 0 && word.size() == point + 3) {
        for (std::size_t i = 0; i < word.size(); ++i) {
            if (i == point) continue;
            if (word[i] < '0' || word[i] > '9') return std::nullopt;
            (i < point ? hour : minute) = (i < point ? hour : minute) * 10 + (word[i] - '0');
        }
    } else if (is_digits(in, at) && word.size() >= 3) {
        hour = digits_at(in, at) / 100;
        minute = digits_at(in, at) % 100;
    } else {
        return std::nullopt;
    }
    if (hour > 24 || minute > 59) return std::nullopt;
    return Read<ClockTime>{hour_and_minute(hour, minute, false), at + 1};
}

// "nine thirty", "eleven five", "five-thirty", "six forty-three minutes"; only "nine" is an hour.
MaybeRead<ClockTime> read_spoken(const TimeText& in, std::size_t at) {
    const auto hour = read_cardinal(in, at);
    if (!hour || hour->value > 24 || (in.text.is_number(at) && in.word(at).size() > 2)) return std::nullopt;
    if (!in.text.is_word(at)) return Read<ClockTime>{latent_hour(hour->value), hour->end};
    std::size_t next = hour->end;
    if (in.is(next, "-") && in.text.is_glued(next) && in.text.is_glued(next + 1)) ++next;
    next = in.skip(next, {"oh"});
    const auto minute = in.text.is_word(next) ? read_cardinal(in, next) : std::nullopt;
    const bool fits = minute && minute->value > 0 && minute->value < 60 &&
                      (minute->value >= 10 || minute->value == 5 || next > hour->end);
    if (!fits) return Read<ClockTime>{latent_hour(hour->value), hour->end};
    return Read<ClockTime>{hour_and_minute(hour->value, minute->value, false),
                           in.skip(minute->end, {"minutes", "minute"})};
}

// "noon", "noonish", "midnight", "mid-day", "midmorning", "mid afternoon".
MaybeRead<ClockTime> read_named(const TimeText& in, std::size_t at) {
    const auto fixed = [](int hour, std::size_t end) {
        ClockTime clock;
        clock.hour = hour;
        return Read<ClockTime>{clock, end};
    };
    const std::string_view word = in.word(at);
    if (word == "noon" || word == "noonish" || word == "noontime" || word == "midday")
        return fixed(12, at + 1);
    if (word == "midnight") return fixed(0, at + 1);
    if (word == "midmorning") return fixed(10, at + 1);
    if (word == "midafternoon") return fixed(14, at + 1);
    if (word != "mid") return std::nullopt;
    const std::size_t next = in.skip(at + 1, {"-"});
    if (in.is(next, "day")) return fixed(12, next + 1);
    if (in.is(next, "night")) return fixed(0, next + 1);
    if (in.is(next, "morning")) return fixed(10, next + 1);
    if (in.is(next, "afternoon")) return fixed(14, next + 1);
    return std::nullopt;
}

// "am", "a.m.", "p m", "9p", "ampm" behind a time.
struct HalfMark {
    enum class Half { morning, afternoon, either } half;
    std::size_t end;
};

std::optional<HalfMark> read_half_mark(const TimeText& in, std::size_t at) {
    using Half = HalfMark::Half;
    if (in.is(at, "am")) return HalfMark{Half::morning, at + 1};
    if (in.is(at, "pm")) return HalfMark{Half::afternoon, at + 1};
    if (in.is(at, "ampm")) return HalfMark{Half::either, at + 1};
    if (!in.is_any(at, {"a", "p"})) return std::nullopt;
    const Half half = in.is(at, "a") ? Half::morning : Half::afternoon;
    const std::size_t next = in.skip(at + 1, {"."});
    if (in.is(next, "m") && (in.text.is_glued(next) || next == at + 1)) {
        const bool point = next > at + 1 && in.is(next + 1, ".") && in.text.is_glued(next + 1);
        return HalfMark{half, next + (point ? 2 : 1)};
    }
    if (in.text.is_glued(at)) return HalfMark{half, at + 1};
    return std::nullopt;
}

// Moves an hour into the part of the day that was said beside it.
void put_into_part(ClockTime& clock, const DayPart& part) {
    if (!clock.ambiguous) {
        clock.firm = true;
        return;
    }
    const bool night = part.code == "NI";
    put_into_half(clock, part.from_hour >= 12 && !(night && clock.hour == 12));
    if (part.code == "MEL" && clock.hour >= 1 && clock.hour < 10) clock.hour += 12;
}

// Words behind a time that fix its half of the day or make it sure to be one.
Read<ClockTime> with_marks(const TimeText& in, Read<ClockTime> read) {
    if (const auto mark = read_half_mark(in, read.end)) {
        if (mark->half == HalfMark::Half::either) read.value.firm = true;
        if (mark->half != HalfMark::Half::either)
            put_into_half(read.value, mark->half == HalfMark::Half::afternoon);
        return {read.value, mark->end};
    }
    if (in.is_any(read.end, {"o'clock", "oclock", "oclocks"})) {
        read.value.firm = true;
        ++read.end;
        if (const auto mark = read_half_mark(in, read.end); mark && mark->half != HalfMark::Half::either) {
            put_into_half(read.value, mark->half == HalfMark::Half::afternoon);
            return {read.value, mark->end};
        }
    } else if (in.is(read.end, "-") && in.is(read.end + 1, "ish") && in.text.is_glued(read.end + 1)) {
        read.value.firm = true;
        read.end += 2;
    }
    if (in.is(read.end, "noon") && read.value.hour == 12) {
        read.value.ambiguous = false;
        read.value.firm = true;
        return {read.value, read.end + 1};
    }
    if (in.is_any(read.end, {"this", "tonight"})) return read;
    const std::size_t next = in.skip(read.end, {","});
    const bool said_so = read.value.has_minute || in.is_any(next, {"in", "at", "lunchtime"});
    if (const auto part = read_day_part(in, next); part && said_so && part->value.code != "DT") {
        put_into_part(read.value, part->value);
        return {read.value, part->end};
    }
    return read;
}

MaybeRead<ClockTime> read_plain(const TimeText& in, std::size_t at) {
    if (const auto named = read_named(in, at)) return named;
    auto read = read_colons(in, at);
    if (!read) read = read_run_of_digits(in, at);
    if (!read) read = read_spoken(in, at);
    if (!read) return std::nullopt;
    return with_marks(in, *read);
}

struct Minutes {
    int count;
    std::size_t end;
};

// "half", "a quarter", "three quarters", "20 min", "fifteen".
std::optional<Minutes> read_minutes(const TimeText& in, std::size_t at) {
    if (in.is(at, "half")) return Minutes{30, at + 1};
    const std::size_t start = in.skip(at, {"a"});
    if (in.is(start, "quarter")) return Minutes{15, start + 1};
    if (in.is(start, "three") && in.is(start + 1, "quarters")) return Minutes{45, start + 2};
    const auto count = read_cardinal(in, at);
    if (!count || count->value < 1 || count->value > 59) return std::nullopt;
    return Minutes{count->value, in.skip(count->end, {"min", "mins", "minute", "minutes"})};
}

// "half past seven", "quarter to 5", "20 min past eight in the evening".
MaybeRead<ClockTime> read_past_or_to(const TimeText& in, std::size_t at) {
    const auto minutes = read_minutes(in, at);
    if (!minutes) return std::nullopt;
    const bool past = in.is_any(minutes->end, {"past", "after"});
    const bool named = in.is_any(at, {"half", "a", "quarter"}) || minutes->end > at + 1;
    if (!past && !(named && in.is_any(minutes->end, {"to", "of", "before", "till"}))) return std::nullopt;
    const auto hour = read_plain(in, minutes->end + 1);
    if (!hour || hour->value.minute != 0) return std::nullopt;
    ClockTime clock = hour->value;
    clock.minute = past ? minutes->count : 60 - minutes->count;
    if (!past) clock.hour = (clock.hour + (clock.ambiguous && clock.hour == 1 ? 11 : 23)) % 24;
    clock.has_minute = true;
    clock.firm = true;
    return Read<ClockTime>{clock, hour->end};
}

// "in the morning at 7", "early morning at 8:00", "afternoon 7:00:05".
MaybeRead<ClockTime> read_part_first(const TimeText& in, std::size_t at) {
    const auto part = read_day_part(in, at);
    if (!part) return std::nullopt;
    const std::size_t next = in.skip(part->end, {"at", ","});
    auto clock = read_plain(in, next);
    if (!clock || (next == part->end && !clock->value.has_minute)) return std::nullopt;
    put_into_part(clock->value, part->value);
    return clock;
}

MaybeRead<ClockTime> read_clock_afresh(const TimeText& in, std::size_t at) {
    if (const auto clock = read_part_first(in, at)) return clock;
    if (const auto clock = read_past_or_to(in, at)) return clock;
    if (!in.is(at, "at")) return read_plain(in, at);
    auto clock = read_run_of_digits(in, at + 1);
    if (!clock || in.word(at + 1).find('.') == std::string_view::npos) return std::nullopt;
    clock = with_marks(in, *clock);
    clock->value.firm = true;
    return clock;
}

}  // namespace

std::string ClockTime::timex() const {
    std::string text = "T" + padded(hour, 2);
    if (has_minute || has_second) text.append(":").append(padded(minute, 2));
    if (has_second) text.append(":").append(padded(second, 2));
    return text;
}

ClockTime ClockTime::later_half() const {
    ClockTime later = *this;
    later.hour = (hour + 12) % 24;
    later.ambiguous = false;
    return later;
}

ClockTime ClockTime::settled() const {
    ClockTime clock = *this;
    clock.ambiguous = false;
    return clock;
}

MaybeRead<ClockTime> read_clock(const TimeText& in, std::size_t at) {
    return in.memo->clocks.at(at, [&] { return read_clock_afresh(in, at); });
}

MaybeRead<DayPart> read_day_part(const TimeText& in, std::size_t at) {
    const bool opened = in.is_any(at, {"in", "at"});
    std::size_t next = opened ? in.skip(at + 1, {"the", "my"}) : at;
    std::string_view modifier;
    if (in.is_any(next, {"early", "earlier"})) modifier = "start";
    if (in.is_any(next, {"late", "later"})) modifier = "end";
    if (!modifier.empty()) {
        next = in.skip(next + 1, {"-"});
        if (const auto inner = in.behind(next, {"in", "the"})) next = *inner;
    }
    std::size_t end = next + 1;
    auto part = day_part_word(in.word(next));
    if (in.is(next, "night") && in.is(next + 1, "-") && in.is(next + 2, "time")) {
        part = DayPart{"NT", 0, 8};
        end = next + 3;
    }
    if (!part) return std::nullopt;
    const int middle = (part->from_hour + part->to_hour) / 2;
    if (modifier == "start") part->to_hour = middle;
    if (modifier == "end") part->from_hour = middle;
    part->modifier = modifier;
    return Read<DayPart>{*part, end};
}

}  // namespace parlance::nlu
