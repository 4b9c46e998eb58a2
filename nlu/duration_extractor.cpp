#include "nlu/duration_extractor.h"

#include "nlu/duration_reader.h"
#include "nlu/phrase_table.h"

namespace parlance::nlu {

void DurationExtractor::extract(const Utterance& utterance, std::vector<Entity>& found) const {
    const TokenizedText text = tokenize(utterance.text);
    const std::string language = language_of(utterance.locale);
    for (std::size_t at = 0; at < text.tokens.size();) {
        const auto reading = read_duration(text, at, language);
        if (!reading) {
            ++at;
            continue;
        }
        found.push_back(
            {{"duration"}, text.original(at, reading->end), SlotValue(to_iso_text(reading->duration)), 1});
        at = reading->end;
    }
}

}  // namespace parlance::nlu
