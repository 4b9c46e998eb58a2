#include "nlg/grounding_check.h"

#include <algorithm>
#include <optional>

#include "nlg/stated_numbers.h"
#include "nlg/supported_values.h"
#include "nlg/wording.h"
#include "nlu/normaliser.h"
#include "nlu/understander.h"

namespace parlance::nlg {
namespace {

using nlu::Entity;
using nlu::TextSpan;
using Recognisers = std::vector<std::unique_ptr<const nlu::EntityExtractor>>;

// One text of a reply that is read again, and what it may state.
struct Reading {
    std::string text;  // with plain digits
    Locale locale;
    SupportedValues supported;
    std::vector<TextSpan> exact;      // wordings of values, standing there as they are
    std::vector<TextSpan> numbering;  // of list lines
    std::vector<TextSpan> runs;       // all digits
};

bool holds(const TextSpan& outer, const TextSpan& inner) {
    return outer.begin <= inner.begin && inner.end <= outer.end;
}

bool overlap(const TextSpan& left, const TextSpan& right) {
    return left.begin < right.end && right.begin < left.end;
}

bool is_held_by_any(const std::vector<TextSpan>& outer, const TextSpan& inner) {
    return std::any_of(outer.begin(), outer.end(), [&](const TextSpan& span) { return holds(span, inner); });
}

std::string_view part(const Reading& reading, const TextSpan& span) {
    return std::string_view(reading.text).substr(span.begin, span.length());
}

bool is_date(const Entity& entity) {
    return std::holds_alternative<CalendarDate>(entity.value) ||
           std::holds_alternative<DateRange>(entity.value);
}

std::string kind_of_statement(const Entity& entity) {
    if (std::holds_alternative<Money>(entity.value)) return "money";
    return is_date(entity) ? "date" : "percent";
}

// Digits decide; only an amount with its currency counts when it is written in words.
bool is_statement(const Entity& entity, const Reading& reading) {
    if (std::holds_alternative<Money>(entity.value)) return true;
    return (is_date(entity) || entity.kind.text == "percent") && has_digit(part(reading, entity.span));
}

// Amounts, percentages and dates, the longer of two that overlap.
std::vector<Entity> read_statements(const Recognisers& recognisers, const Reading& reading, TimePoint now) {
    std::vector<Entity> found;
    const nlu::Utterance utterance{reading.text, reading.locale, now};
    for (const auto& recogniser : recognisers) recogniser->extract(utterance, found);
    std::erase_if(found, [&](const Entity& entity) { return !is_statement(entity, reading); });
    std::stable_sort(found.begin(), found.end(), [](const Entity& left, const Entity& right) {
        return left.span.length() > right.span.length();
    });
    std::vector<Entity> statements;
    for (Entity& entity : found) {
        const bool taken = std::any_of(statements.begin(), statements.end(),
                                       [&](const Entity& other) { return overlap(other.span, entity.span); });
        if (!taken) statements.push_back(std::move(entity));
    }
    return statements;
}

std::vector<TextSpan> runs_in(const Reading& reading, const TextSpan& span) {
    std::vector<TextSpan> runs;
    std::copy_if(reading.runs.begin(), reading.runs.end(), std::back_inserter(runs),
                 [&](const TextSpan& run) { return overlap(span, run); });
    return runs;
}

bool names_year(std::string_view text) {
    int groups = 0;
    std::size_t length = 0;
    bool four_digits = false;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const bool digit = i < text.size() && text[i] >= '0' && text[i] <= '9';
        if (digit && length == 0) ++groups;
        length = digit ? length + 1 : 0;
        four_digits = four_digits || length == 4;
    }
    return four_digits || groups >= 3;
}

// Whether the date's month stands in `text` by its name, whose first letters suffice: "20 Nov".
bool names_month(std::string_view text, const CalendarDate& date, const Locale& locale) {
    constexpr std::size_t abbreviation = 3;
    const std::string worded = word(date, locale);
    const std::size_t space = worded.find(' ');
    if (space == std::string::npos) return false;
    const std::string folded = nlu::fold(text);
    return folded.find(nlu::fold(worded.substr(space + 1, abbreviation))) != std::string::npos;
}

// "in 30 days", "on the 20th": a number that no date can be told from, although a recogniser makes one of it.
bool is_relative(const Entity& entity, const Reading& reading, const std::vector<TextSpan>& runs) {
    if (!is_date(entity) || runs.size() != 1) return false;
    const std::string_view text = part(reading, entity.span);
    if (!read_number(part(reading, runs.front()), reading.locale)) return false;  // "20.11.2026"
    const auto* date = std::get_if<CalendarDate>(&entity.value);
    const auto* range = std::get_if<DateRange>(&entity.value);
    if (date != nullptr) return !names_month(text, *date, reading.locale);
    return !names_month(text, range->first, reading.locale) &&
           !names_month(text, range->last, reading.locale);
}

std::optional<ShownNumber> shown_at(const Reading& reading, const TextSpan& run) {
    auto number = read_number(part(reading, run), reading.locale);
    if (number && is_negative_at(reading.text, run.begin)) number->value = -number->value;
    return number;
}

bool is_value_supported(const Entity& entity, const Reading& reading, const std::vector<TextSpan>& runs) {
    if (const auto* money = std::get_if<Money>(&entity.value)) {
        Money stated = *money;
        if (stated.minor_units > 0 && is_negative_at(reading.text, entity.span.begin)) {
            stated.minor_units = -stated.minor_units;
        }
        return reading.supported.supports_money(stated);
    }
    const bool with_year = names_year(part(reading, entity.span));
    if (is_date(entity) && !with_year && is_number_next(reading.text, entity.span.end)) return false;
    if (const auto* date = std::get_if<CalendarDate>(&entity.value)) {
        return reading.supported.supports_date(*date, with_year);
    }
    if (const auto* range = std::get_if<DateRange>(&entity.value)) {
        return reading.supported.supports_range(*range, with_year);
    }
    return std::all_of(runs.begin(), runs.end(), [&](const TextSpan& run) {
        const auto number = shown_at(reading, run);
        return number && reading.supported.supports_percent(*number);
    });
}

// An amount or a percentage with its sign, or all the digits of a date, inside a value's own wording.
bool is_exact(const Entity& entity, const Reading& reading, const std::vector<TextSpan>& runs) {
    if (!is_date(entity)) return is_held_by_any(reading.exact, entity.span);
    return std::all_of(runs.begin(), runs.end(),
                       [&](const TextSpan& run) { return is_held_by_any(reading.exact, run); });
}

bool is_run_supported(const TextSpan& run, const Reading& reading) {
    if (is_held_by_any(reading.exact, run) || is_held_by_any(reading.numbering, run)) return true;
    if (reading.supported.supports_digits(part(reading, run))) return true;
    const auto number = shown_at(reading, run);
    return number && reading.supported.supports_number(*number);
}

// Every amount, percentage and date first, then every digit that none of them holds.
std::vector<UngroundedStatement> check_reading(const Recognisers& recognisers, const Reading& reading,
                                               TimePoint now) {
    std::vector<UngroundedStatement> ungrounded;
    std::vector<TextSpan> settled;
    for (const Entity& entity : read_statements(recognisers, reading, now)) {
        const auto runs = runs_in(reading, entity.span);
        if (is_relative(entity, reading, runs)) continue;
        const bool whole = std::all_of(runs.begin(), runs.end(),
                                       [&](const TextSpan& run) { return holds(entity.span, run); });
        settled.push_back(entity.span);
        if (is_exact(entity, reading, runs)) continue;
        if (whole && is_value_supported(entity, reading, runs)) continue;
        const bool one_number = is_date(entity) && runs.size() == 1 && runs.front() == entity.span;
        if (one_number && is_run_supported(runs.front(), reading)) continue;
        ungrounded.push_back({std::string(part(reading, entity.span)), kind_of_statement(entity)});
    }
    for (const TextSpan& run : reading.runs) {
        if (is_held_by_any(settled, run) || is_run_supported(run, reading)) continue;
        ungrounded.push_back({std::string(part(reading, run)), "number"});
    }
    return ungrounded;
}

Reading read_again(std::string_view text, const Locale& locale, const SupportedValues& supported) {
    Reading reading{plain_digits(text), locale, supported, {}, {}, {}};
    reading.exact = supported.exact_occurrences(reading.text);
    reading.numbering = list_numbering(reading.text);
    reading.runs = digit_runs(reading.text);
    return reading;
}

TimePoint latest(const std::vector<Fact>& facts) {
    TimePoint at{};
    for (const Fact& fact : facts) at = std::max(at, fact.as_of);
    return at;
}

}  // namespace

