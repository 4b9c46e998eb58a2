#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intents/slot_value.h"
#include "nlg/reply_plan.h"
#include "nlg/stated_numbers.h"

namespace parlance::nlg {

// Everything that one part of a reply may state, sorted by kind.
class SupportedValues {
public:
    // For the reply's text and the citations: every fact and slot of the plan.
    static SupportedValues of_plan(const ReplyPlan& plan);
    // For recommendations: the facts named profile.*; as reasons state plain numbers, a number supports an
    // amount or a percentage of equal size.
    static SupportedValues of_profile(const ReplyPlan& plan);

    bool supports_money(const Money& stated) const;
    bool supports_number(const ShownNumber& stated) const;
    // As a number, or as a hundredfold share: 2.4 % for 0.024.
    bool supports_percent(const ShownNumber& stated) const;
    // with_year: whether the statement names the year; without, day and month must agree.
    bool supports_date(const CalendarDate& stated, bool with_year) const;
    bool supports_range(const DateRange& stated, bool with_year) const;
    // A run of three or more digits that stands as such in a text.
    bool supports_digits(std::string_view run) const;

    // Where amounts, dates and texts stand in `reply` exactly as they would be worded.
    std::vector<nlu::TextSpan> exact_occurrences(std::string_view reply) const;

private:
    void add(const SlotValue& value, const Locale& locale);

    std::vector<Money> money_;
    std::vector<double> numbers_;
    std::vector<CalendarDate> dates_;
    std::vector<DateRange> ranges_;
    std::vector<std::string> digit_runs_;
    std::vector<std::string> wordings_;
    std::vector<std::string> days_of_year_;  // dates worded without their year
    bool numbers_support_money_ = false;
};

}  // namespace parlance::nlg
