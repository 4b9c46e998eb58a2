#include "nlu/text_analyzer.h"

#include "nlu/normaliser.h"
#include "nlu/opened_pack.h"

namespace parlance::nlu {

TextAnalyzer::TextAnalyzer(std::shared_ptr<const Understander> understander, Locale language)
    : understander_(std::move(understander)), language_(std::move(language)) {}

Result<TextAnalyzer> TextAnalyzer::open(const PackChoice& choice) {
    auto opened = open_pack(choice);
    if (!opened) return opened.error();
    Findings findings;
    auto understander = std::make_shared<const Understander>(
        make_understander(opened->pack, opened->source, std::move(opened->classifiers), findings));
    if (const auto sound = check_pack(findings, choice.pack); !sound) return sound.error();
    return TextAnalyzer(std::move(understander), std::move(opened->language));
}

Result<Sentiment> TextAnalyzer::analyze_sentiment(std::string_view message) const {
    auto understood = understand(message);
    if (!understood) return understood.error();
    return understood->sentiment;
}

Result<IntentScore> TextAnalyzer::recognize_intent(std::string_view message) const {
    auto understood = understand(message);
    if (!understood) return understood.error();
    return understood->best();
}

Result<std::vector<TopicScore>> TextAnalyzer::extract_topics(std::string_view message) const {
    auto understood = understand(message);
    if (!understood) return understood.error();
    return std::move(understood->topics);
}

Result<Understanding> TextAnalyzer::understand(std::string_view message) const {
    const auto utterance = make_utterance(message, language_, system_clock()());
    if (!utterance) return utterance.error();
    return understander_->understand(*utterance, {});
}

}  // namespace parlance::nlu
