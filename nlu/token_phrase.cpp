#include "nlu/token_phrase.h"

namespace parlance::nlu {

std::size_t behind_phrase(const TokenizedText& text, std::size_t at, std::string_view phrase) {
    std::size_t end = at;
    while (!phrase.empty()) {
        const std::size_t blank = phrase.find(' ');
        if (!text.is(end++, phrase.substr(0, blank))) return at;
        phrase.remove_prefix(blank == std::string_view::npos ? phrase.size() : blank + 1);
    }
    return end;
}

}  // namespace parlance::nlu
