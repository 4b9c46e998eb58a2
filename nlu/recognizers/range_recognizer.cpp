#include "nlu/recognizers/range_recognizer.h"

#include "nlu/number_expression.h"
#include "nlu/phrase_index.h"
#include "nlu/recognizers/value_text.h"

namespace parlance::nlu {

namespace {

enum class Side { low, high, both };

struct Bound {
    Side side = Side::low;
    bool included = false;
};

struct BoundWords {
    std::string_view words;
    Bound bound;
};

constexpr BoundWords words_before[] = {
    {"more than or equal to", {Side::low, true}},
    {"greater than or equal to", {Side::low, true}},
    {"larger than or equal to", {Side::low, true}},
    {"bigger than or equal to", {Side::low, true}},
    {"greater or equal than", {Side::low, true}},
    {"bigger or equal than", {Side::low, true}},
    {"greater or equal to", {Side::low, true}},
    {"larger or equal than", {Side::low, true}},
    {"at least or equal to", {Side::low, true}},
    {"at least", {Side::low, true}},
    {"no less than", {Side::low, true}},
    {"not less than", {Side::low, true}},
    {"no fewer than", {Side::low, true}},
    {"> =", {Side::low, true}},
    {"more than", {Side::low, false}},
    {"greater than", {Side::low, false}},
    {"larger than", {Side::low, false}},
    {"bigger than", {Side::low, false}},
    {"higher than", {Side::low, false}},
    {"above", {Side::low, false}},
    {"exceed", {Side::low, false}},
    {"exceeds", {Side::low, false}},
    {"exceeding", {Side::low, false}},
    {">", {Side::low, false}},
    {"less than or equal to", {Side::high, true}},
    {"fewer than or equal to", {Side::high, true}},
    {"smaller than or equal to", {Side::high, true}},
    {"lower than or equal to", {Side::high, true}},
    {"smaller or equal than", {Side::high, true}},
    {"less or equal than", {Side::high, true}},
    {"less or equal to", {Side::high, true}},
    {"at most or equal to", {Side::high, true}},
    {"at most", {Side::high, true}},
    {"no more than", {Side::high, true}},
    {"not more than", {Side::high, true}},
    {"no greater than", {Side::high, true}},
    {"up to", {Side::high, true}},
    {"< =", {Side::high, true}},
    {"less than", {Side::high, false}},
    {"fewer than", {Side::high, false}},
    {"smaller than", {Side::high, false}},
    {"lower than", {Side::high, false}},
    {"below", {Side::high, false}},
    {"under", {Side::high, false}},
    {"<", {Side::high, false}},
    {"equal to", {Side::both, true}},
    {"equals to", {Side::both, true}},
    {"equaling to", {Side::both, true}},
    {"equals", {Side::both, true}},
};

constexpr BoundWords words_behind[] = {
    {"or more than", {Side::low, true}}, {"or more", {Side::low, true}},   {"or above", {Side::low, true}},
    {"or greater", {Side::low, true}},   {"or higher", {Side::low, true}}, {"or less", {Side::high, true}},
    {"or fewer", {Side::high, true}},    {"or below", {Side::high, true}}, {"or lower", {Side::high, true}},
};

struct Range {
    std::optional<double> low;
    std::optional<double> high;
    bool has_low = false;  // the low end belongs to it
    bool has_high = false;
    std::size_t end = 0;
};

Range range_of(const Bound& bound, double value, std::size_t end) {
    Range range;
    range.end = end;
    if (bound.side != Side::high) range.low = value;
    if (bound.side != Side::low) range.high = value;
    range.has_low = bound.included && range.low.has_value();
    range.has_high = bound.included && range.high.has_value();
    return range;
}

// "or more" behind a number; not "or less than 5000", which speaks of another one.
std::optional<Range> read_bound_behind(const TokenizedText& text, const NumberExpression& number) {
    static const PhraseIndex<BoundWords> index{words_behind};
    for (const BoundWords* row : index.begun_with(text.text(number.end))) {
        const std::size_t end = behind_phrase(text, number.end, row->words);
        if (end == number.end) continue;
        const bool goes_on = read_number_expression(text, end, "en") ||
                             (text.is(end, "than") && read_number_expression(text, end + 1, "en"));
        if (!goes_on) return range_of(row->bound, number.value, end);
    }
    return std::nullopt;
}

// "less than 5000", with "or equal [to]" behind it or not; "equal to 5000 or less".
std::optional<Range> read_bound(const TokenizedText& text, std::size_t at) {
    static const PhraseIndex<BoundWords> index{words_before};
    for (const BoundWords* row : index.begun_with(text.text(at))) {
        const Bound& bound = row->bound;
        const std::size_t number_at = behind_phrase(text, at, row->words);
        if (number_at == at || (at > 0 && text.is(at - 1, "="))) continue;
        const auto number = read_number_expression(text, number_at, "en");
        if (!number) continue;
        if (bound.side == Side::both) {
            if (const auto open = read_bound_behind(text, *number)) return open;
        }
        std::size_t end = behind_phrase(text, number->end, "or equal to");
        if (end == number->end) end = behind_phrase(text, number->end, "or equal");
        return range_of({bound.side, bound.included || end > number->end}, number->value, end);
    }
    const auto number = read_number_expression(text, at, "en");
    return number ? read_bound_behind(text, *number) : std::nullopt;
}

// "above 1000 and below 1500": two bounds that leave something between them.
std::optional<Range> read_bounds(const TokenizedText& text, std::size_t at) {
    auto range = read_bound(text, at);
    if (!range || !(text.is(range->end, "and") || text.is(range->end, "but"))) return range;
    auto other = read_bound(text, range->end + 1);
    const bool one_each = other && range->low.has_value() != range->high.has_value() &&
                          range->low.has_value() == other->high.has_value() &&
                          other->low.has_value() != other->high.has_value();
    if (!one_each) return range;
    const Range& low = range->low ? *range : *other;
    const Range& high = range->low ? *other : *range;
    if (*low.low >= *high.high) return range;
    return Range{low.low, high.high, low.has_low, high.has_high, other->end};
}

bool is_dash(const TokenizedText& text, std::size_t at) {
    return text.is(at, "-") || text.is(at, "\u2013") || text.is(at, "~");
}

// "between 20 and 30", "from 200 to 300", "20 through 100", "1000 - 5000".
std::optional<Range> read_interval(const TokenizedText& text, std::size_t at) {
    const bool between = text.is(at, "between");
    const bool from = text.is(at, "from");
    const auto low = read_number_expression(text, between || from ? at + 1 : at, "en");
    if (!low) return std::nullopt;
    const bool spaced_dash = is_dash(text, low->end) && !text.is_glued(low->end);
    const bool joined =
        between ? text.is(low->end, "and")
                : text.is(low->end, "through") || spaced_dash || (from && text.is(low->end, "to"));
    const auto high = joined ? read_number_expression(text, low->end + 1, "en") : std::nullopt;
    if (!high || high->value <= low->value) return std::nullopt;
    return Range{low->value, high->value, true, false, high->end};
}

std::string interval_text(const Range& range) {
    return (range.has_low ? "[" : "(") + (range.low ? value_text(*range.low) : std::string()) + "," +
           (range.high ? value_text(*range.high) : std::string()) + (range.has_high ? "]" : ")");
}

}  // namespace

std::vector<Recognition> recognize_ranges(std::string_view text, TimePoint) {
    const TokenizedText tokens = tokenize(text);
    std::vector<Recognition> recognitions;
    for (std::size_t at = 0; at < tokens.tokens.size();) {
        auto range = read_interval(tokens, at);
        if (!range) range = read_bounds(tokens, at);
        if (range) {
            recognitions.push_back(
                {tokens.original(at, range->end), "numberrange", {{"value", interval_text(*range)}}});
        }
        at = range ? range->end : at + 1;
    }
    return recognitions;
}

}  // namespace parlance::nlu
