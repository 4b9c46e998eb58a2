#include "personalization/knowledge/knowledge_stems.h"

#include "nlu/normaliser.h"
#include "nlu/stemmer.h"
#include "nlu/stop_words.h"
#include "nlu/tokens.h"

namespace parlance::personalization {

std::vector<std::string> knowledge_stems(std::string_view text, std::string_view language) {
    std::vector<std::string> stems;
    for (const std::string& word : nlu::words_of(nlu::fold(text))) {
        if (!nlu::is_stop_word(word, language)) stems.push_back(nlu::stem(word, language));
    }
    return stems;
}

}  // namespace parlance::personalization
