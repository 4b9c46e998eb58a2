#include "nlu/datetime/expression_reader.h"

#include "nlu/datetime/count_reader.h"
#include "nlu/datetime/expressions.h"
#include "nlu/datetime/holidays.h"

namespace parlance::nlu {

namespace {

void keep_longer(MaybeExpression& best, MaybeExpression other) {
    if (other && (!best || other->end > best->end)) best = std::move(other);
}

MaybeExpression spanned(TimeExpression expression, std::size_t begin, std::size_t end) {
    expression.begin = begin;
    expression.end = end;
    return expression;
}

// "all day", "all week", "whole month".
MaybeExpression read_whole_unit(const TimeText& in, std::size_t at) {
    if (!in.is_any(at, {"all", "full", "whole", "entire"})) return std::nullopt;
    const std::size_t word = in.skip(at + 1, {"-", "the"});
    const auto unit = unit_word(in.word(word));
    if (!unit || unit->plural) return std::nullopt;
    return spanned(span_expression({{{1, unit->grain, unit->count, false}}}), at, word + 1);
}

// A length that is a number of something, not an article with a name: "a second" may be any.
MaybeExpression read_length(const TimeText& in, std::size_t at) {
    if (auto whole = read_whole_unit(in, at)) return whole;
    const auto span = read_span(in, at);
    if (!span) return std::nullopt;
    if (at > 0 && in.text.is_glued(at) && in.text.is_number(at) && !in.is_any(at - 1, {"(", "\"", "~", "-"}))
        return std::nullopt;
    return spanned(span_expression(span->value), at, span->end);
}

MaybeExpression read_time_alone(const TimeText& in, std::size_t at) {
    MaybeExpression best;
    if (const auto range = read_clock_range(in, at); range && range->value.firm)
        best = spanned(clock_range_expression(range->value), at, range->end);
    const auto clock = read_clock(in, at);
    if (clock && clock->value.firm)
        keep_longer(best, spanned(clock_expression(clock->value), at, clock->end));
    if (at > 0 && in.is(at - 1, "at") && clock && !in.text.is_glued(clock->end) &&
        !in.text.is_word(clock->end) && !in.is_any(clock->end, {"%", "$", "\u20ac", "\u00a3"}) &&
        !in.text.is_number(clock->end))
        keep_longer(best, spanned(clock_expression(clock->value), at, clock->end));
    const bool greeting = at > 0 && in.is(at - 1, "good");
    if (const auto part = read_day_part(in, at); part && !greeting)
        keep_longer(best, spanned(part_expression(part->value), at, part->end));
    return best;
}

MaybeExpression read_days_alone(const TimeText& in, std::size_t at) {
    MaybeExpression best;
    if (const auto day = read_day(in, at)) best = spanned(day_expression(day->value), at, day->end);
    if (const auto period = read_period(in, at))
        keep_longer(best, spanned(period_expression(period->value), at, period->end));
    return best;
}

}  // namespace

bool may_begin(const TimeText& in, std::size_t at) {
    if (!in.text.is_word(at)) return in.text.is_number(at) || in.is_any(at, {"<", ">"});
    return may_begin_time(in.word(at)) || may_begin_holiday(in.word(at));
}

MaybeExpression read_expression(const TimeText& in, std::size_t at) {
    if (!may_begin(in, at)) return std::nullopt;
    MaybeExpression best = read_recurring(in, at);
    keep_longer(best, read_bounded(in, at));
    keep_longer(best, read_day_and_time(in, at));
    keep_longer(best, read_instant_range(in, at));
    keep_longer(best, read_day_range(in, at));
    keep_longer(best, read_instant(in, at));
    keep_longer(best, read_time_alone(in, at));
    keep_longer(best, read_days_alone(in, at));
    keep_longer(best, read_length(in, at));
    return best;
}

std::vector<TimeExpression> read_expressions(const TimeText& in) {
    std::vector<TimeExpression> found;
    for (std::size_t at = 0; at < in.size();) {
        auto expression = read_expression(in, at);
        if (!expression) {
            ++at;
            continue;
        }
        at = expression->end;
        found.push_back(std::move(*expression));
    }
    return found;
}

}  // namespace parlance::nlu
