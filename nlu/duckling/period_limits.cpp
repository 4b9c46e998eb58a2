#include "nlu/duckling/period_limits.h"

#include <array>
#include <string>

#include "nlu/datetime/day_arithmetic.h"
#include "nlu/duckling/moment_terms.h"

namespace parlance::nlu {

namespace {

using std::chrono::days;
using std::chrono::hours;

Day day_of_instant(Instant at) {
    return std::chrono::floor<days>(at);
}

// The hours that duckling gives a part of the day, by its TIMEX code; 24 is the end of the day.
struct PartHours {
    std::string_view code;
    int from;
    int to;
};
constexpr std::array<PartHours, 6> part_hours{
    {{"TMO", 0, 12}, {"TAF", 12, 19}, {"TEV", 18, 24}, {"TNI", 18, 24}, {"TMEL", 12, 14}, {"TMED", 18, 24}}};

// First and last day of a season, by its TIMEX code.
struct SeasonDays {
    std::string_view code;
    unsigned month;
    unsigned day;
    unsigned end_month;  // the first day behind
    unsigned end_day;
};
constexpr std::array<SeasonDays, 4> seasons{
    {{"-SP", 3, 20, 6, 22}, {"-SU", 6, 21, 9, 24}, {"-FA", 9, 23, 12, 22}, {"-WI", 12, 21, 3, 21}}};

}  // namespace

std::optional<Resolution> part_terms(const TimeSense& sense, std::string_view modifier) {
    for (const auto& [code, from, to] : part_hours) {
        if (!sense.timex.ends_with(code)) continue;
        const Day day = day_of_instant(sense.start);
        const int first = modifier == "end" && to == 24 ? 21 : from;
        const int end = modifier == "start" && from == 0 ? 9 : to;
        return range_terms(day + hours(first), day + hours(end), Grain::hour);
    }
    return std::nullopt;
}

std::optional<Resolution> season_terms(std::string_view timex, Instant now) {
    const std::string dashed = (timex.size() == 2 ? "-" : "") + std::string(timex);
    for (const SeasonDays& season : seasons) {
        if (!dashed.ends_with(season.code)) continue;
        int year = year_of(day_of_instant(now));
        const bool dated = dashed.size() == 7 && dashed[0] >= '0' && dashed[0] <= '9';
        if (dated) year = std::stoi(dashed.substr(0, 4));
        const bool over_new_year = season.end_month < season.month;
        const bool this_year = year == year_of(day_of_instant(now));
        if (this_year && over_new_year && now < *day_of(year, season.end_month, season.end_day)) --year;
        return range_terms(*day_of(year, season.month, season.day),
                           *day_of(year + (over_new_year ? 1 : 0), season.end_month, season.end_day),
                           Grain::day);
    }
    return std::nullopt;
}

std::optional<Resolution> edge_terms(const TimeSense& sense, std::string_view modifier) {
    if (modifier != "start" && modifier != "mid" && modifier != "end") return std::nullopt;
    const Day first = day_of_instant(sense.start);
    const Day last = day_of_instant(sense.end) - days(1);
    if (last - first > days(100)) {
        const Day year = span_around(Grain::year, first, 0).first;
        if (modifier == "start") return range_terms(year, plus_months(year, 3), Grain::month);
        if (modifier == "end") return range_terms(plus_months(year, 8), plus_months(year, 12), Grain::month);
        return std::nullopt;
    }
    const DaySpan month = span_around(Grain::month, modifier == "end" ? last : first, 0);
    if (last - first < days(8)) return std::nullopt;
    if (modifier == "start") return range_terms(month.first, month.first + days(10), Grain::day);
    if (modifier == "mid") return range_terms(month.first + days(10), month.first + days(20), Grain::day);
    return range_terms(month.first + days(20), month.end, Grain::day);
}

}  // namespace parlance::nlu
