#include "websocket/locale_choice.h"

#include <algorithm>

namespace parlance::websocket {

Locale choose_locale(const std::string& tag, const std::vector<Locale>& languages) {
    const auto has = [&](const Locale& locale) {
        return std::find(languages.begin(), languages.end(), locale) != languages.end();
    };
    if (has({tag})) return {tag};
    const Locale primary{tag.substr(0, tag.find_first_of("-_"))};
    return has(primary) ? primary : languages.front();
}

}  // namespace parlance::websocket
