#include <unordered_map>

#include "nlu/datetime/count_reader.h"
#include "nlu/datetime/expression_reader.h"
#include "nlu/datetime/expressions.h"

namespace parlance::nlu {

namespace {

MaybeExpression recurring(std::string timex, std::size_t begin, std::size_t end) {
    TimeExpression expression = recurring_expression(std::move(timex));
    expression.begin = begin;
    expression.end = end;
    return expression;
}

std::optional<std::string_view> adverb(std::string_view word) {
    static const std::unordered_map<std::string_view, std::string_view> table{
        {"daily", "P1D"},    {"everyday", "P1D"}, {"weekly", "P1W"},       {"fortnightly", "P2W"},
        {"biweekly", "P2W"}, {"monthly", "P1M"},  {"bimonthly", "P2M"},    {"quarterly", "P3M"},
        {"yearly", "P1Y"},   {"annually", "P1Y"}, {"annual", "P1Y"},       {"semiannually", "P0.5Y"},
        {"hourly", "PT1H"},  {"nightly", "TNI"},  {"biannually", "P0.5Y"}, {"semiannual", "P0.5Y"},
    };
    const auto found = table.find(word);
    if (found == table.end()) return std::nullopt;
    return found->second;
}

// "weekly", "bi-monthly", "semi-annually".
MaybeRead<std::string> read_adverb(const TimeText& in, std::size_t at) {
    if (const auto word = adverb(in.word(at))) return Read<std::string>{std::string(*word), at + 1};
    if (!in.is_any(at, {"bi", "semi"}) || !in.is(at + 1, "-")) return std::nullopt;
    const auto joined = adverb(std::string(in.word(at)) + std::string(in.word(at + 2)));
    if (!joined) return std::nullopt;
    return Read<std::string>{std::string(*joined), at + 3};
}

std::string unit_timex(const UnitWord& unit, double count) {
    TimeSpan span{{{count, unit.grain, unit.count, false}}};
    if (unit.grain == Grain::quarter) span.parts.front().scale = 3;
    return span.timex();
}

// "every other day", "each two weeks", "any weekend", "every friday", "every night".
MaybeRead<std::string> read_each(const TimeText& in, std::size_t at) {
    if (!in.is_any(at, {"every", "each", "any"})) return std::nullopt;
    const bool other = in.is(at + 1, "other");
    const std::size_t next = other ? at + 2 : at + 1;
    if (const auto weekday = weekday_word(in.word(next)))
        return Read<std::string>{"XXXX-WXX-" + std::to_string(weekday->weekday), next + 1};
    if (const auto part = day_part_word(in.word(next)); part && !other)
        return Read<std::string>{"T" + std::string(part->code), next + 1};
    if (const auto unit = unit_word(in.word(next)); unit && !unit->plural)
        return Read<std::string>{unit_timex(*unit, other ? 2 : 1), next + 1};
    if (const auto month = month_word(in.word(next)))
        return Read<std::string>{"XXXX-" + padded(static_cast<int>(*month), 2), next + 1};
    if (const auto span = read_span(in, next); span && span->value.is_single_unit())
        return Read<std::string>{span->value.timex(), span->end};
    const auto ordinal = read_ordinal(in, next);
    const auto unit = ordinal ? unit_word(in.word(ordinal->end)) : std::nullopt;
    if (!unit || unit->plural) return std::nullopt;
    return Read<std::string>{unit_timex(*unit, ordinal->value), ordinal->end + 1};
}

// "once a week", "one a day", "twice a month".
MaybeRead<std::string> read_times_a(const TimeText& in, std::size_t at) {
    if (!in.is_any(at, {"once", "one", "twice"}) || !in.is_any(at + 1, {"a", "per", "every", "an"}))
        return std::nullopt;
    const auto unit = unit_word(in.word(at + 2));
    if (!unit || unit->plural) return std::nullopt;
    return Read<std::string>{unit_timex(*unit, 1), at + 3};
}

// "thursdays", "friday mornings".
MaybeRead<std::string> read_plural(const TimeText& in, std::size_t at) {
    const auto weekday = weekday_word(in.word(at));
    if (!weekday) return std::nullopt;
    const std::string timex = "XXXX-WXX-" + std::to_string(weekday->weekday);
    const auto part = day_part_word(in.word(at + 1));
    const bool plural_part = part && in.word(at + 1).back() == 's';
    if (plural_part || (weekday->plural && part))
        return Read<std::string>{timex + "T" + std::string(part->code), at + 2};
    if (!weekday->plural) return std::nullopt;
    return Read<std::string>{timex, at + 1};
}

MaybeRead<std::string> read_rule(const TimeText& in, std::size_t at) {
    auto rule = longer(read_adverb(in, at), read_each(in, at));
    rule = longer(std::move(rule), read_times_a(in, at));
    return longer(std::move(rule), read_plural(in, at));
}

// A time beside a rule takes the place of what only says "each day" or "each evening".
std::string with_clock(const std::string& rule, const ClockTime& clock) {
    const bool weekday = rule.starts_with("XXXX");
    return (weekday ? rule.substr(0, rule.find('T')) : "") + clock.timex();
}

}  // namespace

MaybeExpression read_recurring(const TimeText& in, std::size_t at) {
    if (const auto rule = read_rule(in, at)) {
        const bool daily = rule->value == "P1D" || rule->value[0] == 'X' || rule->value[0] == 'T';
        const std::size_t next = in.skip(rule->end, {"at"});
        auto clock = daily ? read_clock(in, next) : std::nullopt;
        const bool late = rule->value == "TNI" || rule->value == "TEV" || rule->value == "TAF";
        if (clock && late && clock->value.ambiguous && clock->value.hour < 12)
            clock->value = clock->value.later_half();
        if (clock && (clock->value.firm || next > rule->end))
            return recurring(with_clock(rule->value, clock->value), at, clock->end);
        return recurring(rule->value, at, rule->end);
    }
    const auto clock = read_clock(in, at);
    if (!clock || !clock->value.firm) return std::nullopt;
    const auto rule = read_rule(in, in.skip(clock->end, {"on"}));
    if (!rule || (rule->value != "P1D" && rule->value[0] != 'X')) return std::nullopt;
    return recurring(with_clock(rule->value, clock->value), at, rule->end);
}

}  // namespace parlance::nlu
