#include "nlu/duckling/amount_grammar.h"

#include <span>
#include <string_view>

#include "nlu/number_expression.h"
#include "nlu/recognizers/value_text.h"
#include "nlu/token_phrase.h"

namespace parlance::nlu {

namespace {

struct Reading {
    Resolution resolution;
    std::size_t end = 0;
};

using MaybeReading = std::optional<Reading>;

// The token behind the first of the phrases that stands at `at`, or `at`.
std::size_t behind_any(const TokenizedText& text, std::size_t at, std::span<const std::string_view> phrases) {
    for (const std::string_view phrase : phrases) {
        if (const std::size_t end = behind_phrase(text, at, phrase); end > at) return end;
    }
    return at;
}

std::size_t behind_precision(const TokenizedText& text, std::size_t at) {
    static constexpr std::string_view phrases[] = {"about",   "around",  "approximately", "approx .",
                                                   "approx",  "~",       "nearly",        "almost",
                                                   "roughly", "exactly", "close to",      "precisely"};
    return behind_any(text, at, phrases);
}

std::optional<double> number_alone(const TokenizedText& text, std::size_t& at) {
    const auto number = read_number_expression(text, at, "en");
    if (!number) return std::nullopt;
    at = number->end;
    return number->value;
}

// The low end of an interval: an amount, or a number that takes the high end's unit.
struct LowEnd {
    double value = 0;
    std::string unit;  // empty: the high end's
    std::size_t end = 0;
};

std::vector<LowEnd> low_ends(const TokenizedText& text, std::size_t at, const AmountReader& read) {
    std::vector<LowEnd> ends;
    if (auto amount = read(text, at)) ends.push_back({amount->value, std::move(amount->unit), amount->end});
    std::size_t end = at;
    if (const auto number = number_alone(text, end)) ends.push_back({*number, "", end});
    return ends;
}

MaybeReading read_interval(const TokenizedText& text, std::size_t at, const AmountReader& read) {
    const std::size_t start = behind_precision(text, at);
    const bool between = text.is(start, "between");
    const bool from = text.is(start, "from");
    for (const LowEnd& low : low_ends(text, between || from ? start + 1 : start, read)) {
        const bool dashed = text.is(low.end, "-") || text.is(low.end, "\u2013");
        const bool joined =
            dashed || (between && text.is(low.end, "and")) || (from && text.is(low.end, "to"));
        auto high = joined ? read(text, low.end + 1) : std::nullopt;
        if (!high || (!low.unit.empty() && low.unit != high->unit)) continue;
        if (high->value <= low.value) continue;
        return Reading{
            {{"from", value_text(low.value)}, {"to", value_text(high->value)}, {"unit", high->unit}},
            high->end};
    }
    return std::nullopt;
}

MaybeReading read_side(const TokenizedText& text, std::size_t at, const AmountReader& read) {
    static constexpr std::string_view below[] = {"less than",    "lower than", "not more than",
                                                 "no more than", "at most",    "under",
                                                 "below",        "up to",      "fewer than"};
    static constexpr std::string_view above[] = {"more than",     "greater than", "at least", "no less than",
                                                 "not less than", "above",        "over",     "higher than"};
    const std::size_t high_at = behind_any(text, at, below);
    const std::size_t low_at = behind_any(text, at, above);
    if (high_at == at && low_at == at) return std::nullopt;
    const auto amount = read(text, high_at > at ? high_at : low_at);
    if (!amount) return std::nullopt;
    const std::string value = value_text(amount->value);
    return Reading{{{"from", high_at > at ? "open" : value},
                    {"to", high_at > at ? value : "open"},
                    {"unit", amount->unit}},
                   amount->end};
}

MaybeReading read_single(const TokenizedText& text, std::size_t at, const AmountReader& read) {
    const auto amount = read(text, behind_precision(text, at));
    if (!amount) return std::nullopt;
    return Reading{{{"value", value_text(amount->value)}, {"unit", amount->unit}}, amount->end};
}

}  // namespace

std::vector<Recognition> read_amounts(const TokenizedText& text, const std::string& type,
                                      const AmountReader& read) {
    std::vector<Recognition> found;
    for (std::size_t at = 0; at < text.tokens.size();) {
        MaybeReading best;
        for (const auto& reader : {read_interval, read_side, read_single}) {
            auto reading = reader(text, at, read);
            if (reading && (!best || reading->end > best->end)) best = std::move(reading);
        }
        if (best) found.push_back({text.original(at, best->end), type, std::move(best->resolution)});
        at = best ? best->end : at + 1;
    }
    return found;
}

}  // namespace parlance::nlu
