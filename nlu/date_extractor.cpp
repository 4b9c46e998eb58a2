#include "nlu/date_extractor.h"

#include <algorithm>

#include "nlu/date_reader.h"
#include "nlu/date_words.h"
#include "nlu/datetime/meant_days.h"
#include "nlu/phrase_table.h"

namespace parlance::nlu {

namespace {

// A day or a period, and the token behind it.
struct FoundDate {
    SlotValue value;
    std::size_t end;
    float confidence;
};

std::optional<FoundDate> find_english(const TimeText& in, std::size_t at, bool of_past) {
    const auto days = read_meant_days(in, at, of_past);
    if (!days) return std::nullopt;
    const auto& [range, is_day, is_sure] = days->value;
    return FoundDate{is_day ? SlotValue(range.first) : SlotValue(range), days->end, is_sure ? 1.0F : 0.9F};
}

std::optional<FoundDate> find_german(const TokenizedText& text, std::size_t at, const DateFrame& frame) {
    const auto reading = read_date(text, at, frame);
    if (!reading) return std::nullopt;
    return FoundDate{reading->value(), reading->end, 1};
}

// A number inside a longer code is no date: "ab12/03/2026".
bool is_inside_code(const TokenizedText& text, std::size_t at) {
    return text.is_number(at) && text.is_glued(at) && text.is_word(at - 1);
}

}  // namespace

void DateExtractor::extract(const Utterance& utterance, std::vector<Entity>& found) const {
    const TokenizedText text = tokenize(utterance.text);
    const std::string language = language_of(utterance.locale);
    const bool of_past = std::any_of(text.tokens.begin(), text.tokens.end(),
                                     [&](const Token& token) { return tells_of_past(token.text, language); });
    const DateFrame frame{date_of(utterance.received_at), of_past};
    const TimeText in{text, std::chrono::floor<std::chrono::days>(utterance.received_at),
                      utterance.locale.tag == "en-US"};
    for (std::size_t at = 0; at < text.tokens.size();) {
        const auto date = language == "de" ? find_german(text, at, frame) : find_english(in, at, of_past);
        if (!date || is_inside_code(text, at)) {
            ++at;
            continue;
        }
        found.push_back({{"date"}, text.original(at, date->end), date->value, date->confidence});
        at = date->end;
    }
}

}  // namespace parlance::nlu
