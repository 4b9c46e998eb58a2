#include "nlu/duckling/stretch_bounds.h"

#include "nlu/datetime/expression_reader.h"
#include "nlu/duckling/cycle_reader.h"
#include "nlu/duckling/duration_terms.h"
#include "nlu/duckling/moment_text.h"
#include "nlu/duckling/stretch_reader.h"
#include "nlu/duckling/time_terms.h"

namespace parlance::nlu {

namespace {

using std::chrono::hours;
using Bounded = MaybeRead<Resolution>;

Bounded range(const std::string& from, const std::string& to, std::string_view grain, std::size_t end) {
    return Read<Resolution>{{{"from", from}, {"to", to}, {"grain", std::string(grain)}}, end};
}

// An expression with one moment or unit, in duckling's terms.
Bounded read_value(const TimeText& in, std::size_t at) {
    const auto expression = read_expression(in, at);
    auto terms = expression ? time_terms(*expression, in.now) : std::nullopt;
    if (!terms || !terms->contains("value")) return std::nullopt;
    return Read<Resolution>{std::move(*terms), expression->end};
}

// "by 2pm" ends at the moment, "by the end of next month" where the month does.
Bounded read_by(const TimeText& in, std::size_t at) {
    if (!in.is(at, "by")) return std::nullopt;
    const auto expression = read_expression(in, at);
    if (!expression || expression->ends != TimeEnds::until) return std::nullopt;
    auto terms = time_terms(*expression, in.now);
    if (!terms) return std::nullopt;
    return range(moment_text(in.now), terms->at("to"), "second", expression->end);
}

Bounded read_within(const TimeText& in, std::size_t at) {
    if (!in.is(at, "within")) return std::nullopt;
    const auto stretch = read_stretch(in, at + 1);
    if (!stretch) return std::nullopt;
    const Resolution end = moment_after(in, stretch->value);
    return range(moment_text(in.now), end.at("value"), "second", stretch->end);
}

// "from tomorrow", "after 5 days".
Bounded read_since(const TimeText& in, std::size_t at) {
    if (in.is_any(at, {"after"})) {
        const auto stretch = read_stretch(in, at + 1);
        if (!stretch) return std::nullopt;
        const Resolution start = moment_after(in, stretch->value);
        return range(start.at("value"), "open", start.at("grain"), stretch->end);
    }
    const auto from = in.is(at, "from") ? read_value(in, at + 1) : std::nullopt;
    if (!from) return std::nullopt;
    return range(from->value.at("value"), "open", from->value.at("grain"), from->end);
}

Instant one_more(Instant at, std::string_view grain) {
    if (grain == "second") return at + std::chrono::seconds(1);
    if (grain == "minute") return at + std::chrono::minutes(1);
    return grain == "hour" ? at + hours(1) : at + hours(24);
}

// "[from] 16:00 for 30 minutes", "for 10 days [starting] from 18th dec".
Bounded read_length_and_start(const TimeText& in, std::size_t at) {
    const bool length_first = in.is(at, "for");
    auto stretch = length_first ? read_stretch(in, at + 1) : std::nullopt;
    if (length_first && !stretch) return std::nullopt;
    const std::size_t joint = length_first ? in.skip(stretch->end, {"starting", "beginning"}) : at;
    if (length_first && !in.is_any(joint, {"from", "on", "at"})) return std::nullopt;
    const auto start = read_value(in, in.skip(joint, {"from", "on", "at"}));
    if (!start) return std::nullopt;
    std::size_t end = start->end;
    if (!length_first) {
        stretch = in.is(end, "for") ? read_stretch(in, end + 1) : std::nullopt;
        if (!stretch) return std::nullopt;
        end = stretch->end;
    }
    const auto first = instant_in(start->value.at("value"));
    const std::string& grain = start->value.at("grain");
    if (!first) return std::nullopt;
    return range(moment_text(*first), moment_text(one_more(plus(*first, stretch->value, 1), grain)), grain,
                 end);
}

// Hours that belong to a habit of the day.
Bounded read_habit(const TimeText& in, std::size_t at) {
    if (!in.is(at, "after")) return std::nullopt;
    const auto today = [&](int from, int to) {
        return range(moment_text(in.today() + hours(from)), moment_text(in.today() + hours(to)), "hour",
                     at + 2);
    };
    if (in.is_any(at + 1, {"lunch", "lunchtime"})) return today(13, 17);
    if (in.is(at + 1, "work")) return today(17, 21);
    return in.is(at + 1, "school") ? today(15, 21) : std::nullopt;
}

}  // namespace

MaybeRead<Resolution> read_bounded_stretch(const TimeText& in, std::size_t at) {
    // The more particular goes before what reads as many words.
    Bounded best = read_habit(in, at);
    for (const auto& reader : {read_by, read_within, read_length_and_start, read_since})
        best = longer(std::move(best), reader(in, at));
    return best;
}

}  // namespace parlance::nlu
