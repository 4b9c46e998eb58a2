#include "nlu/ticker_extractor.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace parlance::nlu {

namespace {

constexpr std::array expressions{
    R"(\$([A-Z]{1,5}(?:\.[A-Z])?)\b)",
    R"(\b(?i:ticker(?:\s+symbol)?|börsenkürzel|kürzel)\s+([A-Z]{1,5}(?:\.[A-Z])?)\b)",
    R"(\b([A-Z]{2,5}(?:\.[A-Z])?)[\s-]+(?i:shares?|stocks?|aktien?)\b)",
};

// Capitals in front of "shares" that name no single one.
constexpr std::array<std::string_view, 10> no_symbols{"ETF", "EU",  "US",  "UK",  "ISA",
                                                      "IPO", "USD", "EUR", "GBP", "DAX"};

}  // namespace

TickerExtractor::TickerExtractor() {
    for (const char* expression : expressions)
        patterns_.push_back(TextPattern::compile(expression, LetterCase::counts).value());
}

void TickerExtractor::extract(const Utterance& utterance, std::vector<Entity>& found) const {
    for (const TextPattern& pattern : patterns_) {
        for (const PatternMatch& match : pattern.find_all(utterance.text)) {
            std::string symbol = utterance.text.substr(match.value.begin, match.value.length());
            if (std::find(no_symbols.begin(), no_symbols.end(), symbol) != no_symbols.end()) continue;
            const bool is_known = std::any_of(found.begin(), found.end(), [&](const Entity& other) {
                return other.kind.text == "ticker" && other.span == match.value;
            });
            if (!is_known) found.push_back({{"ticker"}, match.value, SlotValue(std::move(symbol)), 0.9F});
        }
    }
}

}  // namespace parlance::nlu
