#include "nlu/phrase_table.h"

namespace parlance::nlu {

std::string phrase_key(std::string_view text) {
    std::string key;
    for (const std::string& word : words_of(fold(text))) {
        if (!key.empty()) key.push_back(' ');
        key.append(word);
    }
    return key;
}

std::string language_of(const Locale& locale) {
    return locale.tag.substr(0, locale.tag.find_first_of("-_"));
}

}  // namespace parlance::nlu
