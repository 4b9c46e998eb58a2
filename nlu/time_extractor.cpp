#include "nlu/time_extractor.h"

#include <algorithm>

#include "nlu/datetime/clock_range_reader.h"
#include "nlu/datetime/day_arithmetic.h"
#include "nlu/datetime/expression_reader.h"
#include "nlu/german_clock_reader.h"
#include "nlu/phrase_table.h"

namespace parlance::nlu {

namespace {

// Everything that the words may mean, and the token behind them.
struct FoundTimes {
    std::vector<std::string> readings;
    std::size_t end = 0;
};

std::string text_of(const ClockTime& clock) {
    const std::string text = clock_text(Instant{} + clock.since_midnight());
    return clock.has_second && clock.second != 0 ? text : text.substr(0, 5);
}

bool is_by_day(const ClockTime& clock) {
    return clock.hour >= 7 && clock.hour < 19;
}

std::optional<FoundTimes> find_range(const TimeText& in, std::size_t at) {
    auto range = read_clock_range(in, at);
    if (!range || !range->value.firm) return std::nullopt;
    auto& pairs = range->value.pairs;
    std::stable_partition(pairs.begin(), pairs.end(),
                          [](const ClockPair& pair) { return is_by_day(pair.first); });
    FoundTimes found{{}, range->end};
    for (const ClockPair& pair : pairs)
        found.readings.push_back(text_of(pair.first) + "/" + text_of(pair.last));
    return found;
}

std::optional<FoundTimes> find_time(const TimeText& in, std::size_t at) {
    if (auto range = find_range(in, at)) return range;
    const auto clock = read_clock(in, at);
    if (!clock || !clock->value.firm) return std::nullopt;
    if (!clock->value.ambiguous) return FoundTimes{{text_of(clock->value)}, clock->end};
    const ClockTime later = clock->value.later_half();
    FoundTimes found{{text_of(clock->value), text_of(later)}, clock->end};
    if (is_by_day(later)) std::swap(found.readings[0], found.readings[1]);
    return found;
}

std::string clock_text_of(int minute) {
    return clock_text(Instant{} + std::chrono::minutes(minute)).substr(0, 5);
}

// As in English, of two halves of the day the one with daylight comes first.
std::optional<FoundTimes> find_german_time(const TokenizedText& text, std::size_t at) {
    constexpr int morning = 7 * 60;
    constexpr int half_day = 12 * 60;
    const auto clock = read_german_clock(text, at);
    if (!clock) return std::nullopt;
    if (!clock->is_either) return FoundTimes{{clock_text_of(clock->minute)}, clock->end};
    const int early = clock->minute % half_day;
    FoundTimes found{{clock_text_of(early), clock_text_of(early + half_day)}, clock->end};
    if (early < morning) std::swap(found.readings[0], found.readings[1]);
    return found;
}

}  // namespace

void TimeExtractor::extract(const Utterance& utterance, std::vector<Entity>& found) const {
    const std::string language = language_of(utterance.locale);
    if (language != "en" && language != "de") return;
    const TokenizedText text = tokenize(utterance.text);
    const TimeText in{text, std::chrono::floor<std::chrono::seconds>(utterance.received_at)};
    const auto time_at = [&](std::size_t at) -> std::optional<FoundTimes> {
        if (language == "de") return find_german_time(text, at);
        return may_begin(in, at) ? find_time(in, at) : std::nullopt;
    };
    for (std::size_t at = 0; at < text.tokens.size();) {
        const auto times = time_at(at);
        if (!times) {
            ++at;
            continue;
        }
        float confidence = times->readings.size() > 1 ? 0.7F : 1.0F;
        for (const std::string& reading : times->readings) {
            found.push_back({{"time"}, text.original(at, times->end), SlotValue(reading), confidence});
            confidence = 0.3F;
        }
        at = times->end;
    }
}

}  // namespace parlance::nlu
