#include "nlu/date_extractor.h"

#include <algorithm>

#include "nlu/date_reader.h"
#include "nlu/date_words.h"
#include "nlu/phrase_table.h"

namespace parlance::nlu {

void DateExtractor::extract(const Utterance& utterance, std::vector<Entity>& found) const {
    const TokenizedText text = tokenize(utterance.text);
    DateFrame frame{date_of(utterance.received_at), language_of(utterance.locale),
                    utterance.locale.tag == "en-US", false};
    frame.of_past = std::any_of(text.tokens.begin(), text.tokens.end(), [&](const Token& token) {
        return tells_of_past(token.text, frame.language);
    });
    for (std::size_t at = 0; at < text.tokens.size();) {
        const auto reading = read_date(text, at, frame);
        // A number inside a longer code is no date: "ab12/03/2026".
        const bool inside = reading && text.is_number(at) && text.is_glued(at) && text.is_word(at - 1);
        if (!reading || inside) {
            ++at;
            continue;
        }
        found.push_back({{"date"}, text.original(reading->begin, reading->end), reading->value(), 1});
        at = reading->end;
    }
}

}  // namespace parlance::nlu
