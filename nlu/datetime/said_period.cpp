#include "nlu/datetime/period_reader.h"

namespace parlance::nlu {

SaidPeriod definite_period(std::string timex, DaySpan days, Grain grain) {
    SaidPeriod period;
    period.timex = std::move(timex);
    period.past = period.future = days;
    period.grain = grain;
    return period;
}

SaidPeriod spelled_period(DaySpan days, const std::string& duration, Grain grain) {
    return definite_period("(" + day_text(days.first) + "," + day_text(days.end) + "," + duration + ")", days,
                           grain);
}

SaidPeriod month_period(int year, unsigned month) {
    const DaySpan days = month_span(year, month, 1);
    return definite_period(month_text(days.first), days, Grain::month);
}

SaidPeriod month_without_year(const TimeText& in, unsigned month) {
    const int year = year_of(in.today());
    const bool begun = month < month_of(in.today());
    SaidPeriod period;
    period.timex = "XXXX-" + padded(static_cast<int>(month), 2);
    period.past = month_span(begun ? year : year - 1, month, 1);
    period.future = month_span(begun ? year + 1 : year, month, 1);
    period.grain = Grain::month;
    period.month = month;
    return period;
}

}  // namespace parlance::nlu
