#include "nlu/duckling/duration_terms.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "nlu/recognizers/value_text.h"

namespace parlance::nlu {

namespace {

// Each grain and how many of the one below make it; a month is thirty days where it is cut in parts.
struct Step {
    Grain grain;
    double of_next;
};
constexpr std::array<Step, 7> steps{{{Grain::year, 12},
                                     {Grain::month, 30},
                                     {Grain::week, 7},
                                     {Grain::day, 24},
                                     {Grain::hour, 60},
                                     {Grain::minute, 60},
                                     {Grain::second, 1}}};

std::size_t step_of(Grain grain) {
    const auto found =
        std::find_if(steps.begin(), steps.end(), [&](const Step& step) { return step.grain == grain; });
    return static_cast<std::size_t>(found - steps.begin());
}

// A quarter is counted in months and a weekend as a week.
TimeSpan::Part plain_part(TimeSpan::Part part) {
    part.count *= part.scale;
    if (part.grain == Grain::week && part.scale == 2) {  // fortnights
        part.grain = Grain::day;
        part.count *= 7;
    }
    part.scale = 1;
    if (part.grain == Grain::quarter) part.grain = Grain::month;
    if (part.grain == Grain::weekend) part.grain = Grain::week;
    return part;
}

// A month has no whole number of weeks: it is cut in days, a year in 365.
double count_in(const TimeSpan::Part& part, std::size_t step) {
    const bool over_months = part.grain == Grain::year && steps[step].grain < Grain::month;
    double count = over_months ? 365 * part.count : part.count;
    for (std::size_t i = over_months ? step_of(Grain::day) : step_of(part.grain); i < step; ++i) {
        const bool over_weeks = steps[i].grain == Grain::month && step > i + 1;
        count *= steps[i].of_next;
        if (over_weeks) ++i;
    }
    return count;
}

}  // namespace

TimeSpan in_whole_units(const TimeSpan& span) {
    std::size_t step = 0;
    for (const TimeSpan::Part& part : span.parts) step = std::max(step, step_of(plain_part(part).grain));
    for (;; ++step) {
        double total = 0;
        for (const TimeSpan::Part& part : span.parts) total += count_in(plain_part(part), step);
        const bool passes_weeks =
            steps[step].grain == Grain::week && span.parts.front().grain >= Grain::month;
        if ((total == std::floor(total) && !passes_weeks) || step + 1 == steps.size())
            return {{{total, steps[step].grain}}};
    }
}

Resolution duration_terms(const TimeSpan& span) {
    const TimeSpan::Part whole = in_whole_units(span).parts.front();
    return {{"value", value_text(whole.count)}, {"unit", std::string(grain_name(whole.grain))}};
}

std::string_view grain_name(Grain grain) {
    switch (grain) {
        case Grain::second: return "second";
        case Grain::minute: return "minute";
        case Grain::hour: return "hour";
        case Grain::day: return "day";
        case Grain::week:
        case Grain::weekend: return "week";
        case Grain::month: return "month";
        case Grain::quarter: return "quarter";
        case Grain::year: break;
    }
    return "year";
}

}  // namespace parlance::nlu
