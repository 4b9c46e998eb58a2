#include "nlg/supported_values.h"

#include <algorithm>
#include <cmath>

#include "nlg/wording.h"

namespace parlance::nlg {
namespace {

constexpr std::size_t least_digits_of_a_mention = 3;

bool is_word_byte(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool is_digit_at(std::string_view text, std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

// Whether [begin, end) is no piece of a longer number or word, and no sign in front changes it.
bool stands_alone(std::string_view text, std::size_t begin, std::size_t end) {
    if (begin > 0) {
        const char before = text[begin - 1];
        if (before == '-' || (is_word_byte(before) && is_word_byte(text[begin]))) return false;
        if ((before == '.' || before == ',') && begin >= 2 && is_digit_at(text, begin - 2)) return false;
        if (is_negative_at(text, begin)) return false;
    }
    if (end >= text.size()) return true;
    if (is_word_byte(text[end]) && is_word_byte(text[end - 1])) return false;
    return !((text[end] == '.' || text[end] == ',') && is_digit_at(text, end + 1));
}

bool same_day(const CalendarDate& left, const CalendarDate& right, bool with_year) {
    const bool same = left.day.month() == right.day.month() && left.day.day() == right.day.day();
    return same && (!with_year || left.day.year() == right.day.year());
}

void add_occurrences(const std::string& wording, std::string_view reply, std::vector<nlu::TextSpan>& spans) {
    for (std::size_t at = reply.find(wording); at != std::string_view::npos;
         at = reply.find(wording, at + 1)) {
        if (stands_alone(reply, at, at + wording.size())) spans.push_back({at, at + wording.size()});
    }
}

}  // namespace

SupportedValues SupportedValues::of_plan(const ReplyPlan& plan) {
    SupportedValues values;
    for (const Fact& fact : plan.facts) values.add(fact.value, plan.locale);
    for (const auto& [name, value] : plan.slots) values.add(value, plan.locale);
    return values;
}

SupportedValues SupportedValues::of_profile(const ReplyPlan& plan) {
    SupportedValues values;
    values.numbers_support_money_ = true;
    for (const Fact& fact : plan.facts) {
        if (fact.name.text.starts_with("profile.")) values.add(fact.value, plan.locale);
    }
    return values;
}

void SupportedValues::add(const SlotValue& value, const Locale& locale) {
    if (const auto* money = std::get_if<Money>(&value)) {
        money_.push_back(*money);
        if (numbers_support_money_) numbers_.push_back(in_major_units(*money));
    } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        numbers_.push_back(static_cast<double>(*whole));
        return;
    } else if (const auto* real = std::get_if<double>(&value)) {
        numbers_.push_back(*real);
        return;
    } else if (const auto* date = std::get_if<CalendarDate>(&value)) {
        dates_.push_back(*date);
    } else if (const auto* range = std::get_if<DateRange>(&value)) {
        ranges_.push_back(*range);
        dates_.push_back(range->first);
        dates_.push_back(range->last);
    } else if (std::holds_alternative<bool>(value)) {
        return;
    }
    std::string wording = plain_digits(word(value, locale));
    if (!has_digit(wording)) return;
    if (std::holds_alternative<std::string>(value)) {
        for (const nlu::TextSpan& run : digit_runs(wording)) {
            if (run.length() < least_digits_of_a_mention) continue;
            digit_runs_.push_back(wording.substr(run.begin, run.length()));
        }
    }
    const bool is_date = std::holds_alternative<CalendarDate>(value);
    const std::size_t year = is_date ? wording.rfind(' ') : std::string::npos;
    if (year != std::string::npos) days_of_year_.push_back(wording.substr(0, year));
    wordings_.push_back(std::move(wording));
}

bool SupportedValues::supports_money(const Money& stated) const {
    if (std::find(money_.begin(), money_.end(), stated) != money_.end()) return true;
    if (!numbers_support_money_) return false;
    const double cents = std::abs(static_cast<double>(stated.minor_units));
    const int decimals = cents == std::floor(cents / 100) * 100 ? 0
                         : cents == std::floor(cents / 10) * 10 ? 1
                                                                : 2;
    return supports_number({in_major_units(stated), decimals});
}

bool SupportedValues::supports_number(const ShownNumber& stated) const {
    return std::any_of(numbers_.begin(), numbers_.end(),
                       [&](double exact) { return is_rounding_of(stated, exact); });
}

bool SupportedValues::supports_percent(const ShownNumber& stated) const {
    return std::any_of(numbers_.begin(), numbers_.end(), [&](double exact) {
        const bool is_share = std::abs(exact) < 1 && exact != 0;
        return is_rounding_of(stated, exact) || (is_share && is_rounding_of(stated, exact * 100));
    });
}

bool SupportedValues::supports_date(const CalendarDate& stated, bool with_year) const {
    return std::any_of(dates_.begin(), dates_.end(),
                       [&](const CalendarDate& date) { return same_day(stated, date, with_year); });
}

bool SupportedValues::supports_range(const DateRange& stated, bool with_year) const {
    if (supports_date(stated.first, with_year) && supports_date(stated.last, with_year)) return true;
    return std::find(ranges_.begin(), ranges_.end(), stated) != ranges_.end();
}

bool SupportedValues::supports_digits(std::string_view run) const {
    return std::find(digit_runs_.begin(), digit_runs_.end(), run) != digit_runs_.end();
}

std::vector<nlu::TextSpan> SupportedValues::exact_occurrences(std::string_view reply) const {
    std::vector<nlu::TextSpan> spans;
    for (const std::string& wording : wordings_) add_occurrences(wording, reply, spans);
    const auto with_years = spans.size();
    for (const std::string& wording : days_of_year_) add_occurrences(wording, reply, spans);
    const auto is_followed_by_number = [&](const nlu::TextSpan& span) {
        return is_number_next(reply, span.end);
    };
    // A day without its year says nothing about the year that follows.
    spans.erase(std::remove_if(spans.begin() + static_cast<std::ptrdiff_t>(with_years), spans.end(),
                               is_followed_by_number),
                spans.end());
    return spans;
}

}  // namespace parlance::nlg
