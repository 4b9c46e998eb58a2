#include "nlu/duckling/offset_reader.h"

#include <algorithm>

#include "nlu/datetime/expression_reader.h"
#include "nlu/datetime/time_lexicon.h"
#include "nlu/duckling/cycle_reader.h"
#include "nlu/duckling/moment_text.h"
#include "nlu/duckling/stretch_reader.h"
#include "nlu/duckling/time_terms.h"

namespace parlance::nlu {

namespace {

// How far, and to what grain the moment is told: "the day" tells the day, "one day" the hour.
struct Distance {
    TimeSpan span;
    Grain grain = Grain::day;
    bool of_days = false;  // said without a number: only days are so far from days
};

MaybeRead<Distance> read_distance(const TimeText& in, std::size_t at) {
    if (const auto stretch = read_stretch(in, at))
        return Read<Distance>{{stretch->value, grain_below(stretch->value), false}, stretch->end};
    const std::size_t word = in.skip(at, {"the"});
    const auto unit = unit_word(in.word(word));
    if (!unit || unit->plural || unit->count != 1 || unit->grain < Grain::day ||
        unit->grain == Grain::quarter)
        return std::nullopt;
    return Read<Distance>{{{{{1, unit->grain}}}, unit->grain, true}, word + 1};
}

// The moments that the expression may stand for; empty when it is no point.
std::vector<Instant> moments_of(const TimeExpression& expression, Instant now) {
    std::vector<Instant> moments;
    if (expression.ends != TimeEnds::point) return moments;
    if (expression.kind == TimeKind::date) {
        for (const TimeSense& sense : expression.senses) moments.push_back(sense.start);
        return moments;
    }
    const auto terms = time_terms(expression, now);
    const auto value = terms ? terms->find("value") : Resolution::const_iterator();
    const auto moment = terms && value != terms->end() ? instant_in(value->second) : std::nullopt;
    if (moment) moments.push_back(*moment);
    return moments;
}

}  // namespace

MaybeRead<Resolution> read_offset(const TimeText& in, std::size_t at) {
    const auto distance = read_distance(in, at);
    if (!distance) return std::nullopt;
    const bool before = in.is(distance->end, "before");
    if (!before && !in.is_any(distance->end, {"after", "from"})) return std::nullopt;
    const auto anchor = read_expression(in, distance->end + 1);
    const bool fits = anchor && (anchor->kind == TimeKind::date || !distance->value.of_days);
    std::vector<Instant> moments = fits ? moments_of(*anchor, in.now) : std::vector<Instant>();
    if (moments.empty()) return std::nullopt;
    for (Instant& moment : moments) moment = plus(moment, distance->value.span, before ? -1 : 1);
    std::sort(moments.begin(), moments.end());
    const auto next =
        std::find_if(moments.begin(), moments.end(), [&](Instant moment) { return moment >= in.now; });
    const Instant moment = next == moments.end() ? moments.back() : *next;
    return Read<Resolution>{moment_terms(moment, distance->value.grain), anchor->end};
}

}  // namespace parlance::nlu