GroundingCheck::GroundingCheck() : recognisers_(nlu::make_extractors(Pack{})) {}
GroundingCheck::~GroundingCheck() = default;
GroundingCheck::GroundingCheck(GroundingCheck&&) noexcept = default;
GroundingCheck& GroundingCheck::operator=(GroundingCheck&&) noexcept = default;

std::vector<UngroundedStatement> GroundingCheck::check(const Reply& reply, const ReplyPlan& plan) const {
    const TimePoint now = latest(plan.facts);
    std::vector<UngroundedStatement> ungrounded;
    const auto check_text = [&](const std::string& text, const SupportedValues& supported) {
        const auto found = check_reading(recognisers_, read_again(text, plan.locale, supported), now);
        ungrounded.insert(ungrounded.end(), found.begin(), found.end());
    };
    const SupportedValues stated = SupportedValues::of_plan(plan);
    check_text(reply.text, stated);
    for (const Citation& citation : reply.citations) check_text(citation.snippet, stated);
    if (reply.recommendations.empty()) return ungrounded;
    const SupportedValues profile = SupportedValues::of_profile(plan);
    for (const personalization::Recommendation& recommendation : reply.recommendations) {
        check_text(recommendation.summary, profile);
        for (const personalization::Reason& reason : recommendation.reasons) check_text(reason.text, profile);
    }
    return ungrounded;
}

}  // namespace parlance::nlg
