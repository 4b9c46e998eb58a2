#include "nlu/duckling/time_recognizer.h"

#include <algorithm>

#include "nlu/datetime/expression_reader.h"
#include "nlu/datetime/time_lexicon.h"
#include "nlu/duckling/calendar_reader.h"
#include "nlu/duckling/clock_phrases.h"
#include "nlu/duckling/cycle_reader.h"
#include "nlu/duckling/moment_terms.h"
#include "nlu/duckling/offset_reader.h"
#include "nlu/duckling/stretch_bounds.h"
#include "nlu/duckling/time_terms.h"
#include "nlu/duckling/zone_shift.h"

namespace parlance::nlu {

namespace {

using MaybeMoment = MaybeRead<Resolution>;

// "sunday, feb 10" is in the year where that day is a Sunday.
void keep_weekday(const TimeText& in, std::size_t at, TimeExpression& expression) {
    const auto named = weekday_word(in.word(at));
    const auto differs = [&](const TimeSense& sense) {
        return weekday_of(std::chrono::floor<std::chrono::days>(sense.start)) != named->weekday;
    };
    auto& senses = expression.senses;
    if (named && !std::all_of(senses.begin(), senses.end(), differs)) std::erase_if(senses, differs);
}

MaybeMoment read_expressed(const TimeText& in, std::size_t at) {
    auto expression = read_expression(in, at);
    if (expression && expression->kind == TimeKind::date) keep_weekday(in, at, *expression);
    auto terms = expression ? time_terms(*expression, in.now) : std::nullopt;
    return terms ? MaybeMoment{{std::move(*terms), expression->end}} : std::nullopt;
}

// "march" is a month where nothing else is said.
MaybeMoment read_lone_month(const TimeText& in, std::size_t at) {
    const auto month = month_word(in.word(at));
    if (!month || in.size() != at + 1) return std::nullopt;
    const int year = year_of(in.today()) + (*month < month_of(in.today()) ? 1 : 0);
    const Day first = month_span(year, *month, 1).first;
    return Read<Resolution>{value_terms(first, Grain::month), at + 1};
}

// Readings of the calendar and of bounds go before what the grammar reads of as many words.
MaybeMoment read_bare(const TimeText& in, std::size_t at) {
    MaybeMoment best;
    for (const auto& reader : {read_calendar_place, read_cycle, read_offset, read_clock_phrase,
                               read_bounded_stretch, read_expressed, read_lone_month})
        best = longer(std::move(best), reader(in, at));
    return best;
}

// The words around a moment that belong to it here: "on the", "at about", "just"; "exactly", the point of
// "mon.".
std::size_t behind_opener(const TimeText& in, std::size_t at) {
    const std::size_t preposition = in.skip(at, {"on", "at", "in", "@", "during", "for"});
    return in.skip(preposition, {"about", "around", "approximately", "exactly", "just", "anytime"});
}

std::size_t behind_closer(const TimeText& in, std::size_t end) {
    const bool is_abbreviation = end > 0 && in.text.is_word(end - 1) && in.word(end - 1).size() <= 4;
    if (is_abbreviation && in.is(end, ".") && in.text.is_glued(end) && end + 1 == in.size()) return end + 1;
    return in.skip(end, {"approximately", "exactly", "sharp"});
}

MaybeMoment read_moment(const TimeText& in, std::size_t at) {
    auto best = read_bare(in, at);
    const std::size_t next = behind_opener(in, at);
    if (next > at) best = longer(std::move(best), read_bare(in, next));
    const std::size_t article = in.skip(next, {"the"});
    if (article > next) best = longer(std::move(best), read_bare(in, article));
    if (!best) return best;
    best->end = behind_closer(in, best->end);
    shift_to_zone(in, *best);
    return best;
}

}  // namespace

std::vector<Recognition> recognize_moments(std::string_view text, TimePoint reference) {
    const TokenizedText tokens = tokenize(text);
    const TimeText in{tokens, std::chrono::floor<std::chrono::seconds>(reference)};
    std::vector<Recognition> recognitions;
    for (std::size_t at = 0; at < in.size();) {
        auto moment = read_moment(in, at);
        if (moment)
            recognitions.push_back({tokens.original(at, moment->end), "time", std::move(moment->value)});
        at = moment ? moment->end : at + 1;
    }
    return recognitions;
}

}  // namespace parlance::nlu
