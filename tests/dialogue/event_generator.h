#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "dialogue/tracker_event.h"

namespace parlance::tests {

// Makes tracker events of every kind with every member filled by chance, extremes often. The same seed makes
// the same events.
class EventGenerator {
public:
    explicit EventGenerator(std::uint64_t seed) : random_(seed) {}

    // An event of the alternative with this index.
    dialogue::TrackerEvent event(std::size_t alternative) {
        using namespace dialogue;
        switch (alternative) {
            case 0:
                return UserSpoke{text(),
                                 text(),
                                 {text()},
                                 moment(),
                                 list(&EventGenerator::score),
                                 sentiment(),
                                 names<TopicName>(),
                                 texts()};
            case 1: return FrameStarted{name<FlowName>(), {whole()}, pick<FrameKind>(3), name<StepName>()};
            case 2: return FrameEnded{name<FlowName>(), pick<FrameOutcome>(5)};
            case 3: return StepEntered{name<StepName>()};
            case 4: return SlotFilled{name<SlotName>(), value(), coin()};
            case 5: return SlotCleared{name<SlotName>()};
            case 6: return SlotRefused{name<SlotName>()};
            case 7: return PhaseEntered{pick<Phase>(8), name<SlotName>(), names<IntentName>(), pending()};
            case 8: return FactsLearned{list(&EventGenerator::fact)};
            case 9: return AttemptFailed{};
            case 10: return AttemptsReset{};
            case 11: return ClarificationAsked{};
            case 12: return FlowQueued{name<FlowName>(), {{name<SlotName>(), value(), coin()}}};
            case 13: return FlowUnqueued{name<FlowName>()};
            case 14: return FrameSuspended{};
            case 15: return FrameResumed{};
            case 16: return SessionExpired{{{names<SlotName>()}, {names<SlotName>()}}, moment()};
            default:
                return BotSpoke{text(), names<ResponseName>(), reply(), list(&EventGenerator::fact),
                                moment()};
        }
    }

    // A few events of any kind.
    std::vector<dialogue::TrackerEvent> events(std::size_t count) {
        std::vector<dialogue::TrackerEvent> made;
        while (made.size() < count) made.push_back(event(below(std::variant_size_v<dialogue::TrackerEvent>)));
        return made;
    }

    SlotValue value() {
        switch (below(7)) {
            case 0: return coin();
            case 1: return whole();
            case 2: return real();
            case 3: return Money{whole(), {"EUR"}};
            case 4: return day();
            case 5: return DateRange{day(), day()};
            default: return text();
        }
    }

    std::string text() {
        static const std::vector<std::string> pieces{
            "",          "a",      "\"",     "\\",         "\n", "\t",     std::string(1, '\0'),
            "{\"v\":1}", "\u00fc", "\u20ac", "\U0001F600", " ",  "\u2028", "transfer.done"};
        std::string made;
        for (auto left = below(5); left > 0; --left) made += pieces[below(pieces.size())];
        return made;
    }

    double real() {
        static const std::vector<double> extremes{0.0,
                                                  -0.0,
                                                  0.1,
                                                  1.0 / 3,
                                                  1e308,
                                                  -1e308,
                                                  5e-324,
                                                  9007199254740993.0,
                                                  1.0,
                                                  std::numeric_limits<double>::infinity(),
                                                  -std::numeric_limits<double>::infinity()};
        return coin() ? extremes[below(extremes.size())]
                      : std::uniform_real_distribution<double>(-1e6, 1e6)(random_);
    }

    std::int64_t whole() {
        static const std::vector<std::int64_t> extremes{0, 1, -1, INT64_MAX, INT64_MIN, 1LL << 53};
        return coin() ? extremes[below(extremes.size())] : static_cast<std::int64_t>(random_());
    }

    std::size_t below(std::size_t limit) { return random_() % limit; }
    bool coin() { return below(2) == 0; }

private:
    template <typename Enum>
    Enum pick(std::size_t count) {
        return static_cast<Enum>(below(count));
    }
    template <typename T>
    T name() {
        return {text()};
    }
    template <typename T>
    std::vector<T> names() {
        std::vector<T> made(below(4));
        for (auto& entry : made) entry.text = text();
        return made;
    }
    template <typename T>
    std::vector<T> list(T (EventGenerator::*make)()) {
        std::vector<T> made;
        for (auto left = below(4); left > 0; --left) made.push_back((this->*make)());
        return made;
    }
    std::vector<std::string> texts() { return list(&EventGenerator::text); }
    TimePoint moment() { return TimePoint{std::chrono::milliseconds{whole()}}; }
    CalendarDate day() {
        return plus_days(CalendarDate{std::chrono::year{2000} / 1 / 1},
                         static_cast<int>(below(20000)) - 10000);
    }
    nlu::IntentScore score() { return {name<IntentName>(), static_cast<float>(below(1001)) / 1000}; }
    nlu::Sentiment sentiment() {
        return {pick<nlu::SentimentLabel>(3), -0.1F, static_cast<float>(below(1001)) / 1000,
                pick<nlu::Emotion>(10)};
    }
    dialogue::PendingHostCall pending() { return {names<FactName>(), name<ActionName>(), text()}; }
    nlg::Fact fact() { return {name<FactName>(), value(), text(), moment()}; }
    nlg::SuggestedAction action() { return {text(), text()}; }
    nlg::Citation citation() { return {text(), text(), text(), text()}; }
    personalization::Reason reason() { return {text(), real()}; }
    personalization::Recommendation offer() {
        personalization::Recommendation made;
        made.offer = name<OfferId>();
        made.kind = pick<personalization::RecommendationKind>(10);
        made.title = text();
        made.summary = text();
        made.acceptance = 0.3F;
        made.timing = pick<personalization::Timing>(3);
        made.reasons = list(&EventGenerator::reason);
        made.disclaimers = texts();
        made.start = name<IntentName>();
        return made;
    }
    nlg::Reply reply() {
        return {text(), list(&EventGenerator::action), list(&EventGenerator::offer),
                list(&EventGenerator::citation)};
    }

    std::mt19937_64 random_;
};

}  // namespace parlance::tests
