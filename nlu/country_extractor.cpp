#include "nlu/country_extractor.h"

#include <algorithm>
#include <string_view>

#include "nlu/country_names.h"
#include "nlu/normaliser.h"
#include "nlu/unicode_text.h"

namespace parlance::nlu {

namespace {

struct ShortName {
    std::string_view language;
    std::string_view name;
    std::string_view code;
};

constexpr ShortName short_names[] = {
    {"en", "USA", "US"},
    {"en", "U.S.", "US"},
    {"en", "America", "US"},
    {"en", "the States", "US"},
    {"en", "UK", "GB"},
    {"en", "Britain", "GB"},
    {"en", "Great Britain", "GB"},
    {"en", "England", "GB"},
    {"en", "Scotland", "GB"},
    {"en", "Wales", "GB"},
    {"en", "Holland", "NL"},
    {"en", "Czech Republic", "CZ"},
    {"en", "Turkey", "TR"},
    {"en", "UAE", "AE"},
    {"en", "Hong Kong", "HK"},
    {"de", "USA", "US"},
    {"de", "Amerika", "US"},
    {"de", "UK", "GB"},
    {"de", "Großbritannien", "GB"},
    {"de", "England", "GB"},
    {"de", "Schottland", "GB"},
    {"de", "Holland", "NL"},
    {"de", "Tschechische Republik", "CZ"},
    {"de", "Hongkong", "HK"},
};

}  // namespace

CountryExtractor::CountryExtractor() {
    for (const std::string language : {"en", "de"}) {
        for (const ShortName& name : short_names) {
            if (name.language == language) names_[language].add(name.name, std::string(name.code));
        }
        for (const std::string& code : country_codes())
            names_[language].add(country_name(code, language), code);
    }
}

void CountryExtractor::extract(const Utterance& utterance, std::vector<Entity>& found) const {
    const auto names = names_.find(language_of(utterance.locale));
    if (names == names_.end()) return;
    for_each_match(
        utterance.text,
        [&](std::span<const Word> words, std::size_t at) { return names->second.longest_at(words, at); },
        [&](const auto& match, const TextSpan& span) {
            found.push_back({{"country"}, span, SlotValue(*match.value), 1});
        });
}

}  // namespace parlance::nlu
