#include "nlu/datetime/expression_reader.h"
#include "nlu/datetime/expressions.h"

namespace parlance::nlu {

namespace {

// A word that takes one side of a value.
struct Bound {
    std::string_view modifier;
    std::size_t end;
};

std::optional<Bound> first_of(const TimeText& in, std::size_t at,
                              std::initializer_list<std::initializer_list<std::string_view>> phrases,
                              std::string_view modifier) {
    std::optional<Bound> best;
    for (const auto& phrase : phrases) {
        const auto end = in.behind(at, phrase);
        if (end && (!best || *end > best->end)) best = Bound{modifier, *end};
    }
    return best;
}

std::optional<Bound> read_sign(const TimeText& in, std::size_t at) {
    if (!in.is_any(at, {"<", ">"})) return std::nullopt;
    const bool equal = in.is(at + 1, "=");
    if (in.is(at, ">")) return Bound{equal ? "since" : "after", equal ? at + 2 : at + 1};
    return Bound{equal ? "until" : "before", equal ? at + 2 : at + 1};
}

std::optional<Bound> read_bound(const TimeText& in, std::size_t at) {
    if (auto sign = read_sign(in, at)) return sign;
    if (auto bound = first_of(in, at,
                              {{"before"},
                               {"prior", "to"},
                               {"no", "later", "than"},
                               {"earlier", "than"},
                               {"ahead", "of"},
                               {"by"},
                               {"not", "later", "than"},
                               {"until"},
                               {"till"},
                               {"sooner", "than"},
                               {"on", "or", "before"},
                               {"on", "or", "earlier", "than"}},
                              "before"))
        return bound;
    if (auto bound = first_of(in, at,
                              {{"as", "late", "as"},
                               {"before", "or", "in"},
                               {"before", "or", "at"},
                               {"earlier", "than", "or", "in"},
                               {"earlier", "than", "or", "at"},
                               {"before", "or", "equal", "to"}},
                              "until"))
        return bound;
    if (auto bound = first_of(in, at, {{"after"}, {"later", "than"}}, "after")) return bound;
    return first_of(in, at,
                    {{"since"},
                     {"as", "early", "as"},
                     {"starting"},
                     {"starting", "on"},
                     {"starting", "from"},
                     {"starting", "in"},
                     {"beginning", "on"},
                     {"beginning"},
                     {"on", "or", "after"},
                     {"at", "or", "after"},
                     {"later", "than", "or", "at"},
                     {"later", "than", "or", "in"},
                     {"after", "or", "equal", "to"},
                     {"any", "time", "from"},
                     {"not", "earlier", "than"},
                     {"no", "earlier", "than"}},
                    "since");
}

// "or later", "and after", "or earlier" behind a value.
std::optional<Bound> read_bound_behind(const TimeText& in, std::size_t at) {
    if (in.is_any(at, {"onwards", "onward"})) return Bound{"since", at + 1};
    if (!in.is_any(at, {"or", "and"})) return std::nullopt;
    if (in.is_any(at + 1, {"later", "onwards"})) return Bound{"since", at + 2};
    const bool last = at + 2 >= in.size() || !in.text.is_word(at + 2);
    if (in.is_any(at + 1, {"after"}) && last) return Bound{"since", at + 2};
    if (in.is_any(at + 1, {"earlier"})) return Bound{"until", at + 2};
    if (in.is(at + 1, "before") && last) return Bound{"until", at + 2};
    return std::nullopt;
}

bool leaves_start(std::string_view modifier) {
    return modifier == "after" || modifier == "since";
}

// Takes one side of `value`. Behind a period "after" starts at its end, "before" ends at its start.
void bound(TimeExpression& value, const Bound& by, std::string_view source) {
    const bool start = leaves_start(by.modifier);
    for (TimeSense& sense : value.senses) {
        if (by.modifier == "after" && value.modifier != "start") sense.start = sense.end;
        if (by.modifier == "before" && value.modifier != "end") sense.end = sense.start;
    }
    value.ends = start ? TimeEnds::since : TimeEnds::until;
    value.modifier = std::string(by.modifier) + (value.modifier.empty() ? "" : "-" + value.modifier);
    value.source = source;
    if (value.kind == TimeKind::date) value.kind = TimeKind::date_range;
    if (value.kind == TimeKind::time) value.kind = TimeKind::time_range;
    if (value.kind == TimeKind::date_time) value.kind = TimeKind::date_time_range;
}

struct BoundValue {
    TimeExpression expression;
    std::string_view source;
};

std::optional<BoundValue> read_value(const TimeText& in, std::size_t at) {
    const std::size_t start =
        in.is_any(at, {"the"}) && !read_day(in, at) && !read_period(in, at) ? at + 1 : at;
    const auto day = read_day(in, start);
    const auto period = read_period(in, start);
    const auto clock = read_clock(in, start);
    BoundValue best{{}, ""};
    const auto take = [&](TimeExpression expression, std::size_t end, std::string_view source) {
        if (end <= best.expression.end) return;
        best = {std::move(expression), source};
        best.expression.end = end;
    };
    if (const auto moment = read_day_and_time(in, start); moment && moment->kind == TimeKind::date_time)
        take(*moment, moment->end, "");
    if (day && day->value.exists) take(day_expression(day->value), day->end, "datetimepoint");
    if (period && period->value.resolved)
        take(period_expression(period->value), period->end, "datetimerange");
    if (clock && clock->value.firm) take(clock_expression(clock->value), clock->end, "datetimepoint");
    if (const auto part = read_day_part(in, start)) take(part_expression(part->value), part->end, "");
    if (in.is(start, "lunch")) take(part_expression(*day_part_word("lunchtime")), start + 1, "");
    if (in.is(start, "dinner")) take(part_expression(*day_part_word("dinnertime")), start + 1, "");
    if (best.expression.end == 0) return std::nullopt;
    return best;
}

// "around tomorrow 10am", "circa 5 in the morning", "after around 3:30pm".
std::size_t behind_about(const TimeText& in, std::size_t at) {
    return in.skip(at, {"around", "about", "circa", "approximately", "approx", "roughly"});
}

MaybeExpression read_about(const TimeText& in, std::size_t at) {
    const std::size_t next = behind_about(in, at);
    if (next == at) return std::nullopt;
    auto value = read_value(in, next);
    if (!value) return std::nullopt;
    TimeExpression& expression = value->expression;
    const bool timed = expression.kind == TimeKind::time || expression.kind == TimeKind::date_time ||
                       expression.kind == TimeKind::time_range;
    if (!timed) return std::nullopt;
    expression.modifier = "approx";
    expression.begin = at;
    return expression;
}

MaybeExpression read_bound_first(const TimeText& in, std::size_t at) {
    if (const auto end = in.behind(at, {"to", "date"})) {
        if (at > 0 && in.is_any(at - 1, {"up", "equals", "equal"})) return std::nullopt;
        TimeExpression today = day_expression(definite_day(in.today()));
        today.senses.front().timex = "PRESENT_REF";
        bound(today, {"before", *end}, "");
        today.begin = at;
        today.end = *end;
        return today;
    }
    const auto by = read_bound(in, at);
    if (!by) return std::nullopt;
    const std::size_t next = behind_about(in, by->end);
    auto value = read_value(in, next);
    if (!value) return std::nullopt;
    if (in.is(at, "by") && value->expression.kind == TimeKind::time && value->expression.senses.size() > 2)
        return std::nullopt;
    if (next > by->end) value->expression.modifier = "approx";
    bound(value->expression, *by, value->source);
    value->expression.begin = at;
    return value->expression;
}

MaybeExpression read_bound_last(const TimeText& in, std::size_t at) {
    auto value = read_value(in, at);
    if (!value) return std::nullopt;
    const auto by = read_bound_behind(in, value->expression.end);
    if (!by) return std::nullopt;
    bound(value->expression, *by, value->source);
    value->expression.begin = at;
    value->expression.end = by->end;
    return value->expression;
}

// A day with one side of a time: "today before 4pm", "3 pm or later on monday".
MaybeExpression read_bound_on_day(const TimeText& in, std::size_t at) {
    const auto day = read_day(in, at);
    if (day && day->value.exists) {
        const std::size_t next = in.skip(day->end, {","});
        const auto by = read_bound(in, next);
        const auto clock = by && !in.is_any(next, {"<", ">"}) ? read_clock(in, by->end) : std::nullopt;
        if (!clock) return std::nullopt;
        TimeExpression expression = day_clock_expression(day->value, clock->value);
        bound(expression, *by, "");
        expression.begin = at;
        expression.end = clock->end;
        return expression;
    }
    const auto clock = read_clock(in, at);
    const auto by = clock && clock->value.firm ? read_bound_behind(in, clock->end) : std::nullopt;
    const auto other = by ? read_day(in, in.skip(by->end, {"on"})) : std::nullopt;
    if (!other) return std::nullopt;
    TimeExpression expression = day_clock_expression(other->value, clock->value);
    bound(expression, *by, "datetimepoint");
    expression.begin = at;
    expression.end = other->end;
    return expression;
}

// "more than 4 days", "less than 3 days after tomorrow".
MaybeExpression read_compared_span(const TimeText& in, std::size_t at) {
    const bool more = in.is_any(at, {"more", "over", "greater", "longer"});
    const bool less = in.is_any(at, {"less", "under", "fewer", "shorter"});
    if ((!more && !less) || !in.is(at + 1, "than")) return std::nullopt;
    const auto span = read_span(in, at + 2);
    if (!span) return std::nullopt;
    TimeExpression expression = span_expression(span->value);
    expression.modifier = more ? "more" : "less";
    expression.end = span->end;
    const bool before = in.is(span->end, "before");
    const auto day =
        before || in.is_any(span->end, {"after", "from"}) ? read_day(in, span->end + 1) : std::nullopt;
    if (day && day->value.exists) {
        const Day base = day->value.future;
        const Day moved = plus(base, span->value, before ? -1 : 1);
        if (more) {
            expression = day_expression(definite_day(moved));
            bound(expression, {before ? "before" : "after", 0}, "");
        } else {
            expression = period_expression(spelled_period({std::min(base, moved), std::max(base, moved)},
                                                          span->value.timex(), Grain::day));
        }
        expression.end = day->end;
    }
    expression.begin = at;
    return expression;
}

}  // namespace

MaybeExpression read_bounded(const TimeText& in, std::size_t at) {
    MaybeExpression best;
    for (const auto& reader :
         {read_bound_on_day, read_bound_first, read_bound_last, read_about, read_compared_span}) {
        auto found = reader(in, at);
        if (found && (!best || found->end > best->end)) best = std::move(found);
    }
    return best;
}

}  // namespace parlance::nlu
