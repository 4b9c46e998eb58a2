#include <map>

#include "nlu/account_identifier_extractor.h"
#include "nlu/contact_extractor.h"
#include "nlu/country_extractor.h"
#include "nlu/date_extractor.h"
#include "nlu/duration_extractor.h"
#include "nlu/money_extractor.h"
#include "nlu/normaliser.h"
#include "nlu/number_extractor.h"
#include "nlu/pack_extractors.h"
#include "nlu/ticker_extractor.h"
#include "nlu/time_extractor.h"
#include "nlu/understander.h"

namespace parlance::nlu {

namespace {

using Extractors = std::vector<std::unique_ptr<const EntityExtractor>>;

// What customers are expected to say again and again is no slip of the hand; examples have slips, too.
std::shared_ptr<const KnownWords> words_of_examples(const Pack& pack) {
    constexpr int often_enough = 3;
    std::map<std::string, int> counts;
    for (const IntentSpec& intent : pack.intents) {
        for (const auto& [locale, examples] : intent.examples) {
            for (const IntentExample& example : examples) {
                for (std::string& word : words_of(fold(example.text))) ++counts[std::move(word)];
            }
        }
    }
    auto known = std::make_shared<KnownWords>();
    for (const auto& [word, count] : counts) {
        if (count >= often_enough) known->insert(word);
    }
    return known;
}

// Of two that claim the same words the earlier wins, so the more particular come first.
Extractors make_extractors_reporting(const Pack& pack, Findings& findings) {
    Extractors extractors;
    const auto known = words_of_examples(pack);
    for (const EntitySpec& spec : pack.entities) {
        if (!spec.values.empty()) extractors.push_back(std::make_unique<GazetteerExtractor>(spec, known));
    }
    extractors.push_back(std::make_unique<CountryExtractor>());  // "to France" is nobody to pay
    for (const EntitySpec& spec : pack.entities) {
        if (!spec.patterns.empty()) extractors.push_back(std::make_unique<PatternExtractor>(spec, findings));
    }
    extractors.push_back(std::make_unique<AccountIdentifierExtractor>());
    extractors.push_back(std::make_unique<MoneyExtractor>());
    extractors.push_back(std::make_unique<PercentExtractor>());
    extractors.push_back(std::make_unique<DurationExtractor>());
    extractors.push_back(std::make_unique<DateExtractor>());
    extractors.push_back(std::make_unique<TimeExtractor>());
    extractors.push_back(std::make_unique<ContactExtractor>(ContactExtractor::What::email));
    extractors.push_back(std::make_unique<ContactExtractor>(ContactExtractor::What::iban));
    extractors.push_back(std::make_unique<ContactExtractor>(ContactExtractor::What::phone));
    extractors.push_back(std::make_unique<TickerExtractor>());
    extractors.push_back(std::make_unique<NumberExtractor>());
    return extractors;
}

}  // namespace

Extractors make_extractors(const Pack& pack) {
    Findings unread;  // make_understander reports the same problems
    return make_extractors_reporting(pack, unread);
}

Understander make_understander(const Pack& pack, const PackSource& source, Classifiers classifiers,
                               Findings& findings) {
    SentimentAnalyzer sentiment = SentimentAnalyzer::load(source, findings);
    sentiment.use(std::move(classifiers.sentiment));
    return {std::move(classifiers.intents),
            make_extractors_reporting(pack, findings),
            std::move(sentiment),
            TopicTagger(pack),
            NegationReader::load(source, findings),
            AmbiguousPhrases::load(source, pack, findings),
            MultiIntentReader(pack),
            EntityRoles(pack.entities)};
}

}  // namespace parlance::nlu
