#include "nlu/datetime/time_resolution.h"

#include "nlu/datetime/day_arithmetic.h"

namespace parlance::nlu {

namespace {

std::string moment_text(TimeKind kind, Instant at) {
    switch (kind) {
        case TimeKind::date:
        case TimeKind::date_range: return day_text(std::chrono::floor<std::chrono::days>(at));
        case TimeKind::time:
        case TimeKind::time_range: return clock_text(at);
        case TimeKind::date_time:
        case TimeKind::date_time_range: return instant_text(at);
        case TimeKind::duration:
        case TimeKind::recurring: break;
    }
    return "not resolved";
}

std::string list_of(const std::vector<Day>& days) {
    std::string text;
    for (const Day day : days) text.append(text.empty() ? "" : ",").append(day_text(day));
    return text;
}

void put_ends(const TimeExpression& expression, const TimeSense& sense,
              std::map<std::string, std::string>& value) {
    switch (expression.ends) {
        case TimeEnds::unresolved: value["value"] = "not resolved"; return;
        case TimeEnds::point: value["value"] = moment_text(expression.kind, sense.start); return;
        case TimeEnds::since: value["start"] = moment_text(expression.kind, sense.start); return;
        case TimeEnds::until: value["end"] = moment_text(expression.kind, sense.end); return;
        case TimeEnds::range: break;
    }
    value["start"] = moment_text(expression.kind, sense.start);
    value["end"] = moment_text(expression.kind, sense.end);
}

}  // namespace

std::string_view type_of(TimeKind kind) {
    switch (kind) {
        case TimeKind::date: return "date";
        case TimeKind::time: return "time";
        case TimeKind::date_time: return "datetime";
        case TimeKind::date_range: return "daterange";
        case TimeKind::time_range: return "timerange";
        case TimeKind::date_time_range: return "datetimerange";
        case TimeKind::duration: return "duration";
        case TimeKind::recurring: break;
    }
    return "set";
}

TimeResolution resolution_of(const TimeExpression& expression) {
    TimeResolution values;
    const bool point = expression.kind == TimeKind::time || expression.kind == TimeKind::date_time;
    for (const TimeSense& sense : expression.senses) {
        std::map<std::string, std::string> value{{"timex", sense.timex},
                                                 {"type", std::string(type_of(expression.kind))}};
        // An approximate moment is a range without known ends.
        if (point && expression.modifier == "approx") value["type"] += "range";
        if (!expression.modifier.empty()) value["Mod"] = expression.modifier;
        if (!expression.source.empty()) value["sourceEntity"] = expression.source;
        if (!expression.days.empty()) value["list"] = list_of(expression.days);
        put_ends(expression, sense, value);
        if (expression.kind == TimeKind::duration)
            value["value"] = std::to_string(static_cast<long long>(expression.seconds));
        values.push_back(std::move(value));
    }
    return values;
}

}  // namespace parlance::nlu
