#include "nlu/number_extractor.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "nlu/number_reader.h"
#include "nlu/phrase_table.h"

namespace parlance::nlu {

namespace {

SlotValue slot_value_of(const NumberReading& number, bool negative) {
    const double value = negative ? -number.value : number.value;
    if (number.is_whole()) return SlotValue(static_cast<std::int64_t>(value));
    return SlotValue(value);
}

// A sign is "minus" or a dash that touches the number but nothing before it.
bool has_sign(const TokenizedText& text, std::size_t at) {
    if (at == 0) return false;
    if (text.is(at - 1, "minus") || text.is(at - 1, "negative")) return true;
    return text.is(at - 1, "-") && text.is_glued(at) && !text.is_glued(at - 1);
}

// "one" in "this one" or "which one" counts nothing; nor does the second half of "one-off".
bool is_pronoun(const TokenizedText& text, std::size_t at, const NumberReading& number) {
    if (text.text(at) != "one" || number.end != at + 1) return false;
    static constexpr std::array<std::string_view, 16> determiners{
        "this", "that", "which", "the", "another", "other", "each", "every",
        "any",  "some", "last",  "no",  "next",    "first", "new",  "right"};
    if (at > 0 && std::find(determiners.begin(), determiners.end(), text.text(at - 1)) != determiners.end())
        return true;
    return text.is(at + 1, "-") && text.is_glued(at + 1);
}

// A number glued to letters is a code or a quantity of something else: "n26", "q3", "20th", "180ml".
bool is_part_of_word(const TokenizedText& text, std::size_t at, std::size_t end) {
    if (!text.is_number(at)) return false;
    if (text.is_glued(at) && text.is_word(at - 1)) return true;
    return text.is_word(end) && text.is_glued(end);
}

bool is_percent_sign(const TokenizedText& text, std::size_t at) {
    static constexpr std::array<std::string_view, 6> signs{"%",       "percent",    "pct",
                                                           "prozent", "percentage", "perc"};
    return std::find(signs.begin(), signs.end(), text.text(at)) != signs.end();
}

}  // namespace

void NumberExtractor::extract(const Utterance& utterance, std::vector<Entity>& found) const {
    const TokenizedText text = tokenize(utterance.text);
    const std::string language = language_of(utterance.locale);
    for (std::size_t at = 0; at < text.tokens.size();) {
        const auto number = read_number(text, at, language);
        if (!number) {
            ++at;
            continue;
        }
        if (!is_part_of_word(text, at, number->end) && !is_pronoun(text, at, *number)) {
            const bool negative = has_sign(text, at);
            found.push_back({{"number"},
                             text.original(negative ? at - 1 : at, number->end),
                             slot_value_of(*number, negative),
                             0.9F});
        }
        at = number->end;
    }
}

void PercentExtractor::extract(const Utterance& utterance, std::vector<Entity>& found) const {
    const TokenizedText text = tokenize(utterance.text);
    const std::string language = language_of(utterance.locale);
    for (std::size_t at = 0; at < text.tokens.size();) {
        const auto number = read_number(text, at, language);
        if (!number) {
            ++at;
            continue;
        }
        std::size_t end = number->end;
        if (is_percent_sign(text, end)) {
            ++end;
        } else if (text.is(end, "per") && (text.is(end + 1, "cent") || text.is(end + 1, "cents"))) {
            end += 2;
        }
        if (end > number->end) {
            if (text.is(end, "points") || text.is(end, "point")) ++end;
            const bool negative = has_sign(text, at);
            const double value = negative ? -number->value : number->value;
            found.push_back({{"percent"}, text.original(negative ? at - 1 : at, end), SlotValue(value), 1});
        }
        at = end;
    }
}

}  // namespace parlance::nlu
