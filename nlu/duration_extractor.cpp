#include "nlu/duration_extractor.h"

#include "nlu/datetime/span_reader.h"
#include "nlu/duration_reader.h"
#include "nlu/phrase_table.h"

namespace parlance::nlu {

namespace {

std::optional<TimeUnit> unit_of(Grain grain) {
    switch (grain) {
        case Grain::second: return TimeUnit::second;
        case Grain::minute: return TimeUnit::minute;
        case Grain::hour: return TimeUnit::hour;
        case Grain::day: return TimeUnit::day;
        case Grain::week: return TimeUnit::week;
        case Grain::month:
        case Grain::quarter: return TimeUnit::month;
        case Grain::year: return TimeUnit::year;
        case Grain::weekend: break;
    }
    return std::nullopt;
}

std::optional<DurationReading> read_english(const TimeText& in, std::size_t at) {
    const auto span = read_span(in, at);
    if (!span) return std::nullopt;
    DurationReading reading{{}, span->end};
    for (const TimeSpan::Part& part : span->value.parts) {
        const auto unit = unit_of(part.grain);
        if (!unit) return std::nullopt;  // "three weekends" are no stretch
        reading.duration.of(*unit) += part.count * part.scale;
    }
    return reading;
}

}  // namespace

void DurationExtractor::extract(const Utterance& utterance, std::vector<Entity>& found) const {
    const TokenizedText text = tokenize(utterance.text);
    const bool german = language_of(utterance.locale) == "de";
    const TimeText in{text, std::chrono::floor<std::chrono::seconds>(utterance.received_at)};
    for (std::size_t at = 0; at < text.tokens.size();) {
        const auto reading = german ? read_duration(text, at) : read_english(in, at);
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
