#include "personalization/offer_reasons.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace parlance::personalization {
namespace {

constexpr std::size_t most_reasons = 3;

std::optional<double> number_of(const Attributes& attributes, const std::string& name) {
    const auto found = attributes.find(name);
    if (found == attributes.end()) return std::nullopt;
    if (const auto* whole = std::get_if<std::int64_t>(&found->second)) return static_cast<double>(*whole);
    if (const auto* real = std::get_if<double>(&found->second)) return *real;
    if (const auto* money = std::get_if<Money>(&found->second)) return in_major_units(*money);
    return std::nullopt;
}

std::optional<std::string> fill(std::string_view text, const Attributes& attributes, const Locale& locale) {
    std::string filled;
    while (!text.empty()) {
        const std::size_t open = text.find('{');
        const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
        filled += text.substr(0, close == std::string_view::npos ? close : open);
        if (close == std::string_view::npos) break;
        const auto number = number_of(attributes, std::string(text.substr(open + 1, close - open - 1)));
        if (!number || !std::isfinite(*number)) return std::nullopt;
        filled += stated_number(*number, locale);
        text.remove_prefix(close + 1);
    }
    return filled;
}

}  // namespace

std::vector<std::string> placeholders_in(std::string_view text) {
    std::vector<std::string> names;
    std::size_t open = text.find('{');
    while (open != std::string_view::npos) {
        const std::size_t close = text.find('}', open);
        if (close == std::string_view::npos) break;
        names.emplace_back(text.substr(open + 1, close - open - 1));
        open = text.find('{', close);
    }
    return names;
}

std::string stated_number(double number, const Locale& locale) {
    const double tenths = std::round(number * 10);
    const bool whole = std::fmod(tenths, 10.0) == 0.0;
    std::array<char, 400> buffer{};
    std::snprintf(buffer.data(), buffer.size(), whole ? "%.0f" : "%.1f", tenths / 10 + 0.0);
    std::string text = buffer.data();
    if (locale.tag.starts_with("de")) std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

std::vector<Reason> reasons_for(const Offer& offer, const Attributes& attributes, const CalendarDate& today,
                                const Locale& locale) {
    std::vector<Reason> reasons;
    const ValueLookup lookup = lookup_in(attributes);
    for (const ReasonRule& rule : offer.reasons) {
        const auto text = rule.text.find(locale.tag);
        if (text == rule.text.end() || !rule.condition.holds(lookup, today)) continue;
        if (auto filled = fill(text->second, attributes, locale))
            reasons.push_back({std::move(*filled), rule.weight});
    }
    std::stable_sort(reasons.begin(), reasons.end(),
                     [](const Reason& left, const Reason& right) { return left.weight > right.weight; });
    if (reasons.size() > most_reasons) reasons.resize(most_reasons);
    return reasons;
}

}  // namespace parlance::personalization
