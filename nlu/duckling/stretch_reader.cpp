#include "nlu/duckling/stretch_reader.h"

#include "nlu/datetime/time_lexicon.h"
#include "nlu/duckling/counted_words.h"

namespace parlance::nlu {

namespace {

// "hour", "h" that touches its number, and the signs of minutes and seconds.
MaybeRead<TimeSpan::Part> read_unit(const TimeText& in, std::size_t at) {
    if (const auto unit = unit_word(in.word(at))) {
        const int scale = unit->grain == Grain::quarter ? 3 : 1;
        return Read<TimeSpan::Part>{{1.0 * unit->count, unit->grain, scale}, at + 1};
    }
    if (at == 0 || !in.text.is_number(at - 1) || !in.text.is_glued(at)) return std::nullopt;
    if (in.is(at, "h")) return Read<TimeSpan::Part>{{1, Grain::hour}, at + 1};
    if (in.is(at, "\"")) return Read<TimeSpan::Part>{{1, Grain::second}, at + 1};
    if (in.is(at, "'")) return Read<TimeSpan::Part>{{1, Grain::minute}, at + 1};
    return std::nullopt;
}

MaybeRead<TimeSpan> read_counted(const TimeText& in, std::size_t at) {
    auto count = read_count(in.text, at);
    if (!count) return std::nullopt;
    std::size_t next = count->end;
    if (in.is(next, "and") && in.is_any(next + 1, {"a", "an"}) && in.is(next + 2, "half")) {
        count->value += 0.5;
        next += 3;
    } else if (count->value < 1 && in.is(next, "of")) {
        next = in.skip(next + 1, {"a", "an"});
    }
    const auto unit = read_unit(in, in.skip(next, {"-", "more"}));
    if (!unit || count->value <= 0) return std::nullopt;
    TimeSpan::Part part = unit->value;
    part.count *= count->value;
    return Read<TimeSpan>{{{part}}, unit->end};
}

}  // namespace

MaybeRead<TimeSpan> read_stretch(const TimeText& in, std::size_t at) {
    auto stretch = longer(read_span(in, at), read_counted(in, at));
    if (!stretch || !in.is(stretch->end, "&")) return stretch;
    const auto more = read_span(in, stretch->end + 1);
    if (!more) return stretch;
    stretch->value.parts.insert(stretch->value.parts.end(), more->value.parts.begin(),
                                more->value.parts.end());
    stretch->end = more->end;
    return stretch;
}

}  // namespace parlance::nlu
