#include "nlu/duckling/measurement_recognizer.h"

#include "nlu/digit_text.h"
#include "nlu/duckling/amount_grammar.h"
#include "nlu/duckling/counted_words.h"
#include "nlu/duckling/measurement_units.h"

namespace parlance::nlu {

namespace {

// "3km": the letters behind the digits are the unit, though "3k" and "9m" may be numbers elsewhere.
std::optional<SaidAmount> read_glued(const TokenizedText& text, std::size_t at, Dimension dimension) {
    if (!text.is_number(at) || !text.is_glued(at + 1)) return std::nullopt;
    const auto value = parse_digits(text.text(at), DigitStyle::point_is_decimal);
    const auto unit = value ? read_measurement_unit(text, at + 1, dimension) : std::nullopt;
    if (!unit) return std::nullopt;
    return SaidAmount{*value * unit->unit.factor, std::string(unit->unit.unit), unit->end};
}

std::optional<SaidAmount> read_plain(const TokenizedText& text, std::size_t at, Dimension dimension) {
    if (auto glued = read_glued(text, at, dimension)) return glued;
    const auto count = read_count(text, at);
    if (!count) return std::nullopt;
    const std::size_t unit_at = text.is(count->end, "-") ? count->end + 1 : count->end;
    const auto unit = read_measurement_unit(text, unit_at, dimension);
    if (!unit) return std::nullopt;
    return SaidAmount{count->value * unit->unit.factor, std::string(unit->unit.unit), unit->end};
}

// "7 feet and 10 inches" is told in the smaller unit.
std::optional<SaidAmount> read_composed(const TokenizedText& text, std::size_t at, Dimension dimension) {
    auto amount = read_plain(text, at, dimension);
    while (amount) {
        std::size_t next = text.is(amount->end, ",") ? amount->end + 1 : amount->end;
        if (text.is(next, "and")) ++next;
        const auto more = read_plain(text, next, dimension);
        const auto ratio = more ? units_in(amount->unit, more->unit) : std::nullopt;
        if (!ratio) return amount;
        amount = SaidAmount{amount->value * *ratio + more->value, more->unit, more->end};
    }
    return amount;
}

// The token behind "below zero" with a unit or without, which is put; the end itself when it does not stand
// there.
std::size_t behind_below_zero(const TokenizedText& text, std::size_t end, std::string& unit) {
    if (!text.is(end, "below") || (!text.is(end + 1, "zero") && !text.is(end + 1, "0"))) return end;
    const auto said = read_measurement_unit(text, end + 2, Dimension::temperature);
    if (!said || unit != "degree") return end + 2;
    unit = said->unit.unit;
    return said->end;
}

// "30 \u00b0C", "2 degrees below zero", "2 below zero".
std::optional<SaidAmount> read_degrees(const TokenizedText& text, std::size_t at) {
    auto amount = read_plain(text, at, Dimension::temperature);
    if (!amount) {
        const auto number = read_number_expression(text, at, "en");
        if (!number || !text.is(number->end, "below")) return std::nullopt;
        amount = SaidAmount{number->value, "degree", number->end};
        if (behind_below_zero(text, number->end, amount->unit) == number->end) return std::nullopt;
    }
    const std::size_t end = behind_below_zero(text, amount->end, amount->unit);
    if (end > amount->end) amount->value = -amount->value;
    amount->end = end;
    return amount;
}

// "2 cups of sugar", "a pound": what it is a quantity of belongs to it.
std::optional<SaidAmount> read_quantity(const TokenizedText& text, std::size_t at) {
    auto amount = read_composed(text, at, Dimension::quantity);
    if (amount && text.is(amount->end, "of") && text.is_word(amount->end + 1)) amount->end += 2;
    return amount;
}

}  // namespace

std::vector<Recognition> recognize_distances(std::string_view text, TimePoint) {
    return read_amounts(tokenize(text), "distance", [](const TokenizedText& tokens, std::size_t at) {
        return read_composed(tokens, at, Dimension::distance);
    });
}

std::vector<Recognition> recognize_volumes(std::string_view text, TimePoint) {
    return read_amounts(tokenize(text), "volume", [](const TokenizedText& tokens, std::size_t at) {
        return read_composed(tokens, at, Dimension::volume);
    });
}

std::vector<Recognition> recognize_temperatures(std::string_view text, TimePoint) {
    return read_amounts(tokenize(text), "temperature", read_degrees);
}

std::vector<Recognition> recognize_quantities(std::string_view text, TimePoint) {
    return read_amounts(tokenize(text), "quantity", read_quantity);
}

}  // namespace parlance::nlu
